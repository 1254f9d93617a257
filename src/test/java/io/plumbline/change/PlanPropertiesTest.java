package io.plumbline.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.assess.Assessment;
import io.plumbline.assess.Band;
import io.plumbline.assess.ClockVerdict;
import io.plumbline.assess.Finding;
import io.plumbline.assess.Reason;
import io.plumbline.assess.Trend;
import io.plumbline.config.policy.Severity;
import io.plumbline.config.policy.Theme;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every verdict and every state; the seed in the name of a failed case repeats it. */
class PlanPropertiesTest {

    private static final int STEPS = 12;

    private final ChangePlanner planner = new ChangePlanner(Given.policy(), Given.people());

    static LongStream seeds() {
        return LongStream.range(0, 150);
    }

    /** A life of verdicts, with people ending tasks in between: no step leaves anything to do or asks twice. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void plannedTwiceTheSecondPlanIsEmptyAndNoThemeHasTwoOpenTasks(long seed) {
        Random random = new Random(seed);
        KnownState known = Given.nothingWritten();
        for (int step = 0; step < STEPS; step++) {
            Assessment verdict = verdict(random, step);
            ChangeSet set = planner.plan(verdict, Given.context(), known, Given.NOW);
            known = Given.after(known, set);

            ChangeSet again = planner.plan(verdict, Given.context(), known, Given.NOW);
            assertThat(again.changes()).as("step %d", step).isEmpty();
            assertThat(again.settledTasks()).as("step %d", step).isEmpty();
            assertThat(again.mark()).isEqualTo(set.mark());
            assertThat(openThemes(known)).as("step %d", step).doesNotHaveDuplicates();
            assertThat(set.changes()).extracting(Change::key).doesNotHaveDuplicates();
            assertThat(set.changes().size()).isLessThanOrEqualTo(1 + Theme.values().length);
            if (random.nextInt(3) == 0) {
                known = Given.tasksBecome(known, KnownTask.State.CLOSED);
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void orderOfTasksAndOfEquallySevereFindingsChangesNoDecision(long seed) {
        Random random = new Random(seed);
        KnownState known = Given.nothingWritten();
        for (int step = 0; step < 3; step++) {
            known = Given.after(known, planner.plan(verdict(random, step), Given.context(), known, Given.NOW));
        }
        Assessment verdict = verdict(random, 3);
        List<KnownTask> tasks = new ArrayList<>(known.tasks());
        Collections.shuffle(tasks, random);
        List<Finding> findings = new ArrayList<>(verdict.findings());
        Collections.shuffle(findings, random);
        KnownState shuffled = new KnownState(known.fields(), tasks, known.settledTasks(), known.mark());
        Assessment reordered = new Assessment(
                verdict.accountId(),
                verdict.asOf(),
                verdict.planId(),
                verdict.currency(),
                verdict.thoroughness(),
                verdict.vetting(),
                verdict.execution(),
                verdict.roles(),
                verdict.health(),
                verdict.money(),
                findings,
                verdict.reasons());

        ChangeSet one = planner.plan(verdict, Given.context(), known, Given.NOW);
        ChangeSet other = planner.plan(reordered, Given.context(), shuffled, Given.NOW);

        assertThat(planner.plan(verdict, Given.context(), shuffled, Given.NOW)).isEqualTo(one);
        assertThat(decisions(other)).isEqualTo(decisions(one));
        assertThat(other.mark().verdict()).isEqualTo(one.mark().verdict());
    }

    private static Set<String> decisions(ChangeSet set) {
        return set.changes().stream()
                .map(change -> change.getClass().getSimpleName() + " " + change.key())
                .collect(Collectors.toSet());
    }

    private static List<String> openThemes(KnownState known) {
        return known.tasks().stream()
                .filter(task -> task.state() == KnownTask.State.OPEN)
                .map(task -> task.key().replaceFirst("-[0-9]+$", ""))
                .toList();
    }

    private static Assessment verdict(Random random, int day) {
        List<Finding> findings = new ArrayList<>();
        for (Severity severity : Severity.values()) {
            for (Theme theme : Theme.values()) {
                if (random.nextInt(4) == 0) {
                    findings.add(Given.finding(theme.key() + "." + random.nextInt(3), theme, severity));
                }
            }
        }
        List<Reason> reasons = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            reasons.add(new Reason("measure.m" + i, "M" + i, random.nextDouble() * 20));
        }
        boolean known = random.nextInt(8) > 0;
        return Given.verdict()
                .on(Given.DAY.plusDays(day))
                .health(
                        known ? random.nextDouble() * 100 : null,
                        known ? pick(random, Band.values()) : Band.INSUFFICIENT)
                .vetting(random.nextBoolean() ? random.nextDouble() * 100 : null)
                .confidence(random.nextInt(101))
                .currency(pick(random, ClockVerdict.values()))
                .trend(pick(random, Trend.values()))
                .attention(known ? random.nextDouble() * 1e9 : null)
                .findings(findings.toArray(Finding[]::new))
                .reasons(reasons.toArray(Reason[]::new))
                .build();
    }

    private static <T> T pick(Random random, T[] values) {
        return values[random.nextInt(values.length)];
    }
}
