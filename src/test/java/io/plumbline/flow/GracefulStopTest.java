package io.plumbline.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.journal.Run;
import io.plumbline.testing.FaultProxy;
import io.plumbline.testing.Trap;
import io.plumbline.testing.WireFault;
import io.plumbline.testing.WireFault.Kind;
import io.plumbline.testing.WireFault.Phase;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Plumbline is stopped while a run waits for an answer that does not come for minutes: the run ends at once, in good
 * order and with a word of it in the journal, and the next one leaves the org as if nothing had happened.
 */
@Timeout(120)
class GracefulStopTest {

    /** In the reading of the small org. */
    private static final int SOME_PAGE = 12;

    /** The first two calls of the writing ask for the org's time and send accounts. */
    private static final int FIRST_SEND = 2;

    private final FaultProxy proxy = new FaultProxy();
    private final Story story = new Story(proxy);
    private final SoftAssertions all = new SoftAssertions();

    @AfterEach
    void close() {
        story.close();
        proxy.close();
    }

    @Trap("J9")
    @Test
    void inTheMiddleOfAPage() {
        proxy.strike(SOME_PAGE, new WireFault(Phase.MID_BODY, Kind.STALL));

        SyncSummary stopped = stoppedWhen(proxy::struck);

        assertThat(stopped.status()).isEqualTo(SyncSummary.Status.FAILED);
        assertThat(story.org().sandbox.journal().effects()).isEmpty();
        healed();
    }

    /** Whether the org heard of it or not. */
    @Trap({"J9", "F1"})
    @ParameterizedTest
    @EnumSource(Phase.class)
    void inTheMiddleOfASend(Phase phase) {
        story.connector().beforeWriting(() -> proxy.strike(FIRST_SEND, new WireFault(phase, Kind.STALL)));

        SyncSummary stopped = stoppedWhen(proxy::struck);

        assertThat(stopped.status()).as(stopped.toString()).isEqualTo(SyncSummary.Status.PARTIAL);
        assertThat(stopped.problems()).anyMatch(problem -> problem.contains("being stopped"));
        assertThat(stopped.written().unknown()).isPositive();
        healed();
    }

    @Trap({"J9", "D7"})
    @Test
    void inTheMiddleOfABulkPoll() {
        story.connector().useBulkFrom(Integer.MAX_VALUE, 3);
        story.org().sandbox.bulkPace().pollsInProgress(Integer.MAX_VALUE);

        SyncSummary stopped = stoppedWhen(() ->
                story.org().sandbox.journal().entries("bulk.ingest.status").size() > 3);

        story.org().sandbox.bulkPace().pollsInProgress(0);
        assertThat(stopped.status()).as(stopped.toString()).isEqualTo(SyncSummary.Status.PARTIAL);
        assertThat(stopped.written().unknown()).isPositive();
        healed();
    }

    /** What is judged without a call ends, too, and no run begins that was asked for too late. */
    @Trap("J9")
    @Test
    void whatComesTooLateIsNotBegun() {
        assertThat(story.connector().stop()).isTrue();

        SyncSummary late = story.connector().sync();

        assertThat(late.status()).isEqualTo(SyncSummary.Status.FAILED);
        assertThat(late.problems()).singleElement().asString().contains("being stopped");
        assertThat(proxy.requests()).isZero();
    }

    private SyncSummary stoppedWhen(BooleanSupplier inTheMiddle) {
        CompletableFuture<SyncSummary> run =
                CompletableFuture.supplyAsync(() -> story.connector().sync());
        while (!inTheMiddle.getAsBoolean() && !run.isDone()) {
            Thread.onSpinWait();
        }
        assertThat(run).as("it waits").isNotDone();

        assertThat(story.connector().stop()).as("it ended by itself").isTrue();

        return run.join();
    }

    private void healed() {
        Run run = story.connector().runs().latest(story.connector().org(), 1).getFirst();
        assertThat(run.state()).isNotIn(Run.State.RUNNING, Run.State.COMPLETE);
        proxy.relent();
        story.connector().beforeWriting(() -> {});
        story.connector().waitAsUsual();
        try (Story undisturbed = new Story()) {
            undisturbed.connector().sync();
            Aftermath aftermath = Aftermath.like(undisturbed.org());
            aftermath.heals(story, "after the stop", all);
            aftermath.madeNothingTwice(story, "after the stop", all);
            aftermath.addsUp(story, "after the stop", all);
        }
        all.assertAll();
    }
}
