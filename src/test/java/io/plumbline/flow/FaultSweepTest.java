package io.plumbline.flow;

import io.plumbline.journal.Run;
import io.plumbline.sandbox.control.Fault;
import io.plumbline.sandbox.control.FaultRule;
import io.plumbline.sandbox.control.JournalEntry;
import io.plumbline.testing.SmallOrg;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * One thing goes wrong at request n of a sync, for each n. Whatever it is, the run says truly how it ended, and after the
 * next undisturbed one the org is as if nothing had happened.
 *
 * <p>The short form strikes every write and one request of each further kind; {@code -Dplumbline.sweep=long} strikes
 * every request.
 */
class FaultSweepTest {

    private static final boolean LONG = "long".equals(System.getProperty("plumbline.sweep"));

    /** What can go wrong, and how many requests in a row it then does. */
    private enum Kind {
        /** A1, A2. */
        DEAD_SESSION(new Fault.DeadSession(Optional.empty(), false), 1),
        /** A session that dies again as soon as it is renewed. */
        SESSION_DYING_AGAIN(new Fault.DeadSession(Optional.empty(), false), 6),
        /** F2. */
        RESET_BEFORE(new Fault.ResetBefore(), 6),
        RESET_BEFORE_ONCE(new Fault.ResetBefore(), 1),
        /** F1, K1. */
        RESET_AFTER(new Fault.ResetAfter(), 1),
        RESET_AFTER_AND_GONE(new Fault.ResetAfter(), 6),
        /** F3. */
        ROW_LOCK(
                new Fault.RowError(
                        "UNABLE_TO_LOCK_ROW",
                        "unable to obtain exclusive access to this record",
                        List.of(),
                        Set.of(),
                        Set.of(0, 2)),
                1),
        ROW_LOCK_FOR_LONG(
                new Fault.RowError(
                        "UNABLE_TO_LOCK_ROW",
                        "unable to obtain exclusive access to this record",
                        List.of(),
                        Set.of(),
                        Set.of(0, 2)),
                6),
        /** J1. */
        LIMIT(new Fault.LimitReached(), 0),
        /** J4, as a page with status 503 and with status 200. */
        MAINTENANCE(new Fault.Maintenance(503), 0),
        MAINTENANCE_OK(new Fault.Maintenance(200), 0),
        /** D9, L3: an answer that breaks off. */
        CUT(new Fault.CutBody(40), 6),
        /** J5. */
        READ_ONLY(new Fault.ReadOnly(), 0);

        private final Fault fault;
        private final int times;

        Kind(Fault fault, int times) {
            this.fault = fault;
            this.times = times;
        }
    }

    /** From where the disturbed sync starts. */
    private enum Start {
        /** Nothing was ever written. */
        FIRST,
        /** People worked in the org since the last sync. */
        LATER,
        /** The same, and the data folder was lost: only the org knows what was written (K7, K9). */
        WITHOUT_MEMORY
    }

    @TestFactory
    List<DynamicTest> firstSync() {
        return sweep(Start.FIRST, EnumSet.allOf(Kind.class));
    }

    @TestFactory
    List<DynamicTest> laterSync() {
        return sweep(
                Start.LATER,
                LONG ? EnumSet.allOf(Kind.class) : EnumSet.of(Kind.RESET_AFTER, Kind.ROW_LOCK, Kind.LIMIT));
    }

    @TestFactory
    List<DynamicTest> syncAfterTheLossOfTheData() {
        return sweep(
                Start.WITHOUT_MEMORY, LONG ? EnumSet.allOf(Kind.class) : EnumSet.of(Kind.LIMIT, Kind.RESET_BEFORE));
    }

    private static List<DynamicTest> sweep(Start start, Set<Kind> kinds) {
        List<JournalEntry> requests;
        List<String> undisturbed;
        try (Story story = new Story(start)) {
            story.connector.sync();
            requests = story.org.sandbox.journal().entries("soap.*");
            story.goOn();
            story.connector.sync();
            undisturbed = story.org.verdicts();
        }
        int[] struck = struck(requests);
        return kinds.stream()
                .map(kind -> DynamicTest.dynamicTest(kind.name(), () -> {
                    SoftAssertions all = new SoftAssertions();
                    for (int n : struck) {
                        strike(kind, n, requests.get(n - 1).operation(), start, undisturbed, all);
                    }
                    all.assertAll();
                }))
                .toList();
    }

    private static int[] struck(List<JournalEntry> requests) {
        Set<String> seen = new HashSet<>();
        return IntStream.rangeClosed(1, requests.size())
                .filter(n -> {
                    JournalEntry request = requests.get(n - 1);
                    boolean writes = !request.effects().isEmpty();
                    boolean ownTasks = request.detail().contains("Plumbline_Key__c != null");
                    return LONG || writes || ownTasks || seen.add(request.operation());
                })
                .toArray();
    }

    private static void strike(
            Kind kind, int n, String operation, Start start, List<String> undisturbed, SoftAssertions all) {
        String where = kind + " at request " + n + " (" + operation + ")";
        try (Story story = new Story(start)) {
            story.org.sandbox.faults().add(new FaultRule(kind.fault, "soap.*", n, kind.times, null));

            SyncSummary disturbed = story.connector.sync();

            all.assertThat(disturbed.status())
                    .as(where + ": not a matter of configuration: " + disturbed.problems())
                    .isNotEqualTo(SyncSummary.Status.REFUSED);
            if (disturbed.status() == SyncSummary.Status.COMPLETE) {
                all.assertThat(disturbed.problems()).as(where).isEmpty();
            } else {
                all.assertThat(disturbed.problems()).as(where + ": says why").isNotEmpty();
                all.assertThat(String.join(" ", disturbed.problems()))
                        .as(where)
                        .doesNotContain("unexpected", "Exception", "null");
            }
            story.org.sandbox.faults().clear();
            story.goOn();
            story.org.sandbox.journal().reset();

            SyncSummary next = story.connector.sync();

            all.assertThat(next.status())
                    .as(where + ", then undisturbed: " + next.problems())
                    .isEqualTo(SyncSummary.Status.COMPLETE);
            List<String> then = withoutMoments(story.org.verdicts());
            all.assertThat(differences(withoutMoments(undisturbed), then))
                    .as(where + ": the org after the next run, against an undisturbed one")
                    .isEmpty();
            story.goOn();
            story.org.sandbox.journal().reset();
            story.connector.sync();
            all.assertThat(story.org.sandbox.journal().effects())
                    .as(where + ": the run after that")
                    .isEmpty();
            for (Run run : story.connector.runs().latest(story.connector.org(), 9)) {
                all.assertThat(run.counters().sent())
                        .as(where + ": the sum of run " + run.id().value())
                        .isEqualTo(run.counters().ok()
                                + run.counters().refused()
                                + run.counters().unknown());
                all.assertThat(run.state()).as(where).isNotEqualTo(Run.State.RUNNING);
            }
        }
    }

    private static List<String> differences(List<String> expected, List<String> actual) {
        return Stream.concat(
                        expected.stream().filter(line -> !actual.contains(line)).map(line -> "missing: " + line),
                        actual.stream().filter(line -> !expected.contains(line)).map(line -> "too much: " + line))
                .toList();
    }

    /** The moment of the last write, which a run that had to wait for the next one moves. */
    private static List<String> withoutMoments(List<String> verdicts) {
        return verdicts.stream()
                .filter(line -> !line.contains("Plumbline_Changed_On__c"))
                .toList();
    }

    /** An org at its first sync, or at one after people worked in it. */
    private static final class Story implements AutoCloseable {

        private final SmallOrg org = new SmallOrg();
        private Connector connector = new Connector(org.sandbox);

        Story(Start start) {
            if (start != Start.FIRST) {
                connector.sync();
                goOn();
                org.update("Plumbline_Plan__c", org.plan, "Last_Reviewed__c", SmallOrg.TODAY.minusDays(70));
                org.meeting(org.brook, null, SmallOrg.TODAY.minusDays(1));
                org.update("Task", org.openTask(org.acme, "roles"), "Status", "Completed");
                org.delete(org.openTask(org.cedar, "currency"));
                String delta = org.account("Delta", org.sam);
                org.freshPlan(delta);
                goOn();
            }
            if (start == Start.WITHOUT_MEMORY) {
                connector = new Connector(org.sandbox);
            }
            org.sandbox.journal().reset();
        }

        void goOn() {
            org.goOn(Duration.ofMinutes(20));
        }

        @Override
        public void close() {
            org.close();
        }
    }
}
