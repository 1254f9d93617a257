package io.plumbline.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.config.Configuration;
import io.plumbline.config.Connection;
import io.plumbline.config.Environment;
import io.plumbline.crm.RecordId;
import io.plumbline.flow.AccountGateway;
import io.plumbline.flow.Portfolio;
import io.plumbline.flow.Sync;
import io.plumbline.flow.SyncRequest;
import io.plumbline.flow.SyncSummary;
import io.plumbline.ops.start.ConnectorApplication;
import io.plumbline.ops.start.Org;
import io.plumbline.ops.storage.DataFolder;
import io.plumbline.sandbox.control.Effect;
import io.plumbline.testing.SmallOrg;
import io.plumbline.testing.Trap;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.DirectFieldAccessor;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.integration.endpoint.SourcePollingChannelAdapter;
import org.springframework.scheduling.support.CronTrigger;

/** What happens by itself, and what happens on demand, wired as in earnest. Nothing waits for a clock here. */
class SyncScheduleTest {

    private final SmallOrg org = new SmallOrg();
    private ConfigurableApplicationContext context;

    @BeforeEach
    void start(@TempDir Path data) {
        Connection connection = Org.namedBy(Environment.read(ShellRun.environment(org.sandbox, data)));
        Map<String, Object> settings = new HashMap<>(DataFolder.settings(data));
        settings.put("spring.integration.endpoint.no-auto-startup", "everySoOften,everyNight,everyFewMinutes");
        context = ConnectorApplication.withPages(Configuration.shipped(), connection, settings, 0, SyncSchedule.class);
    }

    @AfterEach
    void stop() {
        context.close();
        org.close();
    }

    @Test
    void everyNightAllAccountsAreAskedForAndInBetweenThoseThatChanged() {
        assertThat(asks("everyNight")).isEqualTo(SyncRequest.ofEverything());
        assertThat(asks("everySoOften")).isEqualTo(SyncRequest.today());
        assertThat(new DirectFieldAccessor(poller("everyNight")).getPropertyValue("trigger"))
                .isInstanceOfSatisfying(
                        CronTrigger.class,
                        trigger -> assertThat(trigger.getExpression()).isEqualTo("0 10 0 * * *"));
    }

    /** One account is judged and written now; what else happened in the org waits for its turn. */
    @Test
    void oneAccountIsJudgedOnDemandAndAlone() {
        context.getBean(Sync.class).run(SyncRequest.today());
        org.goOn(Duration.ofMinutes(20));
        context.getBean(Sync.class).run(SyncRequest.today());
        org.update("Plumbline_Plan__c", org.plan, "Last_Reviewed__c", SmallOrg.TODAY);
        org.freshPlan(org.cedar);
        org.goOn(Duration.ofMinutes(20));
        org.sandbox.journal().reset();

        SyncSummary summary = context.getBean(AccountGateway.class).judge(RecordId.of(org.acme));

        assertThat(summary.status()).as(summary.toString()).isEqualTo(SyncSummary.Status.COMPLETE);
        assertThat(org.sandbox.journal().effects())
                .filteredOn(effect -> effect.object().equals("Account"))
                .extracting(Effect::id)
                .containsOnly(org.acme);

        org.sandbox.journal().reset();
        context.getBean(Sync.class).run(SyncRequest.today());
        assertThat(org.sandbox.journal().effects())
                .as("what was read meanwhile is not forgotten")
                .filteredOn(effect -> effect.object().equals("Account"))
                .extracting(Effect::id)
                .containsOnly(org.cedar);
    }

    /** The retry has something to do only after a run that left something which passes by itself. */
    @Test
    void nothingIsRetriedAfterARunThatWasComplete() {
        context.getBean(Sync.class).run(SyncRequest.today());

        assertThat(context.getBean(Portfolio.class).isWorthRepeating()).isFalse();
    }

    @Trap("J9")
    @Test
    void applicationThatIsClosedBeginsNoOtherRun() {
        Sync sync = context.getBean(Sync.class);
        context.close();

        SyncSummary late = sync.run(SyncRequest.today());

        assertThat(late.status()).isEqualTo(SyncSummary.Status.FAILED);
        assertThat(late.problems()).singleElement().asString().contains("being stopped");
    }

    private Object asks(String source) {
        return Objects.requireNonNull(poller(source).getMessageSource().receive())
                .getPayload();
    }

    private SourcePollingChannelAdapter poller(String id) {
        return context.getBean(id, SourcePollingChannelAdapter.class);
    }
}
