package io.plumbline.change.task;

import io.plumbline.change.Change;
import io.plumbline.change.ChangeSet;
import io.plumbline.change.FieldText;
import io.plumbline.change.KnownTask;
import io.plumbline.config.tasks.TaskPolicy;
import io.plumbline.config.tasks.Wording.Placeholder;
import io.plumbline.crm.RecordId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * One task a week and person that names what went beyond the person's limits. It hangs on the account that needs
 * attention most, is never rewritten, and is closed when the next one is made or nothing waits any more.
 */
public final class WeeklyDigest {

    /** What the key of each digest is like, as SQL has it. */
    public static final String KEYS_LIKE = DigestKey.LIKE;

    /** So many of the tasks that wait are named, the others counted. */
    static final int NAMED = 25;

    private static final String NEWER = "a newer one names what is left.";

    private final TaskPolicy policy;
    private final WorkingDays workingDays;

    public WeeklyDigest(TaskPolicy policy) {
        this.policy = policy;
        this.workingDays = new WorkingDays(policy.weekend());
    }

    /** Whether a task of ours is a digest, which counts against no limit. */
    public static boolean is(String taskKey) {
        return DigestKey.parse(taskKey).isPresent();
    }

    /**
     * @param budgeted the plan for all accounts, and what waits
     * @param known tasks of ours by the account they hang on; others than digests are passed over
     * @return the plan with the digests of the week among its changes
     */
    List<ChangeSet> add(TaskBudget.Budgeted budgeted, Map<RecordId, List<KnownTask>> known, LocalDate day) {
        return with(budgeted.plan(), more(budgeted.waiting(), known, day));
    }

    /** The digests that are to be made and closed, by account. */
    Map<RecordId, List<Change>> more(
            SortedMap<RecordId, TaskBudget.Waiting> waitingFor, Map<RecordId, List<KnownTask>> known, LocalDate day) {
        Map<RecordId, List<Change>> more = new HashMap<>();
        if (!policy.digest().make()) {
            return more;
        }
        Set<String> there = new HashSet<>();
        known.forEach((account, tasks) -> tasks.forEach(task -> there.add(task.key())));
        waitingFor.forEach((person, waiting) -> {
            DigestKey key = DigestKey.of(person, day);
            if (!there.contains(key.toString())) {
                RecordId account = waiting.first().getFirst().wanted().account();
                more.computeIfAbsent(account, id -> new ArrayList<>()).add(digest(key, account, waiting, day));
            }
        });
        known.forEach((account, tasks) -> tasks.forEach(task -> DigestKey.parse(task.key())
                .filter(key -> task.state() == KnownTask.State.OPEN && policy.closeResolved())
                .filter(key -> !isOfToday(key, day) || !waitingFor.containsKey(key.person()))
                .ifPresent(key -> more.computeIfAbsent(account, id -> new ArrayList<>())
                        .add(closure(account, task, day, waitingFor.containsKey(key.person()))))));
        return more;
    }

    /** Whom a digest of ours names what for, and whether it is the one of the week of this day; empty for other tasks. */
    public static Optional<OfPerson> of(String taskKey, LocalDate day) {
        return DigestKey.parse(taskKey).map(key -> new OfPerson(key.person(), isOfToday(key, day)));
    }

    /** A digest, as far as its key tells. */
    public record OfPerson(RecordId person, boolean ofThisWeek) {}

    private static boolean isOfToday(DigestKey key, LocalDate day) {
        return key.equals(DigestKey.of(key.person(), day));
    }

    /** A plan with the digests of each account among its changes. */
    static List<ChangeSet> with(List<ChangeSet> plan, Map<RecordId, List<Change>> more) {
        return plan.stream().map(set -> with(set, more)).toList();
    }

    private static ChangeSet with(ChangeSet set, Map<RecordId, List<Change>> more) {
        List<Change> changes = new ArrayList<>(set.changes());
        changes.addAll(more.getOrDefault(set.account(), List.of()));
        return set.with(changes, set.held());
    }

    private Change digest(DigestKey key, RecordId account, TaskBudget.Waiting waiting, LocalDate day) {
        String count = Integer.toString(waiting.number());
        String named = waiting.first().stream()
                .limit(NAMED)
                .map(asked -> asked.task().get())
                .map(task -> "- " + task.subject() + "\n  " + task.reason())
                .collect(Collectors.joining("\n"));
        String rest = waiting.number() > NAMED ? "\n- and " + (waiting.number() - NAMED) + " more" : "";
        return new Change.TaskCreation(
                account,
                key.toString(),
                key.person(),
                FieldText.fit(
                        policy.digest().subject().fill(Map.of(Placeholder.COUNT, count)), TaskText.SUBJECT_LENGTH),
                FieldText.fit(
                        "Worth doing, and without a task of its own so that you do not drown in tasks. What needs"
                                + " attention most comes first.\n\n" + named + rest
                                + "\n\nKept by Plumbline for the week; complete it whenever you like.",
                        TaskText.DESCRIPTION_LENGTH),
                policy.digest().priority(),
                workingDays.after(day, policy.digest().dueWorkingDays()),
                count + " tasks went beyond the person's limits");
    }

    private Change closure(RecordId account, KnownTask task, LocalDate day, boolean newer) {
        return new Change.TaskClosure(
                account,
                task.id(),
                task.key(),
                policy.closedStatus(),
                FieldText.fit(
                        TaskNote.closing(task.description(), day, newer ? NEWER : "nothing waits any more."),
                        TaskText.DESCRIPTION_LENGTH),
                newer ? "a newer digest names what is left" : "nothing waits any more");
    }
}
