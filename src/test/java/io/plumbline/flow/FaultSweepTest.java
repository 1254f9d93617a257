package io.plumbline.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.sandbox.control.JournalEntry;
import io.plumbline.testing.FaultProxy;
import io.plumbline.testing.LeakWatch;
import io.plumbline.testing.Trap;
import io.plumbline.testing.WireFault;
import io.plumbline.testing.WireFault.Kind;
import io.plumbline.testing.WireFault.Phase;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * One thing goes wrong at request n of a scenario: for each n, each phase of a request and each kind of fault. Whatever
 * it is, each sync says truly how it ended, the next undisturbed one leaves the org as if nothing had happened, nothing
 * was ever done twice, and no secret is seen in any log, report or table.
 *
 * <p>The short form strikes one request for each phase and kind, in turn; {@code -Dplumbline.sweep=long} strikes every
 * one.
 */
class FaultSweepTest {

    private static final boolean LONG = "long".equals(System.getProperty("plumbline.sweep"));

    /** The ways to the org; {@code -Dplumbline.sweep.way=BULK} takes one of them alone. */
    private enum Way {
        /** Two syncs over SOAP, with a new account between them; each request is struck. */
        SOAP,
        /** A sync that reads and writes by jobs wherever there are three records; each request of a job is struck. */
        BULK;

        boolean isAsked() {
            return System.getProperty("plumbline.sweep.way", name()).equals(name());
        }

        boolean strikes(JournalEntry request) {
            return this == SOAP || request.operation().startsWith("bulk.");
        }

        List<SyncSummary> scenario(Story story) {
            if (this == BULK) {
                story.connector().useBulkFrom(3, 3);
                return List.of(story.connector().sync());
            }
            SyncSummary first = story.connector().sync();
            story.goOn();
            story.accountComes("Delta");
            story.goOn();
            return List.of(first, story.connector().sync());
        }
    }

    /**
     * A scenario in which nothing went wrong.
     *
     * @param requests the numbers of those that can be struck
     * @param writes those among them that changed something
     */
    private record Undisturbed(Aftermath aftermath, List<Integer> requests, List<Integer> writes) {}

    private static final Map<Way, Undisturbed> UNDISTURBED = new EnumMap<>(Way.class);

    private static LeakWatch leaks;
    private static FaultProxy proxy;
    private static int runs;
    private static int passed;

    @BeforeAll
    static void knowWhatHappensUndisturbed() {
        leaks = new LeakWatch();
        proxy = new FaultProxy(token -> leaks.guard("an access token", token));
        for (Way way : Way.values()) {
            try (Story story = new Story(proxy)) {
                way.scenario(story);
                List<JournalEntry> journal = story.org().sandbox.journal().entries();
                assertThat(proxy.requests()).as("nothing goes past the proxy").isEqualTo(journal.size());
                List<Integer> struck = IntStream.rangeClosed(1, journal.size())
                        .filter(n -> way.strikes(journal.get(n - 1)))
                        .boxed()
                        .toList();
                List<Integer> writes = struck.stream()
                        .filter(n -> !journal.get(n - 1).effects().isEmpty())
                        .toList();
                assertThat(writes).hasSizeGreaterThan(1);
                UNDISTURBED.put(way, new Undisturbed(Aftermath.like(story.org()), struck, writes));
            }
        }
    }

    @AfterAll
    static void printTheFigures() {
        proxy.close();
        leaks.close();
        System.out.println("Single-fault sweep: "
                + UNDISTURBED.get(Way.SOAP).requests().size() + " requests of SOAP and "
                + UNDISTURBED.get(Way.BULK).requests().size() + " of Bulk, " + runs + " runs, " + passed + " passed; "
                + leaks.figure());
    }

    @Trap({"A1", "A2", "A9", "D9", "F1", "F2", "J4", "J8", "K1", "L1"})
    @TestFactory
    Stream<DynamicTest> oneThingGoesWrong() {
        List<DynamicTest> all = new ArrayList<>();
        for (Way way : Way.values()) {
            for (Phase phase : Phase.values()) {
                for (Kind kind : Kind.values()) {
                    List<Integer> struck = struck(way, phase, kind);
                    if (!struck.isEmpty()) {
                        all.add(DynamicTest.dynamicTest(
                                kind + " " + phase + " over " + way + " at " + struck,
                                () -> sweep(way, new WireFault(phase, kind), struck)));
                    }
                }
            }
        }
        all.add(DynamicTest.dynamicTest("and no secret was seen in any log or report", leaks::assertNothingFound));
        return all.stream();
    }

    /** In the short form the ways take turns. Where the org has done the work a write matters most, else any request. */
    private static List<Integer> struck(Way way, Phase phase, Kind kind) {
        Undisturbed scenario = UNDISTURBED.get(way);
        int turn = phase.ordinal() + kind.ordinal();
        if (LONG) {
            return way.isAsked() ? scenario.requests() : List.of();
        }
        if (turn % 2 != way.ordinal()) {
            return List.of();
        }
        List<Integer> from = phase == Phase.BEFORE_EXECUTION ? scenario.requests() : scenario.writes();
        return List.of(from.get(turn * 13 % from.size()));
    }

    private static void sweep(Way way, WireFault fault, List<Integer> struck) {
        SoftAssertions all = new SoftAssertions();
        for (int n : struck) {
            SoftAssertions one = new SoftAssertions();
            disturbed(way, fault, n, one);
            runs++;
            passed += one.wasSuccess() ? 1 : 0;
            one.assertionErrorsCollected().forEach(all::collectAssertionError);
        }
        all.assertAll();
    }

    private static void disturbed(Way way, WireFault fault, int n, SoftAssertions all) {
        String where = fault + " at request " + n + " over " + way;
        Aftermath aftermath = UNDISTURBED.get(way).aftermath();
        try (Story story = new Story(proxy)) {
            leaks.guard("the client secret", story.org().sandbox.clientSecret());
            if (fault.kind() == Kind.STALL) {
                story.connector().waitFor(FaultProxy.PATIENCE);
            }
            proxy.strike(n, fault);

            List<SyncSummary> summaries = way.scenario(story);

            all.assertThat(proxy.struck()).as(where + ": has happened").isTrue();
            proxy.relent();
            summaries.forEach(summary -> aftermath.saysTrulyHowItEnded(summary, where, all));
            leaks.look("the summary of a run", summaries.toString());
            story.connector().waitAsUsual();
            aftermath.heals(story, where, all);
            aftermath.madeNothingTwice(story, where, all);
            aftermath.addsUp(story, where, all);
            leaks.look("the database", story.connector().everythingStored());
        }
    }
}
