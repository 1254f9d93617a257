package io.plumbline.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.config.Configuration;
import io.plumbline.flow.progress.Phase;
import io.plumbline.flow.progress.Underway;
import io.plumbline.testing.FaultProxy;
import io.plumbline.testing.SmallOrg;
import io.plumbline.testing.WireFault;
import io.plumbline.writeback.StepWatch;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whoever looks at a run sees what it is at, with counts, and nothing once it ended. */
@Timeout(120)
class UnderwayTest {

    private static final int SOME_PAGE = 20;

    @Test
    void readingIsSeenSourceBySource() {
        try (FaultProxy proxy = new FaultProxy();
                Story story = new Story(proxy)) {
            proxy.strike(SOME_PAGE, new WireFault(WireFault.Phase.MID_BODY, WireFault.Kind.STALL));
            CompletableFuture<SyncSummary> run =
                    CompletableFuture.supplyAsync(() -> story.connector().sync());
            while (!proxy.struck() && !run.isDone()) {
                Thread.onSpinWait();
            }

            Underway seen = story.connector().underway().getFirst();

            assertThat(seen.phase()).isEqualTo(Phase.READING);
            assertThat(seen.part()).isNotBlank();
            assertThat(seen.done()).isPositive();
            assertThat(seen.expected().orElseThrow()).isGreaterThanOrEqualTo(seen.done());
            assertThat(story.connector().stop()).isTrue();
            run.join();
            assertThat(story.connector().underway())
                    .as("a run that broke off is over, too")
                    .isEmpty();
        }
    }

    @Test
    void judgingAndWritingAreCounted() {
        List<Underway> sending = new ArrayList<>();
        List<Underway> judged = new ArrayList<>();
        List<Connector> holder = new ArrayList<>();
        StepWatch watch = (step, done) -> {
            if (step == StepWatch.Step.SEND || (step == StepWatch.Step.REMEMBER && !done)) {
                sending.addAll(holder.getFirst().underway());
            }
        };
        try (SmallOrg org = new SmallOrg()) {
            Connector connector = new Connector(org.sandbox, Configuration.shipped(), watch);
            holder.add(connector);
            connector.beforeWriting(() -> judged.addAll(connector.underway()));

            SyncSummary summary = connector.sync();

            assertThat(judged).singleElement().satisfies(seen -> {
                assertThat(seen.phase()).isEqualTo(Phase.JUDGING);
                assertThat(seen.done()).isEqualTo(summary.judged());
                assertThat(seen.expected()).isEqualTo(OptionalLong.of(summary.judged()));
            });
            assertThat(sending)
                    .isNotEmpty()
                    .allSatisfy(seen -> assertThat(seen.phase()).isEqualTo(Phase.WRITING));
            assertThat(sending.getFirst().done()).isZero();
            Underway last = sending.getLast();
            assertThat(last.done()).isPositive().isEqualTo(last.expected().orElseThrow());
            assertThat(connector.underway()).isEmpty();
        }
    }
}
