package io.plumbline.salesforce.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.salesforce.StubOrg;
import io.plumbline.salesforce.auth.AccessTokens;
import io.plumbline.salesforce.http.Deadlines;
import io.plumbline.salesforce.http.SalesforceHttp;
import io.plumbline.testing.Trap;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OrgConnectionTest {

    private final StubOrg stub = new StubOrg();
    private final SalesforceHttp http = new SalesforceHttp(Deadlines.SIGN_IN);
    private final OrgConnection org = new OrgConnection(
            new AccessTokens(stub.signIn(), http, Clock.systemUTC()), http, new CallPolicy(3, 10, 3, time -> {}));

    @AfterEach
    void stop() {
        stub.close();
    }

    /** The lanes stay those of the org when a new run begins. */
    @Trap("J2")
    @Test
    void letsNoMoreCallsUnderWayThanItMay() throws Exception {
        AtomicInteger underWay = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch full = new CountDownLatch(3);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<?>> calls = IntStream.range(0, 8)
                    .<Future<?>>mapToObj(i -> threads.submit(() -> {
                        (i % 2 == 0 ? org : org.forNewRun()).request(() -> {
                            most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
                            full.countDown();
                            await(full);
                            underWay.decrementAndGet();
                            return i;
                        });
                    }))
                    .toList();
            for (Future<?> call : calls) {
                call.get();
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(most).hasValue(3);
        assertThat(org.usage().ours()).isEqualTo(8);
    }

    @Trap("J9")
    @Test
    void makesNoCallWhileTheProgramIsBeingStopped() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> org.request(() -> {
                    throw new AssertionError("a call was made");
                }))
                .isInstanceOf(CallFailedException.class)
                .hasMessageContaining("interrupted");

        assertThat(Thread.interrupted()).isTrue();
        assertThat(org.usage().ours()).isZero();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
