package io.plumbline.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.config.Configuration;
import io.plumbline.config.Connection;
import io.plumbline.config.Environment;
import io.plumbline.crm.RecordId;
import io.plumbline.flow.Backlog;
import io.plumbline.flow.Sync;
import io.plumbline.flow.SyncRequest;
import io.plumbline.flow.SyncSummary.Status;
import io.plumbline.journal.Runs;
import io.plumbline.ops.access.Audit;
import io.plumbline.ops.access.Role;
import io.plumbline.ops.start.ConnectorApplication;
import io.plumbline.ops.start.Org;
import io.plumbline.ops.storage.DataFolder;
import io.plumbline.sandbox.control.Fault;
import io.plumbline.sandbox.control.FaultRule;
import io.plumbline.testing.SmallOrg;
import io.plumbline.testing.Trap;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** The button of a record that the org refused and that waits in quarantine, pressed over HTTP. */
class QuarantineReleaseTest {

    private static final String RELEASE = "/quarantine/release";

    private SmallOrg org;
    private ConfigurableApplicationContext context;
    private Browser operator;

    /** After a run in which the org let nobody change Acme. */
    @BeforeEach
    void start(@TempDir Path data) {
        org = new SmallOrg();
        Connection connection = Org.namedBy(Environment.read(ShellRun.environment(org.sandbox, data)));
        context = ConnectorApplication.withPages(Configuration.shipped(), connection, DataFolder.settings(data), 0);
        operator = Browser.signedIn(context, Role.OPERATOR, true);
        org.sandbox
                .faults()
                .add(FaultRule.always(
                        "soap.update",
                        new Fault.RowError(
                                "FIELD_CUSTOM_VALIDATION_EXCEPTION",
                                "Acme is locked",
                                List.of(),
                                Set.of(org.acme),
                                Set.of())));
        assertThat(sync()).isEqualTo(Status.PARTIAL);
    }

    @AfterEach
    void stop() {
        context.close();
        org.close();
    }

    @Trap("F6")
    @Test
    void releasedRecordIsWrittenByTheNextRun() {
        String key = waiting().changeKey();
        Document page = operator.page("/");
        assertThat(page.select("section[aria-labelledby=waiting] tbody").text())
                .contains("Acme", key, "FIELD_CUSTOM_VALIDATION_EXCEPTION", "Acme is locked", "1 attempt");
        org.sandbox.faults().clear();
        sync();
        assertThat(isWritten())
                .as("a mended cause alone is not seen before the next attempt is due")
                .isFalse();

        HttpResponse<String> pressed = operator.submit("/", RELEASE, Map.of());

        assertThat(pressed.statusCode()).isEqualTo(302);
        assertThat(pressed.headers().firstValue("Location")).hasValue("/");
        assertThat(audited()).containsOnlyOnce("RELEASED operator-with-names " + key);
        assertThat(isWritten()).as("the button itself writes nothing").isFalse();
        assertThat(sync()).isEqualTo(Status.COMPLETE);
        assertThat(isWritten()).isTrue();
        assertThat(operator.page("/").select("section[aria-labelledby=waiting]"))
                .isEmpty();
    }

    @Test
    void recordReleasedBeforeItsCauseIsMendedIsTriedOnceAndWaitsAgain() {
        String key = waiting().changeKey();
        operator.submit("/", RELEASE, Map.of());
        assertThat(refused()).isEmpty();

        assertThat(sync()).isEqualTo(Status.PARTIAL);
        assertThat(waiting().changeKey()).isEqualTo(key);
        assertThat(waiting().attempts()).isOne();

        sync();
        assertThat(waiting().attempts()).as("not again before it is due").isOne();
        assertThat(isWritten()).isFalse();
    }

    @Trap("L9")
    @Test
    void viewerReleasesNothing() {
        Browser viewer = Browser.signedIn(context, Role.VIEWER, true);
        Document page = viewer.page("/");
        String token = page.select("form[action=/sign-out] input").attr("value");
        String key = waiting().changeKey();

        assertThat(page.select("section[aria-labelledby=waiting] tbody").text()).contains(key);
        assertThat(page.select("form[action=" + RELEASE + "]")).isEmpty();
        assertThat(viewer.post(RELEASE, Map.of("_csrf", token, "key", key)).statusCode())
                .isEqualTo(403);
        assertThat(waiting().changeKey()).isEqualTo(key);
        assertThat(audited()).noneMatch(entry -> entry.startsWith("RELEASED"));
    }

    private Status sync() {
        return context.getBean(Sync.class).run(SyncRequest.today()).status();
    }

    /** The only record in quarantine. */
    private Backlog.Refused waiting() {
        List<Backlog.Refused> refused = refused();
        assertThat(refused).extracting(Backlog.Refused::account).containsExactly(RecordId.of(org.acme));
        return refused.getFirst();
    }

    private List<Backlog.Refused> refused() {
        return context.getBean(Backlog.class)
                .refused(context.getBean(Runs.class).latestOrg().orElseThrow());
    }

    private boolean isWritten() {
        return org.value("Account", org.acme, "Plumbline_Health__c") != null;
    }

    private List<String> audited() {
        return context.getBean(Audit.class).latest(0, 200).stream()
                .map(entry -> entry.deed() + " " + entry.who() + " " + entry.subject())
                .toList();
    }
}
