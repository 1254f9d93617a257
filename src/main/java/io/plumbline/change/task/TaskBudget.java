package io.plumbline.change.task;

import io.plumbline.change.Change;
import io.plumbline.change.ChangeSet;
import io.plumbline.change.Held;
import io.plumbline.config.tasks.TaskLimits;
import io.plumbline.crm.RecordId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
     * The plan within the budget.
     *
     * @param plan in its order, with new tasks beyond the budget held
     * @param waiting what each person is spared, what needs attention most first
     * @param elsewhere accounts outside the plan for a task of which there is room
     */
    public record Budgeted(
            List<ChangeSet> plan, Map<RecordId, List<Change.TaskCreation>> waiting, Set<RecordId> elsewhere) {}

    /**
     * @param plan the change sets of a run, in any order
     * @param elsewhere what other accounts ask for, which compete for the same room
     * @param attention by account, what ranks the accounts (model section 5); 0 where it is unknown
     */
    public Budgeted apply(
            Collection<ChangeSet> plan,
            Collection<Change.TaskCreation> elsewhere,
            Load load,
            ToDoubleFunction<RecordId> attention) {
        Set<RecordId> planned = plan.stream().map(ChangeSet::account).collect(Collectors.toSet());
        Set<RecordId> roomElsewhere = new HashSet<>();
        Map<RecordId, Integer> open = new HashMap<>(load.open());
        Map<RecordId, Integer> thisWeek = new HashMap<>(load.thisWeek());
        Map<String, String> beyond = new HashMap<>();
        Map<RecordId, List<Change.TaskCreation>> waiting = new LinkedHashMap<>();
        for (Change.TaskCreation creation : creations(plan, elsewhere, attention)) {
            RecordId owner = creation.owner();
            if (open.getOrDefault(owner, 0) >= limits.openPerPerson()) {
                beyond.put(creation.taskKey(), tooManyOpen());
            } else if (thisWeek.getOrDefault(owner, 0) >= limits.newPerPersonAndWeek()) {
                beyond.put(creation.taskKey(), tooManyNew());
            } else {
                open.merge(owner, 1, Integer::sum);
                thisWeek.merge(owner, 1, Integer::sum);
                if (!planned.contains(creation.account())) {
                    roomElsewhere.add(creation.account());
                }
                continue;
            }
            waiting.computeIfAbsent(owner, person -> new ArrayList<>()).add(creation);
        }
        return new Budgeted(plan.stream().map(set -> holding(beyond, set)).toList(), waiting, roomElsewhere);
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

    private static List<Change.TaskCreation> creations(
            Collection<ChangeSet> plan,
            Collection<Change.TaskCreation> elsewhere,
            ToDoubleFunction<RecordId> attention) {
        return Stream.concat(plan.stream().flatMap(set -> set.creations().stream()), elsewhere.stream())
                .sorted(Comparator.<Change.TaskCreation>comparingDouble(
                                creation -> -attention.applyAsDouble(creation.account()))
                        .thenComparing(Change.TaskCreation::account)
                        .thenComparing(Change.TaskCreation::due)
                        .thenComparing(Change.TaskCreation::taskKey))
                .toList();
    }

    private static ChangeSet holding(Map<String, String> beyond, ChangeSet set) {
        List<Change> changes = new ArrayList<>();
        List<Held> held = new ArrayList<>(set.held());
        for (Change change : set.changes()) {
            String why = beyond.get(change.key());
            if (why != null && change instanceof Change.TaskCreation) {
                held.add(new Held(set.account(), change.key(), why));
            } else {
                changes.add(change);
            }
        }
        return set.with(changes, held);
    }
}
