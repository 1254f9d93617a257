package io.plumbline.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.plumbline.flow.metrics.RunMeters;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Whoever sits before a screen is told when another run takes its time; nothing is run for them then. */
class PatienceTest {

    @Test
    void runThatIsUnderWayIsNotWaitedForWithoutEnd() throws ExecutionException, InterruptedException {
        CountDownLatch underWay = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        Sync sync = new Sync(
                request -> {
                    underWay.countDown();
                    await(end);
                    throw new SyncRefusedException(java.util.List.of("the long run ended"));
                },
                new StopSwitch(),
                new RunMeters(new SimpleMeterRegistry()));
        try (ExecutorService elsewhere = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<SyncSummary> longRun = elsewhere.submit(() -> sync.run(SyncRequest.today()));
            await(underWay);

            SyncSummary told = sync.runWithin(Duration.ZERO, SyncRequest.today());

            assertThat(told.status()).isEqualTo(SyncSummary.Status.ELSEWHERE);
            assertThat(told.problems()).singleElement().asString().contains("Try again in a few minutes");
            end.countDown();
            assertThat(longRun.get().problems()).containsExactly("the long run ended");
            assertThat(sync.runWithin(Duration.ZERO, SyncRequest.today()).problems())
                    .containsExactly("the long run ended");
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException hurried) {
            throw new IllegalStateException(hurried);
        }
    }
}
