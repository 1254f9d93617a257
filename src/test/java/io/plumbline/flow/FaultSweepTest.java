package io.plumbline.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.sandbox.control.JournalEntry;
import io.plumbline.testing.FaultProxy;
import io.plumbline.testing.Trap;
import io.plumbline.testing.WireFault;
import io.plumbline.testing.WireFault.Kind;
import io.plumbline.testing.WireFault.Phase;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Two syncs, with a new account between them, and one thing that goes wrong at request n of them: for each n, each phase
 * of a request and each kind of fault. Whatever it is, each sync says truly how it ended, the next undisturbed one leaves
 * the org as if nothing had happened, and nothing was ever done twice.
 *
 * <p>The short form strikes one request for each phase and kind, in turn; {@code -Dplumbline.sweep=long} strikes every
 * request and prints how many runs passed.
 */
class FaultSweepTest {

    private static final boolean LONG = "long".equals(System.getProperty("plumbline.sweep"));

    private static FaultProxy proxy;
    private static Aftermath aftermath;
    private static int requests;
    private static List<Integer> writes;
    private static int runs;
    private static int passed;

    @BeforeAll
    static void knowWhatHappensUndisturbed() {
        proxy = new FaultProxy();
        try (Story story = new Story(proxy)) {
            scenario(story);
            requests = proxy.requests();
            List<JournalEntry> journal = story.org().sandbox.journal().entries();
            writes = IntStream.rangeClosed(1, requests)
                    .filter(n -> !journal.get(n - 1).effects().isEmpty())
                    .boxed()
                    .toList();
            aftermath = Aftermath.like(story.org());
        }
        assertThat(writes).hasSizeGreaterThan(3);
    }

    @AfterAll
    static void printTheFigure() {
        proxy.close();
        if (LONG) {
            System.out.println(
                    "Single-fault sweep: " + requests + " requests, " + runs + " runs, " + passed + " passed");
        }
    }

    @Trap({"A1", "A2", "A9", "D9", "F1", "F2", "J4", "J8", "K1"})
    @TestFactory
    Stream<DynamicTest> oneThingGoesWrong() {
        List<DynamicTest> all = new ArrayList<>();
        for (Phase phase : Phase.values()) {
            for (Kind kind : Kind.values()) {
                int[] struck = LONG ? IntStream.rangeClosed(1, requests).toArray() : inTurn(phase, all.size());
                all.add(DynamicTest.dynamicTest(
                        kind + " " + phase + " at " + (LONG ? "each request" : Arrays.toString(struck)),
                        () -> sweep(new WireFault(phase, kind), struck)));
            }
        }
        return all.stream();
    }

    /** Where the org has done the work a write matters most, otherwise any request. */
    private static int[] inTurn(Phase phase, int turn) {
        boolean any = phase == Phase.BEFORE_EXECUTION;
        return new int[] {any ? 1 + turn * 13 % requests : writes.get(turn % writes.size())};
    }

    private static void sweep(WireFault fault, int[] struck) {
        SoftAssertions all = new SoftAssertions();
        for (int n : struck) {
            SoftAssertions one = new SoftAssertions();
            disturbed(fault, n, one);
            runs++;
            passed += one.wasSuccess() ? 1 : 0;
            one.assertionErrorsCollected().forEach(all::collectAssertionError);
        }
        all.assertAll();
    }

    private static void disturbed(WireFault fault, int n, SoftAssertions all) {
        String where = fault + " at request " + n;
        try (Story story = new Story(proxy)) {
            if (fault.kind() == Kind.STALL) {
                story.connector().waitFor(FaultProxy.PATIENCE);
            }
            proxy.strike(n, fault);

            List<SyncSummary> summaries = scenario(story);

            all.assertThat(proxy.struck()).as(where + ": has happened").isTrue();
            proxy.relent();
            summaries.forEach(summary -> aftermath.saysTrulyHowItEnded(summary, where, all));
            story.connector().waitAsUsual();
            aftermath.heals(story, where, all);
            aftermath.madeNothingTwice(story, where, all);
            aftermath.addsUp(story, where, all);
        }
    }

    private static List<SyncSummary> scenario(Story story) {
        SyncSummary first = story.connector().sync();
        story.goOn();
        story.accountComes("Delta");
        story.goOn();
        return List.of(first, story.connector().sync());
    }
}
