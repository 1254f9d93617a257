package io.plumbline.flow;

import io.plumbline.config.Configuration;
import io.plumbline.crm.RecordId;
import io.plumbline.sandbox.Sandbox;
import io.plumbline.testing.TestDatabase;
import io.plumbline.writeback.StepWatch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A sync in a process of its own that is halted at a given moment, without a chance to tidy up. */
final class OwnProcess {

    private static final int HALTED = 137;

    private OwnProcess() {}

    /** An H2 file, or with {@code -Dplumbline.database=postgresql} a database on a real PostgreSQL. */
    static DataSource database(Path folder, int number) {
        if ("postgresql".equals(System.getProperty("plumbline.database"))) {
            return TestDatabase.migrated();
        }
        JdbcDataSource file = new JdbcDataSource();
        file.setURL("jdbc:h2:file:" + folder.resolve("crash" + number) + ";DB_CLOSE_ON_EXIT=FALSE");
        file.setUser("sa");
        Flyway.configure()
                .dataSource(file)
                .locations("classpath:db/migration")
                .load()
                .migrate();
        return file;
    }

    /** @return whether it died at the moment, and not of anything else */
    static boolean dies(Sandbox sandbox, DataSource database, int moment) {
        try (Connection connection = database.getConnection()) {
            String url = connection.getMetaData().getURL();
            String user = connection.getMetaData().getUserName();
            connection.close();
            Process process = new ProcessBuilder(List.of(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-XX:+UseSerialGC",
                            "-cp",
                            System.getProperty("java.class.path"),
                            OwnProcess.class.getName(),
                            sandbox.instanceUrl(),
                            sandbox.clientId(),
                            sandbox.clientSecret(),
                            sandbox.org().organizationId(),
                            sandbox.clock().instant().toString(),
                            url,
                            user,
                            Integer.toString(moment)))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor() == HALTED;
        } catch (IOException unstarted) {
            throw new UncheckedIOException(unstarted);
        } catch (SQLException | InterruptedException unexpected) {
            throw new IllegalStateException(unexpected);
        }
    }

    public static void main(String[] args) {
        AtomicInteger left = new AtomicInteger(Integer.parseInt(args[7]));
        StepWatch death = (step, done) -> {
            if (left.getAndDecrement() == 0) {
                Runtime.getRuntime().halt(HALTED);
            }
        };
        new Connector(
                        URI.create(args[0]),
                        args[1],
                        args[2],
                        RecordId.of(args[3]),
                        Clock.fixed(Instant.parse(args[4]), ZoneOffset.UTC),
                        Configuration.shipped(),
                        new DriverManagerDataSource(args[5], args[6], ""),
                        death)
                .sync();
    }
}
