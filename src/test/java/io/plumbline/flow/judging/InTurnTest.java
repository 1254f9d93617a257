package io.plumbline.flow.judging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.testing.Trap;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InTurnTest {

    @ParameterizedTest
    @CsvSource({"1, 0", "1, 45", "2, 0", "2, 1", "2, 20", "2, 21", "2, 1000", "8, 159", "8, 160", "8, 161"})
    void givesResultsInTheOrderOfTheThings(int threads, int number) {
        List<Integer> taken = new ArrayList<>();

        new InTurn(threads).each(IntStream.range(0, number).boxed(), thing -> thing * 3, taken::add);

        assertThat(taken)
                .isEqualTo(IntStream.range(0, number)
                        .map(thing -> thing * 3)
                        .boxed()
                        .toList());
    }

    /** Two pieces wait for each other, which they would do for ever if one thread did both. */
    @Test
    void worksOnManyThreadsAndReadsAndTakesOnOne() {
        CountDownLatch both = new CountDownLatch(2);
        Set<Thread> workers = ConcurrentHashMap.newKeySet();
        Set<Thread> readers = new HashSet<>();
        Set<Thread> takers = new HashSet<>();

        new InTurn(2)
                .each(
                        IntStream.range(0, 40).boxed().peek(thing -> readers.add(Thread.currentThread())),
                        thing -> {
                            workers.add(Thread.currentThread());
                            if (thing % 20 == 0) {
                                both.countDown();
                                awaitQuietly(both);
                            }
                            return thing;
                        },
                        thing -> takers.add(Thread.currentThread()));

        assertThat(workers).hasSize(2).doesNotContain(Thread.currentThread());
        assertThat(readers).containsExactly(Thread.currentThread());
        assertThat(takers).containsExactly(Thread.currentThread());
    }

    @Test
    void readsNoFurtherAheadThanEachThreadHasOnTheTable() {
        AtomicInteger read = new AtomicInteger();
        int[] furthest = {0};
        int[] taken = {0};

        new InTurn(2)
                .each(IntStream.range(0, 1000).boxed().peek(thing -> read.incrementAndGet()), thing -> thing, thing -> {
                    furthest[0] = Math.max(furthest[0], read.get() - taken[0]);
                    taken[0]++;
                });

        // Two threads with two pieces of twenty each, and the one that a stream looks at to see whether there is
        // another.
        assertThat(furthest[0]).isEqualTo(81);
    }

    @Trap("K11")
    @Test
    void throwsWhatTheWorkOrTheTakerThrewAndLeavesNothingUnderWay() {
        AtomicInteger underWay = new AtomicInteger();

        assertThatThrownBy(() -> new InTurn(4)
                        .each(
                                IntStream.range(0, 500).boxed(),
                                thing -> {
                                    underWay.incrementAndGet();
                                    try {
                                        if (thing == 137) {
                                            throw new IllegalArgumentException("137");
                                        }
                                        return thing;
                                    } finally {
                                        underWay.decrementAndGet();
                                    }
                                },
                                thing -> {}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("137");
        assertThat(underWay).hasValue(0);

        assertThatThrownBy(() -> new InTurn(4).each(IntStream.range(0, 500).boxed(), thing -> thing, thing -> {
                    throw new AssertionError("taken");
                }))
                .isInstanceOf(AssertionError.class)
                .hasMessage("taken");
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
