package io.plumbline.change.task;

import io.plumbline.change.Change;
import io.plumbline.change.ChangeSet;
import io.plumbline.change.Held;
import io.plumbline.config.tasks.TaskLimits;
import io.plumbline.crm.RecordId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * The attention budget: nobody has more open tasks of ours, or gets more new ones within seven days, than tasks.yaml
 * allows. The accounts that need attention most come first, and of one account what is due first; the rest stays visible
 * in the fields of the account and becomes a task when there is room.
 */
public final class TaskBudget {

    private final TaskLimits limits;

    public TaskBudget(TaskLimits limits) {
        this.limits = limits;
    }

    /**
     * What people have of our tasks already.
     *
     * @param open how many each has open
     * @param thisWeek how many each got within the last seven days
     */
    public record Load(Map<RecordId, Integer> open, Map<RecordId, Integer> thisWeek) {}

    /**
     * What a person is spared.
     *
     * @param number how many tasks
     * @param first those that need attention most, the first first, as far as a digest names them
     * @param why they are not made
     */
    record Waiting(int number, List<Asked> first, String why) {}

    /**
     * Who gets what.
     *
     * @param given the tasks that there is room for
     * @param waiting what goes beyond, by person, in the order of their Ids
     */
    record Shares(List<Asked> given, SortedMap<RecordId, Waiting> waiting) {}

    /**
     * The plan within the budget.
     *
     * @param plan in its order, with new tasks beyond the budget held
     * @param waiting what each person is spared
     * @param elsewhere accounts outside the plan for a task of which there is room
     */
    record Budgeted(List<ChangeSet> plan, SortedMap<RecordId, Waiting> waiting, Set<RecordId> elsewhere) {}

    /** A queue that keeps what {@link #share} can have a use for. */
    public TaskQueue queue() {
        return new TaskQueue(Math.min(limits.openPerPerson(), limits.newPerPersonAndWeek()) + WeeklyDigest.NAMED);
    }

    /** Gives each person what there is room for, in the order of the queue. */
    Shares share(TaskQueue wanted, Load load) {
        List<Asked> given = new ArrayList<>();
        SortedMap<RecordId, Waiting> waiting = new TreeMap<>();
        for (RecordId person : wanted.people()) {
            int open = Math.max(0, limits.openPerPerson() - load.open().getOrDefault(person, 0));
            int ofThisWeek =
                    Math.max(0, limits.newPerPersonAndWeek() - load.thisWeek().getOrDefault(person, 0));
            int room = Math.min(wanted.length(person), Math.min(open, ofThisWeek));
            List<Asked> first = wanted.first(person);
            given.addAll(first.subList(0, room));
            if (room < wanted.length(person)) {
                waiting.put(
                        person,
                        new Waiting(
                                wanted.length(person) - room,
                                first.subList(room, Math.min(first.size(), room + WeeklyDigest.NAMED)),
                                open <= ofThisWeek ? tooManyOpen() : tooManyNew()));
            }
        }
        return new Shares(given, waiting);
    }

    /**
     * @param plan the change sets of a run, in any order
     * @param elsewhere what other accounts ask for, which compete for the same room
     * @param attention by account of the plan, what ranks the accounts (model section 5); 0 where it is unknown
     */
    Budgeted apply(
            Collection<ChangeSet> plan, Collection<Asked> elsewhere, Load load, ToDoubleFunction<RecordId> attention) {
        TaskQueue wanted = queue();
        plan.forEach(set ->
                set.creations().forEach(creation -> wanted.add(creation, attention.applyAsDouble(creation.account()))));
        elsewhere.forEach(wanted::add);
        Shares shares = share(wanted, load);
        Set<RecordId> roomElsewhere =
                shares.given().stream().map(asked -> asked.wanted().account()).collect(Collectors.toSet());
        plan.forEach(set -> roomElsewhere.remove(set.account()));
        Set<String> given =
                shares.given().stream().map(asked -> asked.wanted().taskKey()).collect(Collectors.toSet());
        return new Budgeted(
                plan.stream().map(set -> within(set, given, shares.waiting())).toList(),
                shares.waiting(),
                roomElsewhere);
    }

    /** Whether there is room for one more task of this person. */
    public boolean hasRoom(RecordId person, Load load) {
        return load.open().getOrDefault(person, 0) < limits.openPerPerson()
                && load.thisWeek().getOrDefault(person, 0) < limits.newPerPersonAndWeek();
    }

    private String tooManyOpen() {
        return "Its owner already has " + limits.openPerPerson() + " open tasks of ours, as many as maxOpenPerPerson in"
                + " tasks.yaml allows. It is made when the owner has closed one; or raise the limit there.";
    }

    private String tooManyNew() {
        return "Its owner already got " + limits.newPerPersonAndWeek()
                + " new tasks of ours within seven days, as many as"
                + " maxNewPerPersonPerWeek in tasks.yaml allows. It is made in the days to come; or raise the limit there.";
    }

    private static ChangeSet within(ChangeSet set, Set<String> given, Map<RecordId, Waiting> waiting) {
        List<Change> changes = new ArrayList<>();
        List<Held> held = new ArrayList<>(set.held());
        for (Change change : set.changes()) {
            Waiting beyond = change instanceof Change.TaskCreation creation && !given.contains(creation.taskKey())
                    ? waiting.get(creation.owner())
                    : null;
            if (beyond == null) {
                changes.add(change);
            } else {
                held.add(new Held(set.account(), change.key(), beyond.why()));
            }
        }
        return set.with(changes, held);
    }
}
