package io.plumbline.change.task;

import io.plumbline.change.Change;
import io.plumbline.change.ChangeJson;
import io.plumbline.change.ChangeSet;
import io.plumbline.change.KnownTask;
import io.plumbline.crm.RecordId;
import io.plumbline.journal.Standing;
import io.plumbline.journal.StandingTask;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The limits of attention over all accounts of an org, although a run judged some only: what the others have and want is
 * asked for only of people for whom anything can become different now.
 */
public final class AttentionLimits {

    private final TaskBudget budget;
    private final WeeklyDigest digest;

    public AttentionLimits(TaskBudget budget, WeeklyDigest digest) {
        this.budget = budget;
        this.digest = digest;
    }

    /**
     * The accounts that a run judged.
     *
     * @param standings theirs
     * @param digests tasks of ours that are digests, by the account they hang on
     * @param looked accounts that the run looked at, whether or not there was anything to judge
     */
    public record Judged(
            List<ChangeSet> plan,
            List<Standing> standings,
            Map<RecordId, List<KnownTask>> digests,
            Set<RecordId> looked) {}

    /** What all accounts of an org had and wanted of our tasks when each of them was last judged. */
    public interface Remembered {

        /** Everybody for whom an account asks for a task. */
        Set<RecordId> wantedFor();

        /** The tasks that accounts ask for on behalf of these people. */
        List<Standing.Wanted> wanted(Collection<RecordId> people);

        /** The change that would make a task, as text. */
        String payload(Standing.Wanted wanted);

        /** The tasks that these people have. */
        List<StandingTask> of(Collection<RecordId> people);

        /** All weekly digests. */
        List<StandingTask> digests();
    }

    /** What all other accounts have and want, as far as it matters. */
    private record Others(List<StandingTask> tasks, List<Asked> wanted, Map<RecordId, List<KnownTask>> digests) {

        static final Others NONE = new Others(List.of(), List.of(), Map.of());
    }

    /**
     * What a run that judged all accounts may do besides what its accounts need.
     *
     * @param given the tasks that there is room for
     * @param digests the digests that are to be made and closed
     * @param held of how many tasks it is said that they wait, by why
     */
    public record Within(List<Change.TaskCreation> given, List<Change> digests, SortedMap<String, Integer> held) {}

    /**
     * What a run that judged some accounts may do.
     *
     * @param plan its change sets within the limits; good once nobody is concerned
     * @param concerned accounts that were not judged and that the limits now give a task, or whose digest is to be made or
     *     closed
     */
    public record Among(List<ChangeSet> plan, Set<RecordId> concerned) {}

    /** A queue of what all accounts ask for. */
    public TaskQueue queue() {
        return budget.queue();
    }

    /**
     * The same as the plan of {@link #ofAll(Judged, Instant, LocalDate, boolean)} has of tasks that are new and of digests,
     * without the plan.
     *
     * @param tasks what all accounts have of our tasks once their changes are made
     * @param digests tasks of ours that are digests, by the account they hang on
     */
    public Within ofAll(
            TaskQueue wanted,
            Collection<StandingTask> tasks,
            Map<RecordId, List<KnownTask>> digests,
            Instant now,
            LocalDate day,
            boolean makeTasks) {
        TaskBudget.Shares shares = budget.share(wanted, TaskLoad.of(tasks, now));
        SortedMap<String, Integer> held = new TreeMap<>();
        shares.waiting().values().forEach(waiting -> held.merge(waiting.why(), waiting.number(), Integer::sum));
        List<Change> more = makeTasks
                ? digest.more(shares.waiting(), digests, day).values().stream()
                        .flatMap(List::stream)
                        .toList()
                : List.of();
        return new Within(
                shares.given().stream().map(asked -> asked.task().get()).toList(), more, held);
    }

    /** The plan of a run that judged all accounts, within the limits. */
    public List<ChangeSet> ofAll(Judged judged, Instant now, LocalDate day, boolean makeTasks) {
        TaskBudget.Budgeted budgeted = budgeted(judged, Others.NONE, now);
        return makeTasks ? digest.add(budgeted, judged.digests(), day) : budgeted.plan();
    }

    /** What a run that judged some accounts may do, beside what all others have and want. */
    public Among among(Remembered remembered, Judged judged, Instant now, LocalDate day) {
        Others others = others(remembered, judged, now, day);
        TaskBudget.Budgeted budgeted = budgeted(judged, others, now);
        Map<RecordId, List<Change>> more = digest.more(budgeted.waiting(), together(judged, others), day);
        Set<RecordId> concerned = new HashSet<>(budgeted.elsewhere());
        concerned.addAll(more.keySet());
        concerned.removeAll(judged.looked());
        return new Among(WeeklyDigest.with(budgeted.plan(), more), concerned);
    }

    private TaskBudget.Budgeted budgeted(Judged judged, Others others, Instant now) {
        Map<RecordId, Double> attention = new HashMap<>();
        judged.standings()
                .forEach(standing ->
                        attention.put(standing.account(), Objects.requireNonNullElse(standing.attention(), 0.0)));
        return budget.apply(
                judged.plan(),
                others.wanted(),
                TaskLoad.of(withThoseOf(judged, others.tasks()), now),
                account -> attention.getOrDefault(account, 0.0));
    }

    private Others others(Remembered remembered, Judged judged, Instant now, LocalDate day) {
        Set<RecordId> waitedFor = remembered.wantedFor();
        List<StandingTask> digests = notJudged(judged, remembered.digests());
        Set<RecordId> people = judged.plan().stream()
                .flatMap(set -> set.creations().stream())
                .map(Change.TaskCreation::owner)
                .collect(Collectors.toCollection(HashSet::new));
        people.addAll(withoutDigestOfTheWeek(waitedFor, digests, judged, day));
        Set<RecordId> all = new HashSet<>(waitedFor);
        all.addAll(people);
        List<StandingTask> tasks = notJudged(judged, remembered.of(all));
        TaskBudget.Load load = TaskLoad.of(withThoseOf(judged, tasks), now);
        waitedFor.stream().filter(person -> budget.hasRoom(person, load)).forEach(people::add);
        List<Asked> wanted = remembered.wanted(people).stream()
                .filter(one -> !judged.looked().contains(one.account()))
                .map(one -> new Asked(one, () -> (Change.TaskCreation) ChangeJson.read(remembered.payload(one))))
                .toList();
        return new Others(tasks, wanted, known(digests, waitedFor, people, day));
    }

    private static List<StandingTask> withThoseOf(Judged judged, List<StandingTask> others) {
        List<StandingTask> tasks = new ArrayList<>(others);
        judged.standings().forEach(standing -> tasks.addAll(standing.tasks()));
        return tasks;
    }

    private static List<StandingTask> notJudged(Judged judged, Collection<StandingTask> tasks) {
        return tasks.stream()
                .filter(task -> !judged.looked().contains(task.account()))
                .toList();
    }

    /** Somebody who waits and has none gets one, and an older one is to be closed then. */
    private static Set<RecordId> withoutDigestOfTheWeek(
            Set<RecordId> waitedFor, List<StandingTask> digests, Judged judged, LocalDate day) {
        Set<RecordId> without = new HashSet<>(waitedFor);
        digests.stream()
                .flatMap(task -> WeeklyDigest.of(task.key(), day).stream())
                .filter(WeeklyDigest.OfPerson::ofThisWeek)
                .forEach(ofPerson -> without.remove(ofPerson.person()));
        digests.stream()
                .filter(StandingTask::open)
                .flatMap(task -> WeeklyDigest.of(task.key(), day).stream())
                .filter(ofPerson -> !ofPerson.ofThisWeek())
                .forEach(ofPerson -> without.add(ofPerson.person()));
        judged.digests().values().stream()
                .flatMap(List::stream)
                .flatMap(task -> WeeklyDigest.of(task.key(), day).stream())
                .forEach(ofPerson -> without.add(ofPerson.person()));
        return without;
    }

    /** Whoever waits and of whose waiting nothing is known here keeps the digest that is there. */
    private static Map<RecordId, List<KnownTask>> known(
            List<StandingTask> digests, Set<RecordId> waitedFor, Set<RecordId> people, LocalDate day) {
        Map<RecordId, List<KnownTask>> known = new HashMap<>();
        for (StandingTask task : digests) {
            WeeklyDigest.of(task.key(), day)
                    .map(WeeklyDigest.OfPerson::person)
                    .filter(person -> people.contains(person) || !waitedFor.contains(person))
                    .ifPresent(person -> known.computeIfAbsent(task.account(), account -> new ArrayList<>())
                            .add(asKnown(task)));
        }
        return known;
    }

    /** Its account is judged before anything is done to it, so its text does not matter here. */
    private static KnownTask asKnown(StandingTask task) {
        return new KnownTask(
                task.account(), task.key(), task.open() ? KnownTask.State.OPEN : KnownTask.State.CLOSED, "", "", "");
    }

    private static Map<RecordId, List<KnownTask>> together(Judged judged, Others others) {
        Map<RecordId, List<KnownTask>> digests = new HashMap<>(others.digests());
        digests.putAll(judged.digests());
        return digests;
    }
}
