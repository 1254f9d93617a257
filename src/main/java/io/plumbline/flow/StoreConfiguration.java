package io.plumbline.flow;

import io.plumbline.config.Configuration;
import io.plumbline.flow.retention.DataSubjects;
import io.plumbline.flow.retention.Forgetting;
import io.plumbline.journal.AccountList;
import io.plumbline.journal.Answers;
import io.plumbline.journal.BandHistory;
import io.plumbline.journal.Effects;
import io.plumbline.journal.Retention;
import io.plumbline.journal.Runs;
import io.plumbline.journal.SchedulePause;
import io.plumbline.journal.Standings;
import io.plumbline.journal.Stops;
import io.plumbline.journal.Verdicts;
import io.plumbline.mirror.Mirror;
import io.plumbline.writeback.Outbox;
import io.plumbline.writeback.StepWatch;
import io.plumbline.writeback.lease.LeaseTerms;
import io.plumbline.writeback.lease.Leases;
import io.plumbline.writeback.quarantine.Quarantine;
import java.sql.SQLException;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** What is kept in the database between runs, and who may write there. */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
class StoreConfiguration {

    @Bean
    Mirror mirror(DataSource database) {
        return new Mirror(database);
    }

    @Bean
    Runs runs(JdbcClient database, Clock clock) {
        return new Runs(database, clock);
    }

    @Bean
    Verdicts verdicts(NamedParameterJdbcTemplate database, TransactionOperations transaction) {
        return new Verdicts(database, transaction);
    }

    @Bean
    AccountList accountList(NamedParameterJdbcTemplate database) {
        return new AccountList(database);
    }

    @Bean
    BandHistory bandHistory(NamedParameterJdbcTemplate database) {
        return new BandHistory(database);
    }

    @Bean
    SchedulePause schedulePause(JdbcClient database, Clock clock) {
        return new SchedulePause(database, clock);
    }

    @Bean
    Backlog backlog(Outbox outbox, Quarantine quarantine) {
        return new Backlog(outbox, quarantine);
    }

    @Bean
    Standings standings(NamedParameterJdbcTemplate database, TransactionOperations transaction) {
        return new Standings(database, transaction);
    }

    @Bean
    Answers answers(JdbcClient database, TransactionOperations transaction) {
        return new Answers(database, transaction);
    }

    @Bean
    Effects effects(NamedParameterJdbcTemplate database) {
        return new Effects(database);
    }

    @Bean
    Outbox outbox(
            NamedParameterJdbcTemplate database, TransactionOperations transaction, Clock clock, StepWatch watch) {
        return new Outbox(database, transaction, clock, watch);
    }

    @Bean
    Quarantine quarantine(JdbcClient database) {
        return new Quarantine(database);
    }

    /** Only an H2 file is a database that this process has for itself; the lock on it or on its folder sees to that. */
    @Bean
    Leases leases(JdbcClient database, TransactionOperations transaction, DataSource source) throws SQLException {
        try (java.sql.Connection connection = source.getConnection()) {
            String address = connection.getMetaData().getURL();
            boolean alone = address.startsWith("jdbc:h2:file:") || address.startsWith("jdbc:h2:mem:");
            return new Leases(
                    database, transaction, LeaseTerms.SHIPPED, alone ? Leases.Sharing.ALONE : Leases.Sharing.SHARED);
        }
    }

    @Bean
    Stops stops(JdbcClient database) {
        return new Stops(database);
    }

    @Bean
    Retention retention(JdbcClient database, TransactionOperations transaction, Configuration configuration) {
        return new Retention(database, transaction, configuration.connector().keepJournal());
    }

    @Bean
    DataSubjects dataSubjects(Forgetting forgetting, Mirror mirror, Leases leases) {
        return new DataSubjects(forgetting, mirror, leases, ThisInstance.name());
    }

    @Bean
    Forgetting forgetting(Retention retention, Mirror mirror, DataSource database, Configuration configuration) {
        return new Forgetting(
                retention,
                mirror,
                new JdbcTemplate(database),
                configuration.connector().keep().deleted());
    }
}
