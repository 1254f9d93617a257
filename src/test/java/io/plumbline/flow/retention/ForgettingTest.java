package io.plumbline.flow.retention;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.crm.RecordId;
import io.plumbline.flow.Connector;
import io.plumbline.flow.SyncSummary;
import io.plumbline.journal.Retention;
import io.plumbline.mirror.Mirror;
import io.plumbline.testing.SmallOrg;
import io.plumbline.testing.TestDatabase;
import io.plumbline.writeback.StepWatch;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** After somebody is to be forgotten, no text of any table holds the name; what is looked at is every column there is. */
class ForgettingTest {

    private static final Duration DAYS = Duration.ofDays(14);

    private final SmallOrg org = new SmallOrg();
    private final DataSource database = TestDatabase.migrated();
    private final Connector connector = new Connector(org.sandbox, database, StepWatch.NOBODY);
    private final Mirror mirror = new Mirror(database);
    private final Forgetting forgetting = new Forgetting(
            new Retention(
                    JdbcClient.create(database),
                    new TransactionTemplate(new JdbcTransactionManager(database)),
                    Duration.ofDays(800)),
            mirror,
            new JdbcTemplate(database),
            DAYS);

    private String risks = "";

    @BeforeEach
    void somebodyIsNamedInManyPlaces() {
        org.update("Contact", org.champion, "FirstName", "Jané", "LastName", "O'Miller");
        org.update(
                "Opportunity",
                org.deal,
                "Name",
                "Renewal with Jané O'Miller",
                "CloseDate",
                SmallOrg.TODAY.minusDays(9));
        org.update("User", org.sam, "FirstName", "Sam", "LastName", "Seller");
        risks = org.section("risks", "Everything hangs on JANÉ O'MILLER. " + SmallOrg.words("risk", 30));
        sync();
        salesforceNamesSomebody();
        assertThat(tablesWith("Jané O'Miller"))
                .containsExactly("journal_effect", "journal_latest", "journal_run", "mirror_row", "outbox");
        assertThat(tablesWith("Sam Seller")).contains("mirror_row", "journal_standing");
    }

    /** What an org answers may name anybody, and some of it is kept. */
    private void salesforceNamesSomebody() {
        JdbcTemplate jdbc = new JdbcTemplate(database);
        String words = "Blocked by the rule of Jané O'Miller, ask her";
        jdbc.update("update outbox set message = ?", words);
        jdbc.update("update journal_effect set message = ?", words);
        jdbc.update("update journal_run set summary = ?", words);
        jdbc.update("update journal_latest set assessment = ?", "{\"said\":\"one\\njané o'miller\"}");
    }

    @AfterEach
    void close() {
        org.close();
    }

    @Test
    void toldFirstAndDoneOnlyThen() {
        Forgotten told = forgetting.forget(orgId(), RecordId.of(org.champion), Set.of(), false);

        assertThat(told.records()).isEqualTo(1);
        assertThat(told.stillShown()).isTrue();
        assertThat(told.texts())
                .containsOnlyKeys("journal_effect", "journal_latest", "journal_run", "mirror_row", "outbox");
        assertThat(tablesWith("Jané O'Miller")).as("nothing was done").contains("mirror_row", "journal_effect");
        Forgotten done = forgetting.forget(orgId(), RecordId.of(org.champion), Set.of(), true);
        assertThat(done.texts().keySet()).isEqualTo(told.texts().keySet());
        assertThat(tablesWith("Jané O'Miller")).isEmpty();
        assertThat(tablesWith("O'Miller")).isEmpty();
        assertThat(tablesWith("Sam Seller")).as("somebody else").isNotEmpty();
    }

    /** The org still shows the contact and no longer the name of the deal: so much comes back, and nothing more. */
    @Test
    void theNextReadingBringsBackWhatTheOrgStillHas() {
        theOrgNamesHerNoMore();
        forgetting.forget(orgId(), RecordId.of(org.champion), Set.of(), true);

        sync();

        assertThat(places("Jané O'Miller")).containsExactly(org.champion);
    }

    @Test
    void whomTheOrgNoLongerHasStaysForgotten() {
        theOrgNamesHerNoMore();
        org.delete(org.champion);
        sync();
        forgetting.forget(orgId(), RecordId.of(org.champion), Set.of(), true);
        assertThat(tablesWith("Jané O'Miller")).isEmpty();

        night();

        assertThat(tablesWith("Jané O'Miller")).isEmpty();
    }

    @Test
    void whoWasDeletedInTheOrgIsForgottenByNightWhenTheTimeIsOver() {
        theOrgNamesHerNoMore();
        org.delete(org.champion);
        night();

        nightAfter(DAYS.minusMillis(1));
        assertThat(tablesWith("Jané O'Miller")).as("it may come back").isNotEmpty();
        nightAfter(DAYS);

        assertThat(tablesWith("Jané O'Miller")).isEmpty();
    }

    @Test
    void whoCameBackInTimeIsNotForgotten() {
        org.delete(org.champion);
        night();
        org.undelete(org.champion);
        night();
        nightAfter(DAYS.multipliedBy(2));

        assertThat(places("Jané O'Miller")).contains(org.champion);
    }

    /** The old name goes with the next night; whoever is called so besides keeps it. */
    @Test
    void whoWasAnonymisedInTheOrgIsForgottenByTheNextNight() {
        theOrgNamesHerNoMore();
        org.update("Contact", org.champion, "FirstName", "Person", "LastName", "Removed");
        org.update("Contact", org.buyer, "FirstName", "Jané", "LastName", "O'Miller");

        night();

        assertThat(places("Jané O'Miller")).containsExactly(org.buyer);
        assertThat(tablesWith("Jané O'Miller")).containsExactly("mirror_row");
    }

    @Test
    void aUserWhoWasAnonymisedIsForgottenToo() {
        org.update("User", org.sam, "FirstName", "Person", "LastName", "Removed", "Username", "gone@small.example");

        night();

        assertThat(tablesWith("Sam Seller")).isEmpty();
        assertThat(tablesWith("sam@small.example")).isEmpty();
    }

    @Test
    void ofAnAccountThatWasDeletedNoSentenceStays() {
        assertThat(rowsOf(org.brook)).containsKeys("journal_latest", "journal_effect", "journal_standing", "outbox");
        org.delete(org.brook);
        night();
        nightAfter(DAYS);

        assertThat(rowsOf(org.brook))
                .as("numbers alone, and that there were records")
                .doesNotContainKeys("journal_latest", "journal_effect", "journal_standing", "outbox")
                .containsKey("journal_verdict");
        assertThat(tablesWith("Brook")).isEmpty();
    }

    /** But for her own record. */
    private void theOrgNamesHerNoMore() {
        org.update("Opportunity", org.deal, "Name", "Renewal");
        org.update("Plumbline_Section__c", risks, "Text__c", SmallOrg.words("risk", 30));
    }

    private void sync() {
        SyncSummary summary = connector.sync();
        assertThat(summary.status()).as(summary.toString()).isEqualTo(SyncSummary.Status.COMPLETE);
    }

    private void night() {
        org.goOn(Duration.ofDays(1));
        sync();
    }

    /** What a night does that comes so long after the last one. */
    private void nightAfter(Duration time) {
        forgetting.nightly(orgId(), org.sandbox.clock().instant().plus(time));
    }

    private RecordId orgId() {
        return mirror.orgs().getFirst().orgId();
    }

    /** The records of the mirror that hold a text. */
    private List<String> places(String text) {
        List<String> places = new ArrayList<>();
        each((table, column, value, id) -> {
            if (table.equals("mirror_row") && contains(value, text)) {
                places.add(id);
            }
        });
        return places;
    }

    private List<String> tablesWith(String text) {
        Set<String> tables = new TreeSet<>();
        each((table, column, value, id) -> {
            if (contains(value, text)) {
                tables.add(table);
            }
        });
        return List.copyOf(tables);
    }

    private Map<String, Integer> rowsOf(String account) {
        Map<String, Integer> tables = new TreeMap<>();
        String id = RecordId.of(account).value();
        each((table, column, value, record) -> {
            if (column.equals("account_id") && value.equals(id)) {
                tables.merge(table, 1, Integer::sum);
            }
        });
        return tables;
    }

    private static boolean contains(String value, String text) {
        return value.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT));
    }

    private interface Look {
        void at(String table, String column, String value, String record);
    }

    /** Everything that is stored, column by column, as the driver lists it. */
    private void each(Look look) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (ResultSet found = connection.getMetaData().getTables(null, connection.getSchema(), "%", null)) {
                while (found.next()) {
                    if (found.getString("TABLE_TYPE").endsWith("TABLE")) {
                        tables.add(found.getString("TABLE_NAME"));
                    }
                }
            }
            assertThat(tables).hasSizeGreaterThan(20);
            for (String table : tables) {
                try (ResultSet rows = statement.executeQuery("select * from \"" + table + "\"")) {
                    while (rows.next()) {
                        look(look, table.toLowerCase(Locale.ROOT), rows);
                    }
                }
            }
        } catch (SQLException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static void look(Look look, String table, ResultSet row) throws SQLException {
        String record = table.equals("mirror_row") ? row.getString("record_id") : "";
        for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
            String value = row.getString(column);
            if (value != null) {
                look.at(table, row.getMetaData().getColumnName(column).toLowerCase(Locale.ROOT), value, record);
            }
        }
    }
}
