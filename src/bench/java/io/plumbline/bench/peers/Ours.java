package io.plumbline.bench.peers;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.plumbline.bench.peers.Contestant.Arena;
import io.plumbline.config.connector.ConnectorConfig.ReadPolicy;
import io.plumbline.crm.FieldName;
import io.plumbline.crm.ObjectName;
import io.plumbline.crm.RecordId;
import io.plumbline.extract.reading.Outlook;
import io.plumbline.extract.reading.Reading;
import io.plumbline.extract.reading.ReadingWatch;
import io.plumbline.extract.reading.SourceMirror;
import io.plumbline.extract.reading.SourceQuery;
import io.plumbline.extract.reading.Vanishing;
import io.plumbline.mirror.Mirror;
import io.plumbline.mirror.RowSource;
import io.plumbline.salesforce.PageCursor;
import io.plumbline.salesforce.PageTaker;
import io.plumbline.salesforce.RecordPage;
import io.plumbline.salesforce.RecordWrite;
import io.plumbline.salesforce.SalesforceOrg;
import io.plumbline.salesforce.SignIn;
import io.plumbline.salesforce.SoqlQuery;
import io.plumbline.salesforce.StreamRequest;
import io.plumbline.salesforce.WriteOutcome;
import io.plumbline.salesforce.auth.AccessTokens;
import io.plumbline.salesforce.bulk.BulkSettings;
import io.plumbline.salesforce.bulk.BulkTransport;
import io.plumbline.salesforce.call.CallPolicy;
import io.plumbline.salesforce.call.OrgConnection;
import io.plumbline.salesforce.http.Deadlines;
import io.plumbline.salesforce.http.SalesforceHttp;
import io.plumbline.salesforce.soap.WscOrg;
import io.plumbline.salesforce.transport.BulkThresholds;
import io.plumbline.salesforce.transport.ChosenTransport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Plumbline itself, wired as the program wires it, but for the pauses between two looks at a job. */
final class Ours {

    private static final SoqlQuery QUERY = new SoqlQuery(
            ObjectName.of("Opportunity"),
            Opportunities.COLUMNS.stream().map(FieldName::of).toList(),
            Optional.empty(),
            Optional.empty(),
            false);
    private static final RecordId ORG = RecordId.of("00D5e000000PLMBEA4");

    private Ours() {}

    static long bulkTyped(Arena arena) {
        AtomicLong rows = new AtomicLong();
        PageTaker counting = page -> rows.addAndGet(page.records().size());
        org(arena, BulkThresholds.standard()).stream(
                new StreamRequest(QUERY, OptionalLong.of(Integer.MAX_VALUE), Optional.empty()), counting);
        return rows.get();
    }

    /** As the first reading of a source, into a database in a file. */
    static long bulkMirrored(Arena arena) throws IOException {
        Path folder = Files.createTempDirectory("plumbline-mirror");
        try (HikariDataSource database = database(folder)) {
            return mirrored(arena, database);
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
        }
    }

    /**
     * The same into a database of its own in the PostgreSQL that {@link Postgresql#URL} leads to. Its tables are there, as at
     * every start but the first.
     */
    static long bulkMirroredOnPostgresql(Arena arena) throws SQLException {
        String url = System.getProperty(Postgresql.URL);
        String name = "mirror_" + ProcessHandle.current().pid();
        try (Connection server = DriverManager.getConnection(url);
                Statement statement = server.createStatement()) {
            statement.execute("create database " + name + " template " + Postgresql.PREPARED);
            try (HikariDataSource database = pool(url.replace("/postgres?", "/" + name + "?"), "postgres")) {
                return mirrored(arena, database);
            } finally {
                statement.execute("drop database " + name);
            }
        }
    }

    private static long mirrored(Arena arena, DataSource database) {
        Mirror mirror = new Mirror(database);
        SourceQuery source = new SourceQuery(
                RowSource.of("opportunities"),
                QUERY.object(),
                QUERY.fields().subList(1, QUERY.fields().size()),
                Set.of(),
                Optional.of(FieldName.of("AccountId")),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                SourceQuery.Way.WINDOW_WITHOUT_DELETED);
        Instant until = Instant.parse("2027-01-01T00:00:00Z");
        SourceMirror here = new SourceMirror(mirror, ORG, source, until, ReadingWatch.NOBODY);
        Vanishing vanishing = new Vanishing(new ReadPolicy(1, Integer.MAX_VALUE));
        Reading reading = new Reading(org(arena, BulkThresholds.standard()), source, here, vanishing, until);
        Outlook outlook = new Outlook(OptionalLong.of(Integer.MAX_VALUE), OptionalLong.empty());
        return mirror.filling(() -> {
            reading.read(outlook, false);
            return here.rows();
        });
    }

    static HikariDataSource database(Path folder) {
        HikariDataSource database = pool(
                "jdbc:h2:file:" + folder.resolve("plumbline") + ";DB_CLOSE_ON_EXIT=FALSE"
                        + ";MAX_LENGTH_INPLACE_LOB=65536",
                "plumbline");
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration")
                .load()
                .migrate();
        return database;
    }

    private static HikariDataSource pool(String url, String user) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(user);
        return new HikariDataSource(config);
    }

    static long soapTyped(Arena arena) {
        SalesforceOrg org = org(arena, BulkThresholds.standard());
        AtomicLong rows = new AtomicLong();
        Optional<PageCursor> next = counted(org.query(QUERY), rows);
        while (next.isPresent()) {
            next = counted(org.next(next.get()), rows);
        }
        return rows.get();
    }

    /** Where the next page is; nobody keeps this one. */
    private static Optional<PageCursor> counted(RecordPage page, AtomicLong rows) {
        rows.addAndGet(page.records().size());
        return page.next();
    }

    static long bulkWritten(Arena arena) {
        return written(arena, new BulkThresholds(0, 1));
    }

    static long soapWritten(Arena arena) {
        return written(arena, new BulkThresholds(0, Integer.MAX_VALUE));
    }

    private static long written(Arena arena, BulkThresholds thresholds) {
        List<RecordWrite> writes = Writes.of(arena.rows());
        return org(arena, thresholds).write(writes).stream()
                .filter(WriteOutcome.Saved.class::isInstance)
                .count();
    }

    private static SalesforceOrg org(Arena arena, BulkThresholds thresholds) {
        SignIn signIn = new SignIn.ClientCredentials(arena.server(), "id", "secret");
        AccessTokens tokens = new AccessTokens(signIn, new SalesforceHttp(Deadlines.SIGN_IN), Clock.systemUTC());
        OrgConnection session = new OrgConnection(tokens, new SalesforceHttp(Deadlines.CALL), CallPolicy.standard());
        return new ChosenTransport(
                new WscOrg(tokens, session, Pages.ROWS_OF_SOAP),
                new BulkTransport(session, BulkSettings.standard().withPause(time -> {}), Clock.systemUTC()),
                thresholds);
    }
}
