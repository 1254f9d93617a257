package io.plumbline.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.sandbox.control.Effect;
import io.plumbline.testing.SmallOrg;
import io.plumbline.testing.TestDatabase;
import io.plumbline.testing.Trap;
import io.plumbline.writeback.StepWatch;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The process dies at each named moment of a sync, right before and right after each step. The next one takes over
 * without help; by the org's own journal no effect is there twice and none is missing.
 *
 * <p>In {@code mvn verify} dying is an error that nothing catches, in the same process. {@code -Dplumbline.sweep=long}
 * starts a process of its own for each moment and halts it ({@link Runtime#halt}), on H2 files, and with {@code
 * -Dplumbline.database=postgresql} on PostgreSQL.
 */
class CrashSweepTest {

    private static final boolean LONG = "long".equals(System.getProperty("plumbline.sweep"));

    @TempDir
    private Path folder;

    /** So that nothing on the way takes it for a failure that it could deal with. */
    private static final class Killed extends Error {}

    @Trap({"K1", "K2", "K6", "F1"})
    @Test
    void processDyingAtEachNamedMomentLosesNothingAndDoublesNothing() {
        List<String> moments = new ArrayList<>();
        List<String> undisturbed;
        try (SmallOrg org = new SmallOrg()) {
            new Connector(org.sandbox, TestDatabase.migrated(), (step, done) -> moments.add(name(step, done))).sync();
            undisturbed = org.verdicts();
        }
        assertThat(moments).contains("before CLAIM", "after SEND", "before SETTLE", "after CLOSE");
        SoftAssertions all = new SoftAssertions();
        Sum sum = new Sum();
        for (int moment = 0; moment < moments.size(); moment++) {
            strike(moment, moments.get(moment), undisturbed, all, sum);
        }
        System.out.printf(
                "crash sweep (%s): %d named moments of %d steps struck, %d died; %d duplicate effects, %d lost effects,"
                        + " %d human steps%n",
                LONG ? "child JVM" : "in process",
                moments.size(),
                moments.stream().distinct().count() / 2,
                sum.died,
                sum.duplicates,
                sum.lost,
                0);
        all.assertAll();
        assertThat(sum.died).isEqualTo(moments.size());
    }

    private static final class Sum {
        private int died;
        private int duplicates;
        private long lost;
    }

    private void strike(int moment, String name, List<String> undisturbed, SoftAssertions all, Sum sum) {
        String where = "died " + name + ", moment " + moment;
        try (SmallOrg org = new SmallOrg()) {
            DataSource database = LONG ? OwnProcess.database(folder, moment) : TestDatabase.migrated();
            sum.died += die(org, database, moment) ? 1 : 0;
            org.goOn(Duration.ofMinutes(20));

            Connector next = new Connector(org.sandbox, database, StepWatch.NOBODY);
            SyncSummary after = next.sync();

            all.assertThat(after.status()).as("%s: %s", where, after.problems()).isEqualTo(SyncSummary.Status.COMPLETE);
            List<String> missing = new ArrayList<>(undisturbed);
            missing.removeAll(org.verdicts());
            // The moment of the write is that of the second sync, where the first one wrote nothing.
            missing.removeIf(line -> line.contains("Plumbline_Changed_On__c"));
            all.assertThat(missing).as(where + ": lost").isEmpty();
            sum.lost += missing.size();
            List<String> twice = madeTwice(org);
            all.assertThat(twice).as(where + ": twice").isEmpty();
            sum.duplicates += twice.size();
            org.goOn(Duration.ofMinutes(20));
            org.sandbox.journal().reset();
            next.sync();
            all.assertThat(org.sandbox.journal().effects())
                    .as(where + ": the sync after")
                    .isEmpty();
        }
    }

    private static boolean die(SmallOrg org, DataSource database, int moment) {
        if (LONG) {
            return OwnProcess.dies(org.sandbox, database, moment);
        }
        int[] left = {moment};
        try {
            new Connector(org.sandbox, database, (step, done) -> {
                        if (left[0]-- == 0) {
                            throw new Killed();
                        }
                    })
                    .sync();
            return false;
        } catch (Killed dead) {
            return true;
        }
    }

    /** Keys of tasks that were created more than once, by what the org wrote down. */
    private static List<String> madeTwice(SmallOrg org) {
        return org.sandbox.journal().effects().stream()
                .filter(effect ->
                        effect.object().equals("Task") && effect.operation().equals("create"))
                .map(Effect::id)
                .map(id -> org.text("Task", id, "Plumbline_Key__c"))
                .collect(Collectors.groupingBy(key -> key, Collectors.counting()))
                .entrySet()
                .stream()
                .filter(made -> made.getValue() > 1)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static String name(StepWatch.Step step, boolean done) {
        return (done ? "after " : "before ") + step;
    }
}
