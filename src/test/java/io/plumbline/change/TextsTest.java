package io.plumbline.change;

import io.plumbline.assess.Assessment;
import io.plumbline.assess.Band;
import io.plumbline.assess.Evidence;
import io.plumbline.assess.Finding;
import io.plumbline.assess.Reason;
import io.plumbline.config.mapping.Result;
import io.plumbline.config.policy.Severity;
import io.plumbline.config.policy.Theme;
import io.plumbline.config.tasks.TaskPolicy;
import io.plumbline.config.tasks.ThemeTask;
import io.plumbline.config.tasks.Wording;
import io.plumbline.testing.Golden;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The texts as a person reads them, held by golden files. */
class TextsTest {

    private static final Finding REVIEW = new Finding(
            "plan.review",
            Theme.CURRENCY,
            Severity.CRITICAL,
            Evidence.none(),
            "The plan was last reviewed 94 days ago; every 30 days is agreed.",
            "Go through the plan with the team and enter the date of the review.");
    private static final Finding DRIFT = new Finding(
            "plan.substance",
            Theme.CURRENCY,
            Severity.WARNING,
            Evidence.none(),
            "Since the plan last changed, two people joined and one deal of 400,000 was lost.",
            "Bring stakeholders and value opportunities of the plan up to date.");

    private final Golden golden = Golden.beside(TextsTest.class);

    @Test
    void reasonsAndNextStepOfAnAccountHeldDownByACap() {
        ChangeSet set = plan(Given.verdict()
                .health(40.0, Band.RED)
                .findings(REVIEW, DRIFT)
                .reasons(
                        new Reason("cap.silence", "Nobody has been in touch", 21.26),
                        new Reason("rhythm.recency", "Last contact", 8.0),
                        new Reason("executive.sponsor", "Our executive sponsor", 3.96),
                        new Reason("usage.seats_used", "Seats used", 0.01))
                .build());

        golden.assertMatches("reasons.txt", text(set, Result.REASONS));
        golden.assertMatches("next-step.txt", text(set, Result.NEXT_STEP));
    }

    @Test
    void reasonsOfAnAccountOfWhichTooLittleIsKnown() {
        ChangeSet set = plan(Given.verdict()
                .health(60.0, Band.INSUFFICIENT)
                .confidence(17.5)
                .reasons(new Reason("momentum.pipeline", "Open pipeline", 12.5))
                .build());

        golden.assertMatches("reasons-not-enough-data.txt", text(set, Result.REASONS));
    }

    @Test
    void taskAsItIsMadeRefreshedAndClosed() {
        KnownState nothing = Given.nothingWritten();
        ChangeSet created = plan(Given.verdict().findings(REVIEW, DRIFT).build());
        KnownState open =
                Given.described(Given.after(nothing, created), text -> text + "\n\nMaria: meeting is on Thursday.");
        ChangeSet refreshed = planner().plan(Given.verdict().findings(DRIFT).build(), Given.context(), open, Given.NOW);
        KnownState still = Given.after(open, refreshed);
        ChangeSet closed = planner().plan(Given.verdict().build(), Given.context(), still, Given.NOW);

        golden.assertMatches("task-created.txt", task(created));
        golden.assertMatches("task-refreshed.txt", task(refreshed));
        golden.assertMatches("task-closed.txt", task(closed));
    }

    private static ChangeSet plan(Assessment verdict) {
        return planner().plan(verdict, Given.context(), Given.nothingWritten(), Given.NOW);
    }

    private static ChangePlanner planner() {
        TaskPolicy policy = Given.tasks(Severity.WARNING);
        Map<Theme, ThemeTask> themes = new EnumMap<>(policy.themes());
        themes.replaceAll((theme, task) -> new ThemeTask(
                true,
                task.from(),
                new Wording("{account}: bring the plan up to date"),
                new Wording("{plan} no longer tells how things are.\n\n{findings}"),
                task.priority(),
                task.dueWorkingDays()));
        return new ChangePlanner(Given.policy(Given.tasks(themes, true)), Given.people());
    }

    private static String text(ChangeSet set, Result result) {
        return set.accountUpdate().orElseThrow().fields().stream()
                        .filter(change -> change.field().equals(Given.field(result)))
                        .findFirst()
                        .orElseThrow()
                        .to()
                + "\n";
    }

    private static String task(ChangeSet set) {
        return switch (set.changes().getLast()) {
            case Change.AccountUpdate update -> throw new AssertionError("no task in " + set);
            case Change.TaskCreation task ->
                "Subject: " + task.subject() + "\nPriority: " + task.priority() + "\nDue: " + task.due() + "\nWhy: "
                        + task.reason() + "\n\n" + task.description() + "\n";
            case Change.TaskRefresh task ->
                "Subject: " + task.subject() + "\nPriority: " + task.priority() + "\nWhy: " + task.reason() + "\n\n"
                        + task.description() + "\n";
            case Change.TaskClosure task ->
                "Status: " + task.status() + "\nWhy: " + task.reason() + "\n\n" + task.description() + "\n";
        };
    }
}
