package io.plumbline.flow;

import io.plumbline.sandbox.control.Fault;
import io.plumbline.sandbox.control.FaultRule;
import io.plumbline.sandbox.control.JournalEntry;
import io.plumbline.testing.Trap;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Something goes wrong with the rows of a write, or for longer than one request. Whatever it is, the run says truly how it
 * ended, and after the next undisturbed one the org is as if nothing had happened.
 *
 * <p>{@link FaultSweepTest} does the same for one fault at one request. The short form strikes the first write;
 * {@code -Dplumbline.sweep=long} strikes every request.
 */
class LastingFaultsTest {

    private static final boolean LONG = "long".equals(System.getProperty("plumbline.sweep"));

    /** What can go wrong, and how many requests in a row it then does, 0 for all. */
    private enum Kind {
        SESSION_DYING_AGAIN(new Fault.DeadSession(Optional.empty(), false), 6),
        RESET_BEFORE(new Fault.ResetBefore(), 6),
        RESET_AFTER(new Fault.ResetAfter(), 6),
        ROW_LOCK(LOCKED, 1),
        ROW_LOCK_FOR_LONG(LOCKED, 6),
        LIMIT(new Fault.LimitReached(), 0),
        MAINTENANCE(new Fault.Maintenance(503), 0),
        MAINTENANCE_OK(new Fault.Maintenance(200), 0),
        CUT(new Fault.CutBody(40), 6),
        READ_ONLY(new Fault.ReadOnly(), 0);

        private final Fault fault;
        private final int times;

        Kind(Fault fault, int times) {
            this.fault = fault;
            this.times = times;
        }
    }

    private static final Fault LOCKED = new Fault.RowError(
            "UNABLE_TO_LOCK_ROW",
            "unable to obtain exclusive access to this record",
            List.of(),
            Set.of(),
            Set.of(0, 2));

    /** From where the disturbed sync starts. */
    private enum Start {
        /** Nothing was ever written. */
        FIRST,
        /** People worked in the org since the last sync. */
        LATER,
        /** The same, and the data folder was lost. */
        WITHOUT_MEMORY;

        Story story() {
            Story story = new Story();
            if (this != FIRST) {
                story.connector().sync();
                story.peopleWork();
            }
            if (this == WITHOUT_MEMORY) {
                story.loseMemory();
            }
            story.org().sandbox.journal().reset();
            return story;
        }
    }

    @Trap({"A6", "F1", "F3", "J1", "J4", "J5"})
    @TestFactory
    List<DynamicTest> firstSync() {
        return sweep(Start.FIRST, EnumSet.allOf(Kind.class));
    }

    @Trap({"F1", "F3", "J1"})
    @TestFactory
    List<DynamicTest> laterSync() {
        return sweep(
                Start.LATER,
                LONG ? EnumSet.allOf(Kind.class) : EnumSet.of(Kind.RESET_AFTER, Kind.ROW_LOCK, Kind.LIMIT));
    }

    @Trap({"K7", "K9"})
    @TestFactory
    List<DynamicTest> syncAfterTheLossOfTheData() {
        return sweep(
                Start.WITHOUT_MEMORY, LONG ? EnumSet.allOf(Kind.class) : EnumSet.of(Kind.LIMIT, Kind.RESET_BEFORE));
    }

    private static List<DynamicTest> sweep(Start start, Set<Kind> kinds) {
        List<JournalEntry> requests;
        Aftermath aftermath;
        try (Story story = start.story()) {
            story.connector().sync();
            requests = story.org().sandbox.journal().entries("soap.*");
            story.goOn();
            story.connector().sync();
            aftermath = Aftermath.like(story.org());
        }
        int[] struck = struck(requests);
        return kinds.stream()
                .map(kind -> DynamicTest.dynamicTest(kind.name(), () -> {
                    SoftAssertions all = new SoftAssertions();
                    for (int n : struck) {
                        String where = kind + " at request " + n + " ("
                                + requests.get(n - 1).operation() + ")";
                        strike(kind, n, start, aftermath, where, all);
                    }
                    all.assertAll();
                }))
                .toList();
    }

    private static int[] struck(List<JournalEntry> requests) {
        IntStream all = IntStream.rangeClosed(1, requests.size());
        return LONG
                ? all.toArray()
                : all.filter(n -> !requests.get(n - 1).effects().isEmpty())
                        .limit(1)
                        .toArray();
    }

    private static void strike(Kind kind, int n, Start start, Aftermath aftermath, String where, SoftAssertions all) {
        try (Story story = start.story()) {
            story.org().sandbox.faults().add(new FaultRule(kind.fault, "soap.*", n, kind.times, null));

            SyncSummary disturbed = story.connector().sync();

            story.org().sandbox.faults().clear();
            aftermath.saysTrulyHowItEnded(disturbed, where, all);
            aftermath.heals(story, where, all);
            aftermath.addsUp(story, where, all);
        }
    }
}
