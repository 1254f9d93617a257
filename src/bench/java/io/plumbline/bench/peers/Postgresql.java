package io.plumbline.bench.peers;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;

/**
 * A PostgreSQL of its own, of the binaries that the tests use. It waits for its disk as in life ({@code fsync},
 * {@code synchronous_commit}); everything else is as PostgreSQL comes.
 */
final class Postgresql implements AutoCloseable {

    /** By which a contestant learns its address. */
    static final String URL = "bench.postgresql";

    /** Linux counts the CPU time of processes in hundredths of a second, whatever the processor. */
    private static final double TICKS_A_SECOND = 100;

    /** A database that is migrated: whoever wants one copies it. */
    static final String PREPARED = "plumbline";

    private final EmbeddedPostgres server;
    private final long postmaster;

    private Postgresql(EmbeddedPostgres server, long postmaster) {
        this.server = server;
        this.postmaster = postmaster;
    }

    /** Empty, with a line that says so, where it does not start: there are binaries for Linux on x86-64 alone. */
    static Optional<Postgresql> start() {
        File[] folder = new File[1];
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setDataDirectoryCustomizer(made -> folder[0] = made)
                    .start();
            try (Connection connection = server.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("create database " + PREPARED);
            }
            Flyway.configure()
                    .dataSource(server.getDatabase("postgres", PREPARED))
                    .locations("classpath:db/migration")
                    .load()
                    .migrate();
            return Optional.of(new Postgresql(server, postmaster(folder[0].toPath())));
        } catch (IOException | SQLException | RuntimeException unstarted) {
            System.out.println("Without PostgreSQL, which did not start here: " + unstarted);
            return Optional.empty();
        }
    }

    private static long postmaster(Path folder) throws IOException {
        return Long.parseLong(
                Files.readAllLines(folder.resolve("postmaster.pid")).getFirst().strip());
    }

    String url() {
        return server.getJdbcUrl("postgres", "postgres");
    }

    /** Of all its processes, of those too that have ended. */
    double cpuSeconds() throws IOException {
        double ticks = 0;
        try (Stream<ProcessHandle> processes =
                ProcessHandle.of(postmaster).orElseThrow().descendants()) {
            for (ProcessHandle process : processes.toList()) {
                ticks += ticks(process.pid(), 2);
            }
        }
        return (ticks + ticks(postmaster, 4)) / TICKS_A_SECOND;
    }

    /** @param fields 2 for the time of a process itself, 4 for that of its ended children, too */
    private static double ticks(long process, int fields) throws IOException {
        Path stat = Path.of("/proc", Long.toString(process), "stat");
        if (!Files.exists(stat)) {
            return 0;
        }
        String told = Files.readString(stat);
        // The name in brackets may hold blanks; the times are the 14th and following fields of proc(5).
        String[] words = told.substring(told.lastIndexOf(')') + 2).split(" ");
        double ticks = 0;
        for (int i = 0; i < fields; i++) {
            ticks += Double.parseDouble(words[11 + i]);
        }
        return ticks;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
