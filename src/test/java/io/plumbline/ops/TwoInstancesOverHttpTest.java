package io.plumbline.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.config.Configuration;
import io.plumbline.crm.RecordId;
import io.plumbline.flow.Sync;
import io.plumbline.flow.SyncRequest;
import io.plumbline.flow.SyncSummary;
import io.plumbline.ops.RunningApi.Reply;
import io.plumbline.testing.Trap;
import io.plumbline.writeback.lease.Lease;
import io.plumbline.writeback.lease.LeaseTerms;
import io.plumbline.writeback.lease.Leases;
import io.plumbline.writeback.lease.Taking;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** What is asked over HTTP of the one of two instances on a database that does not have the org just now. */
class TwoInstancesOverHttpTest {

    private static final String OTHER = "process 7 on another machine";

    @TempDir
    Path data;

    private RunningApi api;
    private Lease others;

    /** As on PostgreSQL, where other processes may work on the same database. */
    static class SharedDatabase {

        @Bean
        @Primary
        Leases shared(JdbcClient database, TransactionOperations transaction) {
            return new Leases(database, transaction, LeaseTerms.SHIPPED, Leases.Sharing.SHARED);
        }
    }

    @BeforeEach
    void otherOneIsAtWork() {
        api = new RunningApi(data, Configuration.shipped(), SharedDatabase.class);
        Leases leases = new Leases(
                api.jdbc(),
                api.context.getBean(TransactionOperations.class),
                LeaseTerms.SHIPPED,
                Leases.Sharing.SHARED);
        others = ((Taking.Taken) leases.take(RecordId.of(api.orgId), OTHER)).lease();
        api.org.sandbox.journal().reset();
    }

    @AfterEach
    void close() {
        api.close();
    }

    @Trap({"K3", "K4"})
    @Test
    void judgementIsRefusedWithTheNameOfWhoIsAtWork() {
        Map<String, Long> before = effects();

        Reply refused = api.judge(api.org.acme, api.judgement());

        assertThat(refused.status()).as(refused.text()).isEqualTo(503);
        assertThat(refused.json().path("title").asString()).isEqualTo("Another run is at work");
        assertThat(refused.detail()).contains(OTHER, "at work on this org", "minutes at the latest");
        assertThat(effects()).isEqualTo(before);
        assertThat(api.org.sandbox.journal().effects()).isEmpty();

        others.release();
        assertThat(api.judge(api.org.acme, api.judgement()).status()).isEqualTo(200);
    }

    /** Whoever answered is not asked to do so again: the answer is kept, and whoever runs next respects it. */
    @Trap("K4")
    @Test
    void answerIsKeptForTheNextRunAndNothingIsWritten() {
        Map<String, Long> before = effects();
        String task = api.org.openTask(api.org.acme, "currency");
        assertThat(api.org.text("Task", task, "Description")).contains("plan.review (");

        Reply given = api.answer(api.org.acme, api.answer("plan.review"));

        assertThat(given.status()).as(given.text()).isEqualTo(200);
        assertThat(api.org.sandbox.journal().effects()).isEmpty();
        assertThat(effects().get("journal_answer")).isEqualTo(before.get("journal_answer") + 1);
        assertThat(effects()).containsEntry("journal_run", before.get("journal_run"));
        assertThat(effects()).containsEntry("outbox", before.get("outbox"));

        others.release();
        SyncSummary next = api.context.getBean(Sync.class).run(SyncRequest.today());
        assertThat(next.remarks()).anyMatch(remark -> remark.startsWith("1 finding was answered"));
        assertThat(api.org.text("Task", task, "Description")).doesNotContain("plan.review (");
    }

    /** To learn whose org it is, Salesforce may be asked; that changes nothing. */
    private Map<String, Long> effects() {
        Map<String, Long> effects = api.effects();
        effects.remove("calls to Salesforce");
        return effects;
    }
}
