package io.plumbline.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.config.Configuration;
import io.plumbline.config.Environment;
import io.plumbline.flow.Sync;
import io.plumbline.flow.SyncRequest;
import io.plumbline.flow.SyncSummary;
import io.plumbline.ops.start.ConnectorApplication;
import io.plumbline.ops.start.Org;
import io.plumbline.ops.storage.DataFolder;
import io.plumbline.testing.SmallOrg;
import io.plumbline.testing.Trap;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * The whole program with a data folder that knows an org already, before another org: one at another address, whose records
 * have the same Ids as a full copy has, and a sandbox that was refreshed under its address.
 */
class AnotherOrgTest {

    private static final String OTHER_ORG = "00D5e000000OTHREA4";

    /** What is no org's: who uses the console and what they pressed, whether the schedule rests, and the migrations. */
    private static final List<String> OF_NO_ORG =
            List.of("console_audit", "console_user", "flyway_schema_history", "schedule_pause");

    @TempDir
    Path data;

    private final SmallOrg org = new SmallOrg();

    @AfterEach
    void close() {
        org.close();
    }

    @Trap("J7")
    @Test
    void orgsThatShareAFolderDoNotMix(@TempDir Path ofItsOwn) {
        sync(org, data);
        Map<String, String> before = rowsOf(orgId(org));
        List<String> verdicts = org.verdicts();
        org.sandbox.journal().reset();

        try (SmallOrg other = otherOrg();
                SmallOrg alone = otherOrg()) {
            assertThat(other.acme).as("a full copy keeps its Ids").isEqualTo(org.acme);
            String first = sync(other, data);

            assertThat(first).contains("complete, 3 accounts judged");
            sync(alone, ofItsOwn);
            assertThat(other.verdicts())
                    .as("as if the folder knew no other org")
                    .isEqualTo(alone.verdicts())
                    .isNotEqualTo(verdicts);
            assertThat(rowsOf(orgId(org))).isEqualTo(before);
            assertThat(org.sandbox.journal().effects()).isEmpty();
            assertThat(org.verdicts()).isEqualTo(verdicts);
            assertThat(rowsOf(OTHER_ORG))
                    .containsKeys("mirror_row", "journal_latest", "journal_standing", "journal_effect");
            other.sandbox.journal().reset();

            assertThat(sync(org, data)).contains("Nothing written: nothing changed");
            before = rowsOf(orgId(org));
            assertThat(sync(other, data)).contains("Nothing written: nothing changed");
            assertThat(org.sandbox.journal().effects()).isEmpty();
            assertThat(other.sandbox.journal().effects()).isEmpty();

            other.update("Opportunity", other.deal, "Amount", 5_000);
            assertThat(sync(other, data)).as("one account alone").contains("1 of 3 accounts judged");
            assertThat(rowsOf(orgId(org))).isEqualTo(before);
        }
    }

    @Trap("J7")
    @Test
    void explainAsksWhichOrgIsMeant() {
        sync(org, data);
        try (SmallOrg other = otherOrg()) {
            sync(other, data);

            ShellRun asked = explain("Acme");
            ShellRun first = explain("Acme", "--org", orgId(org));
            ShellRun second = explain(org.acme, "--org", OTHER_ORG);

            assertThat(asked.exitCode()).isEqualTo(4);
            assertThat(asked.err())
                    .contains("Which org's account is meant by 'Acme'? Say it with --org: ", orgId(org), OTHER_ORG);
            assertThat(explain(org.brook, "--org", orgId(org)).out())
                    .as("a plan in the other org alone")
                    .isNotEqualTo(explain(org.brook, "--org", OTHER_ORG).out());
            assertThat(first.out()).startsWith("Acme (" + org.acme).isEqualTo(second.out());
            assertThat(explain("Acme", "--org", "00D5e000000NONEEA4").err()).contains("Nothing was read of the org");
            assertThat(explain("Acme", "--org", "Acme Inc.").err()).contains("is no Id of an org");
        }
    }

    private ShellRun explain(String... arguments) {
        List<String> all = new ArrayList<>(List.of("explain", "--as-of", SmallOrg.TODAY.toString()));
        all.addAll(List.of(arguments));
        return ShellRun.of(ShellRun.environment(org.sandbox, data), all.toArray(String[]::new));
    }

    /** A table that is added must say whose its rows are, or be thought of here and in the documentation. */
    @Test
    void allThatIsKeptBearsTheIdOfItsOrg() {
        sync(org, data);

        List<String> withoutAnOrg =
                inTheFolder(database -> database.sql("""
                        select lower(table_name) from information_schema.tables t
                        where table_schema = 'PUBLIC' and not exists (select 1 from information_schema.columns c
                            where c.table_name = t.table_name and c.column_name = 'ORG_ID')
                        """).query(String.class).list());

        assertThat(withoutAnOrg).containsExactlyInAnyOrderElementsOf(OF_NO_ORG);
    }

    @Trap("J7")
    @Test
    void runningProcessRefusesARefreshedSandbox() {
        try (ConfigurableApplicationContext running = ConnectorApplication.forOneRun(
                Configuration.shipped(),
                Org.namedBy(Environment.read(ShellRun.environment(org.sandbox, data))),
                DataFolder.settings(data))) {
            Sync sync = running.getBean(Sync.class);
            assertThat(sync.run(SyncRequest.today()).status()).isEqualTo(SyncSummary.Status.COMPLETE);
            JdbcClient database = running.getBean(JdbcClient.class);
            Map<String, String> before = rowsOf(orgId(org), database);
            refresh();

            for (int again = 0; again < 2; again++) {
                SyncSummary refused = sync.run(SyncRequest.today());

                assertThat(refused.status()).isEqualTo(SyncSummary.Status.REFUSED);
                assertThat(refused.problems())
                        .singleElement()
                        .asString()
                        .contains("now signs in to org " + OTHER_ORG + ", before it was " + orgId(org))
                        .contains("start Plumbline anew with a data folder of its own");
            }
            assertThat(org.sandbox.journal().effects()).isEmpty();
            assertThat(rowsOf(orgId(org), database)).isEqualTo(before);
            assertThat(rowsOf(OTHER_ORG, database)).isEmpty();
        }
    }

    @Trap("J7")
    @Test
    void refreshedSandboxIsAnotherOrgToAProcessThatStartsAnew(@TempDir Path empty) {
        sync(org, data);
        Map<String, String> before = rowsOf(orgId(org));
        refresh();

        assertThat(sync(org, empty)).contains("complete, 3 accounts judged");
        assertThat(sync(org, data)).as("with the old folder").contains("complete, 3 accounts judged");
        assertThat(rowsOf(orgId(org))).isEqualTo(before);
        assertThat(rowsOf(OTHER_ORG)).containsKeys("mirror_row", "journal_latest");
    }

    /** With another Id, and with a plan that makes its verdicts others. */
    private static SmallOrg otherOrg() {
        SmallOrg other = new SmallOrg();
        other.freshPlan(other.brook);
        other.sandbox.levers().claimToBe(OTHER_ORG);
        return other;
    }

    /** The address stays, the Id does not, and nobody is signed in any more. */
    private void refresh() {
        org.sandbox.levers().claimToBe(OTHER_ORG);
        org.sandbox.levers().killSessions();
        org.sandbox.journal().reset();
    }

    private static String orgId(SmallOrg org) {
        return org.sandbox.org().organizationId();
    }

    private static String sync(SmallOrg org, Path folder) {
        ShellRun run = ShellRun.of(ShellRun.environment(org.sandbox, folder), "sync");
        assertThat(run.exitCode()).as(run.said()).isZero();
        return run.out();
    }

    /**
     * All that is kept of an org, by table; tables without a row of it are left out, and so is who works on it, which a run
     * takes and gives back whatever becomes of it.
     */
    private Map<String, String> rowsOf(String org) {
        return inTheFolder(database -> rowsOf(org, database));
    }

    private static Map<String, String> rowsOf(String org, JdbcClient database) {
        Map<String, String> rows = new TreeMap<>();
        for (String table : database.sql(
                        "select lower(table_name) from information_schema.columns where column_name = 'ORG_ID' and table_name <> 'ORG_LEASE'")
                .query(String.class)
                .list()) {
            List<Map<String, Object>> found = database.sql("select * from " + table + " where org_id = :org")
                    .param("org", org)
                    .query()
                    .listOfRows();
            if (!found.isEmpty()) {
                rows.put(table, found.stream().map(Object::toString).sorted().collect(Collectors.joining("\n")));
            }
        }
        return rows;
    }

    private interface Question<T> {
        T ask(JdbcClient database);
    }

    private <T> T inTheFolder(Question<T> question) {
        try (Connection connection =
                DriverManager.getConnection(DataFolder.databaseIn(data), DataFolder.DATABASE_USER, "")) {
            return question.ask(JdbcClient.create(new SingleConnectionDataSource(connection, true)));
        } catch (SQLException closed) {
            throw new IllegalStateException(closed);
        }
    }
}
