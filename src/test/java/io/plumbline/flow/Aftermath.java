package io.plumbline.flow;

import io.plumbline.journal.Run;
import io.plumbline.testing.SmallOrg;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;

/**
 * What must hold after a sync that something went wrong with: it said truly how it ended, and as soon as nothing goes
 * wrong any more the org is as if nothing ever had.
 *
 * @param undisturbed what stands in an org in which nothing went wrong, as {@link SmallOrg#verdicts()} words it
 */
record Aftermath(List<String> undisturbed) {

    static Aftermath like(SmallOrg org) {
        return new Aftermath(withoutMoments(org.verdicts()));
    }

    /** COMPLETE without a problem, or not complete and why, in words for people. */
    void saysTrulyHowItEnded(SyncSummary summary, String where, SoftAssertions all) {
        all.assertThat(summary.status())
                .as(where + ": not a matter of configuration: " + summary.problems())
                .isNotEqualTo(SyncSummary.Status.REFUSED);
        if (summary.status() == SyncSummary.Status.COMPLETE) {
            all.assertThat(summary.problems()).as(where).isEmpty();
        } else {
            all.assertThat(summary.problems()).as(where + ": says why").isNotEmpty();
            all.assertThat(String.join(" ", summary.problems()))
                    .as(where)
                    .doesNotContain("unexpected", "Exception", "null");
        }
    }

    /** The next syncs, undisturbed: one that mends what is left, and one that finds nothing to do. */
    void heals(Story story, String where, SoftAssertions all) {
        story.goOn();
        SyncSummary next = story.connector().sync();

        all.assertThat(next.status())
                .as(where + ", then undisturbed: " + next.problems())
                .isEqualTo(SyncSummary.Status.COMPLETE);
        all.assertThat(differences(withoutMoments(story.org().verdicts())))
                .as(where + ": the org after the next run, against an undisturbed one")
                .isEmpty();

        story.goOn();
        int before = story.org().sandbox.journal().effects().size();
        story.connector().sync();
        all.assertThat(story.org().sandbox.journal().effects())
                .as(where + ": the run after that")
                .hasSize(before);
    }

    /** By the org's own journal: no task was made twice, whoever was told what. */
    void madeNothingTwice(Story story, String where, SoftAssertions all) {
        long made = story.org().sandbox.journal().effects().stream()
                .filter(effect ->
                        effect.object().equals("Task") && effect.operation().equals("create"))
                .count();
        all.assertThat(made)
                .as(where + ": tasks ever made, against tasks there")
                .isEqualTo(story.org().tasks().size());
    }

    /** Of each run: sent = ok + refused + unknown, and no run is left open. */
    void addsUp(Story story, String where, SoftAssertions all) {
        for (Run run : story.connector().runs().latest(story.connector().org(), 9)) {
            all.assertThat(run.counters().sent())
                    .as(where + ": the sum of run " + run.id().value())
                    .isEqualTo(run.counters().ok()
                            + run.counters().refused()
                            + run.counters().unknown());
            all.assertThat(run.state()).as(where).isNotEqualTo(Run.State.RUNNING);
        }
    }

    private List<String> differences(List<String> actual) {
        return Stream.concat(
                        undisturbed.stream()
                                .filter(line -> !actual.contains(line))
                                .map(line -> "missing: " + line),
                        actual.stream()
                                .filter(line -> !undisturbed.contains(line))
                                .map(line -> "too much: " + line))
                .toList();
    }

    /** The moment of the last write, which a run that had to wait for the next one moves. */
    private static List<String> withoutMoments(List<String> verdicts) {
        return verdicts.stream()
                .filter(line -> !line.contains("Plumbline_Changed_On__c"))
                .toList();
    }
}
