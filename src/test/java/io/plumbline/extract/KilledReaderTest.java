package io.plumbline.extract;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.config.Configuration;
import io.plumbline.crm.RecordId;
import io.plumbline.extract.reading.SourceQuery;
import io.plumbline.mirror.Mirror;
import io.plumbline.salesforce.SalesforceOrg;
import io.plumbline.salesforce.SignIn;
import io.plumbline.testing.SmallOrg;
import io.plumbline.testing.TestDatabase;
import io.plumbline.testing.Trap;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A reading killed at a transaction, in a JVM of its own, and started again. {@code -Dplumbline.kills=all} kills at each
 * transaction of a first reading, before and after its commit; {@code 1-20} at some of them.
 */
class KilledReaderTest {

    private static final String KILLS = System.getProperty("plumbline.kills", "");

    private static SmallOrg org;
    private static Map<String, String> undisturbed;

    @TempDir
    Path folder;

    @BeforeAll
    static void readUndisturbed() {
        org = new SmallOrg();
        org.sandbox.levers().mostRowsPerPage(2);
        undisturbed = mirror(new Mirror(TestDatabase.migrated()));
    }

    @AfterAll
    static void stop() {
        org.close();
    }

    static Stream<Arguments> kills() {
        return KILLS.isEmpty()
                ? Stream.of(Arguments.of(8, true), Arguments.of(21, false))
                : numbers().boxed().flatMap(n -> Stream.of(Arguments.of(n, true), Arguments.of(n, false)));
    }

    private static IntStream numbers() {
        int transactions = KilledReader.commits(TestDatabase.migrated(), signIn());
        System.out.println("A first reading has " + transactions + " transactions.");
        if (KILLS.equals("all")) {
            return IntStream.rangeClosed(1, transactions);
        }
        String[] range = KILLS.split("-");
        return IntStream.rangeClosed(Integer.parseInt(range[0]), Math.min(transactions, Integer.parseInt(range[1])));
    }

    private static SignIn signIn() {
        return new SignIn.ClientCredentials(
                URI.create(org.sandbox.instanceUrl()), org.sandbox.clientId(), org.sandbox.clientSecret());
    }

    @ParameterizedTest(name = "commit {0}, before: {1}")
    @MethodSource("kills")
    @Trap({"K2", "K7"})
    void holdsTheSameAfterAKillAtAnyTransaction(int commit, boolean before) throws Exception {
        JdbcDataSource file = new JdbcDataSource();
        file.setURL("jdbc:h2:file:" + folder.resolve("mirror"));
        Flyway.configure()
                .dataSource(file)
                .locations("classpath:db/migration")
                .load()
                .migrate();

        assertThat(killed(file.getURL(), commit, before)).isEqualTo(KilledReader.KILLED);

        file.setURL(file.getURL() + KilledReader.OPEN);
        assertThat(mirror(new Mirror(file))).isEqualTo(undisturbed);
        try (Connection last = file.getConnection()) {
            last.createStatement().execute("shutdown immediately");
        }
    }

    private static int killed(String database, int commit, boolean before) throws IOException, InterruptedException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledReader.class.getName(),
                        database,
                        org.sandbox.instanceUrl(),
                        org.sandbox.clientId(),
                        org.sandbox.clientSecret(),
                        Integer.toString(commit),
                        Boolean.toString(before))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    /** The whole mirror after a run, row by row. */
    private static Map<String, String> mirror(Mirror mirror) {
        SalesforceOrg salesforce = KilledReader.open(signIn());
        Configuration shipped = Configuration.shipped();
        Extraction extraction = new Extraction(shipped.mapping(), shipped.connector(), mirror);
        Readiness readiness = extraction.preflight(salesforce);
        assertThat(extraction.run(salesforce, readiness).isPartial()).isFalse();
        RecordId id = salesforce.identity().orgId();
        Map<String, String> rows = new TreeMap<>();
        for (SourceQuery source : readiness.sources()) {
            assertThat(mirror.org(id).isComplete(source.source())).isTrue();
            mirror.org(id)
                    .rows(source.source())
                    .forEach(row -> rows.put(
                            source.source() + " " + row.id(),
                            List.of(
                                            row.accountId(),
                                            row.parentId(),
                                            row.deleted(),
                                            row.record().fields())
                                    .toString()));
        }
        return rows;
    }
}
