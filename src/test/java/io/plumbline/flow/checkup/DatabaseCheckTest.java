package io.plumbline.flow.checkup;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.crm.RecordId;
import io.plumbline.testing.TestDatabase;
import io.plumbline.writeback.lease.LeaseTerms;
import io.plumbline.writeback.lease.Leases;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** On H2, and with {@code -Dplumbline.database=postgresql} on PostgreSQL. */
class DatabaseCheckTest {

    private static final boolean ON_POSTGRESQL = "postgresql".equals(System.getProperty("plumbline.database"));

    @Test
    void tellsTheVersionOfItsTablesAndThatNobodyIsAtWork() {
        List<CheckupLine> lines = new DatabaseCheck(TestDatabase.migrated()).lines();

        assertThat(lines).extracting(line -> line.state().word()).containsExactly("ok", "ok");
        assertThat(lines.getFirst().says()).contains("answers, tables of version");
        assertThat(lines.getLast().says()).isEqualTo("No sync is under way.");
    }

    @Test
    void tellsWhoIsAtWorkWhereOthersMayBe() {
        DataSource database = TestDatabase.migrated();
        RecordId org = RecordId.of("00DPb0000000001MAA");
        new Leases(
                        JdbcClient.create(database),
                        new TransactionTemplate(new JdbcTransactionManager(database)),
                        LeaseTerms.SHIPPED,
                        Leases.Sharing.SHARED)
                .take(org, "process 42 on elsewhere");

        assertThat(Leases.holders(JdbcClient.create(database)))
                .extracting(Leases.Holder::name)
                .containsExactly("process 42 on elsewhere");
        String told = new DatabaseCheck(database).lines().getLast().says();
        if (ON_POSTGRESQL) {
            assertThat(told).contains("A sync of " + org + " is under way: process 42 on elsewhere");
        } else {
            assertThat(told).as("who holds a file of our own is dead").isEqualTo("No sync is under way.");
        }
    }

    @Test
    void emptyDatabaseWaitsForTheFirstStart() {
        JdbcDataSource empty = new JdbcDataSource();
        empty.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");

        List<CheckupLine> lines = new DatabaseCheck(empty).lines();

        assertThat(lines).hasSize(1);
        assertThat(lines.getFirst().says()).endsWith("answers and is empty; the first start makes the tables.");
        assertThat(JdbcClient.create(empty)
                        .sql("select count(*) from information_schema.tables where table_schema = 'PUBLIC'")
                        .query(Long.class)
                        .single())
                .as("looking makes nothing")
                .isZero();
    }

    @Test
    void tablesOfALaterPlumblineAreAProblem() {
        DataSource database = TestDatabase.migrated();
        JdbcClient.create(database)
                .sql(
                        "insert into \"flyway_schema_history\" (\"installed_rank\", \"version\", \"description\", \"type\","
                                + " \"script\", \"checksum\", \"installed_by\", \"installed_on\", \"execution_time\", \"success\")"
                                + " values (999, '999', 'later', 'SQL', 'V999__later.sql', 1, 'x', current_timestamp, 1, true)")
                .update();

        CheckupLine tables = new DatabaseCheck(database).lines().getFirst();

        assertThat(tables.state()).isEqualTo(CheckupLine.State.PROBLEM);
        assertThat(tables.says()).contains("a later Plumbline (version 999)");
    }

    @Test
    void databaseThatDoesNotAnswerMayAnswerLater() {
        DataSource nowhere = new DriverManagerDataSource("jdbc:h2:tcp://localhost:1/none;IFEXISTS=TRUE", "u", "canary");

        CheckupLine line = new DatabaseCheck(nowhere).lines().getFirst();

        assertThat(line.state()).isEqualTo(CheckupLine.State.PROBLEM);
        assertThat(line.passing()).isTrue();
        assertThat(line.says() + line.advice()).doesNotContain("canary").contains("SPRING_DATASOURCE_URL");
    }
}
