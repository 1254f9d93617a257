package io.plumbline.change.task;

import io.plumbline.assess.Assessment;
import io.plumbline.assess.Finding;
import io.plumbline.change.AccountContext;
import io.plumbline.change.AnsweredAssessment;
import io.plumbline.change.Change;
import io.plumbline.change.ChangePolicy;
import io.plumbline.change.FieldText;
import io.plumbline.change.Held;
import io.plumbline.change.KnownState;
import io.plumbline.change.KnownTask;
import io.plumbline.config.policy.Theme;
import io.plumbline.config.tasks.ThemeTask;
import io.plumbline.journal.Answer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The moves of one account's tasks: at most one is open per theme, and people are respected.
 *
 * <ul>
 *   <li>A theme needs action when its worst finding is as severe as tasks.yaml asks. The task lists the findings that
 *       are.
 *   <li>An open task is refreshed only when the set of findings (ids and severities) changed. Its date, owner and
 *       status are set once, at creation; who defers it or passes it on is respected. Notes that people write below our
 *       last line stay. A task whose last line was removed, or that is nearly full of
 *       notes, is theirs: it is not refreshed.
 *   <li>When the theme needs nothing, our open tasks of it are closed, and the text says why; but not when a finding
 *       is gone only because its input became unknown ({@link Knowledge}).
 *   <li>What a person answered asks for nothing until the day of the answer: an open task that is left with answered
 *       findings alone is closed and says so, whatever tasks.yaml says of closing.
 *   <li>A task that a person completed or deleted while its reason stands is not made again until the theme is worse
 *       than the task was written for, was seen to need nothing in between ({@link KnownState#settledTasks()}), or a
 *       cool-down is over; its successor then says so.
 *   <li>A task with a status by which a person puts it off is left alone until it is taken up, or nothing needs action.
 *   <li>After a merge of accounts one task per theme goes on; the others are closed and say so (trap G1).
 *   <li>A theme for which tasks.yaml makes no tasks is left as it is, open tasks of earlier days included.
 * </ul>
 */
public final class TaskPlanner {

    private final ChangePolicy policy;
    private final TaskOwners owners;
    private final WorkingDays workingDays;

    public TaskPlanner(ChangePolicy policy, TaskOwners owners) {
        this.policy = policy;
        this.owners = owners;
        this.workingDays = new WorkingDays(policy.tasks().weekend());
    }

    /** The moves, ordered by key, what had to be held, and the keys newly settled. */
    public record Outcome(List<Change> changes, List<Held> held, Set<String> settled) {}

    public Outcome plan(AnsweredAssessment answered, AccountContext context, KnownState known) {
        Outcome outcome = new Outcome(new ArrayList<>(), new ArrayList<>(), new TreeSet<>());
        if (policy.makeTasks()) {
            for (Theme theme : Theme.values()) {
                policy.tasks().task(theme).ifPresent(task -> plan(theme, task, answered, context, known, outcome));
            }
        }
        outcome.changes().sort(Comparator.comparing(Change::key));
        return outcome;
    }

    private void plan(
            Theme theme,
            ThemeTask task,
            AnsweredAssessment answered,
            AccountContext context,
            KnownState known,
            Outcome outcome) {
        Assessment assessment = answered.open();
        List<Finding> findings = assessment.findings().stream()
                .filter(finding -> finding.theme() == theme && task.wants(finding.severity()))
                .toList();
        ThemeTasks tasks = ThemeTasks.of(theme, known.tasks());
        if (findings.isEmpty()) {
            calm(tasks, answered, context, known, outcome);
            return;
        }
        Optional<KnownTask> open = tasks.open(context.id());
        if (open.isPresent()) {
            refresh(task, open.get(), findings, context, outcome);
            tasks.comeOverBeside(open.get(), context.id()).stream()
                    .map(other -> merged(other, theme, assessment.asOf(), context))
                    .forEach(outcome.changes()::add);
        } else if (mayAsk(tasks, TaskNote.of(findings), known, assessment.asOf())) {
            create(tasks, task, findings, assessment.asOf(), context, outcome);
        }
    }

    private boolean mayAsk(ThemeTasks tasks, TaskNote now, KnownState known, LocalDate day) {
        return tasks.latest()
                .map(over -> TaskNote.closedByUs(over.description())
                        || known.settledTasks().contains(over.key())
                        || TaskNote.in(over.description())
                                .filter(now::worseThan)
                                .isPresent()
                        || hasCooledDown(over, day))
                .orElse(true);
    }

    private boolean hasCooledDown(KnownTask over, LocalDate day) {
        int days = policy.tasks().limits().coolDownDays();
        return over.changedOn()
                .filter(since -> !day.isBefore(since.plusDays(days)))
                .isPresent();
    }

    private Change merged(KnownTask other, Theme theme, LocalDate day, AccountContext context) {
        return closure(
                other,
                day,
                context,
                TaskNote.MERGED,
                "its account was merged into this one, where another task of " + theme.key() + " is open");
    }

    /** Nothing of the theme needs action, as far as one can see; only what can be seen is evidence. */
    private void calm(
            ThemeTasks tasks, AnsweredAssessment answered, AccountContext context, KnownState known, Outcome outcome) {
        Knowledge knowledge = new Knowledge(answered);
        for (KnownTask open : tasks.allOpen()) {
            List<Answer> given = TaskNote.in(open.description())
                    .map(note -> answers(note.findings().keySet(), answered))
                    .orElseGet(() -> answers(ofTheme(tasks.theme(), answered), answered));
            if (evident(open, knowledge) && !given.isEmpty()) {
                outcome.changes()
                        .add(closure(
                                open,
                                answered.seen().asOf(),
                                context,
                                TaskNote.answered(given),
                                "what it asked for was answered by a person"));
            } else if (evident(open, knowledge) && policy.tasks().closeResolved()) {
                outcome.changes()
                        .add(closure(
                                open,
                                answered.seen().asOf(),
                                context,
                                TaskNote.DONE,
                                "nothing of " + tasks.theme().key() + " needs action any more"));
            }
        }
        tasks.latest()
                .filter(latest -> latest.state() != KnownTask.State.OPEN)
                .filter(over -> !TaskNote.closedByUs(over.description()))
                .filter(over -> !known.settledTasks().contains(over.key()))
                .filter(over -> evident(over, knowledge))
                .ifPresent(over -> outcome.settled().add(over.key()));
    }

    /** What a task of which a person removed our last line was about, as far as anybody can say. */
    private static List<String> ofTheme(Theme theme, AnsweredAssessment answered) {
        return answered.answered().stream()
                .filter(finding -> finding.theme() == theme)
                .map(Finding::id)
                .toList();
    }

    private static List<Answer> answers(Collection<String> findings, AnsweredAssessment answered) {
        return findings.stream()
                .flatMap(finding -> answered.answer(finding).stream())
                .toList();
    }

    private static boolean evident(KnownTask task, Knowledge knowledge) {
        return TaskNote.in(task.description()).map(knowledge::ofAll).orElse(true);
    }

    private Change closure(KnownTask open, LocalDate day, AccountContext context, String why, String reason) {
        return new Change.TaskClosure(
                context.id(),
                open.id(),
                open.key(),
                policy.tasks().closedStatus(),
                FieldText.fit(TaskNote.closing(open.description(), day, why), TaskText.DESCRIPTION_LENGTH),
                reason);
    }

    private void refresh(
            ThemeTask task, KnownTask open, List<Finding> findings, AccountContext context, Outcome outcome) {
        TaskNote note = TaskNote.of(findings);
        Optional<TaskNote> written = TaskNote.in(open.description());
        String notesBelow = TaskNote.notesBelow(open.description());
        if (policy.tasks().deferredStatuses().contains(open.status())
                || written.isEmpty()
                || written.get().equals(note)
                || notesBelow.length() > TaskText.MOST_NOTES) {
            return;
        }
        TaskText text = TaskText.of(task, context, findings, note, notesBelow);
        outcome.changes()
                .add(new Change.TaskRefresh(
                        context.id(),
                        open.id(),
                        open.key(),
                        text.subject(),
                        text.description(),
                        text.priority(),
                        "its findings changed, the worst now: "
                                + findings.getFirst().message()));
    }

    private void create(
            ThemeTasks before,
            ThemeTask task,
            List<Finding> findings,
            LocalDate day,
            AccountContext context,
            Outcome outcome) {
        TaskKey key = before.next(context.id());
        Optional<Person> owner = owners.forTasksOf(context);
        if (owner.isEmpty()) {
            outcome.held().add(new Held(context.id(), key.toString(), TaskOwners.NOBODY));
            return;
        }
        Finding worst = findings.getFirst();
        TaskText text = TaskText.of(task, context, findings, TaskNote.of(findings), "")
                .after(before.latest().filter(over -> !TaskNote.closedByUs(over.description())));
        outcome.changes()
                .add(new Change.TaskCreation(
                        context.id(),
                        key.toString(),
                        owner.get().id(),
                        text.subject(),
                        text.description(),
                        text.priority(),
                        workingDays.after(day, task.dueWorkingDays(worst.severity())),
                        worst.message()));
    }
}
