package io.plumbline.salesforce.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.salesforce.SalesforceFailure;
import io.plumbline.salesforce.call.CallFailedException.Effect;
import io.plumbline.salesforce.call.CallFailedException.Refusal;
import io.plumbline.testing.Trap;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadRetryTest {

    private final AtomicInteger tried = new AtomicInteger();
    private final List<Duration> pauses = new ArrayList<>();
    private final CallMeter meter = new CallMeter();

    /** Ten calls that could try four times each would make forty; the run allows seventeen. */
    @Trap("J9")
    @Test
    void triesNoMoreOftenThanTheRunAllowsHoweverManyCallsFail() {
        ReadRetry retry = new ReadRetry(4, pauses::add, new RetryBudget(7), meter);

        for (int call = 0; call < 10; call++) {
            assertThatThrownBy(() -> retry.untilItPasses(this::fails)).isInstanceOf(CallFailedException.class);
        }

        assertThat(tried).hasValue(17);
        assertThat(pauses).hasSize(7);
    }

    @Trap("J9")
    @Test
    void stopsWhenTheProgramDoes() {
        ReadRetry retry = new ReadRetry(
                4,
                time -> {
                    throw new InterruptedException();
                },
                new RetryBudget(7),
                meter);

        assertThatThrownBy(() -> retry.untilItPasses(this::fails)).isInstanceOf(CallFailedException.class);

        assertThat(Thread.interrupted()).as("the interruption is handed on").isTrue();
        assertThat(tried).hasValue(1);
    }

    @ParameterizedTest
    @CsvSource({"1, 500", "2, 1000", "3, 2000", "6, 16000", "7, 20000", "40, 20000"})
    void waitsLongerEachTimeUpToABound(int tries, long most) {
        assertThat(ReadRetry.longest(tries)).isEqualTo(Duration.ofMillis(most));
    }

    private Object fails() {
        tried.incrementAndGet();
        throw new CallFailedException(
                new Refusal(
                        new SalesforceFailure.Unreachable("No answer.", "Wait."), "NO_ANSWER", Effect.UNKNOWN, true),
                null);
    }
}
