package io.plumbline.change;

import io.plumbline.crm.RecordId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * Keeps people from drowning: nobody gets more open tasks of ours than tasks.yaml allows. The accounts that need
 * attention most come first, and of one account what is due first; the rest stays visible in the fields of the account
 * and becomes a task when there is room.
 */
public final class TaskBudget {

    private final int mostOpen;

    /** @param mostOpen how many of our tasks one person may have open at a time, at least 1 */
    public TaskBudget(int mostOpen) {
        this.mostOpen = mostOpen;
    }

    /**
     * @param plan the change sets of a run, in any order
     * @param openNow how many of our tasks each person has open already
     * @param attention by account, what ranks the accounts (model section 5); 0 where it is unknown
     * @return the plan in its order, with new tasks beyond the budget held
     */
    public List<ChangeSet> apply(
            Collection<ChangeSet> plan, Map<RecordId, Integer> openNow, ToDoubleFunction<RecordId> attention) {
        Map<RecordId, Integer> open = new HashMap<>(openNow);
        Set<String> beyond = new HashSet<>();
        creations(plan, attention).forEach(creation -> {
            if (open.merge(creation.owner(), 1, Integer::sum) > mostOpen) {
                beyond.add(creation.taskKey());
            }
        });
        return plan.stream().map(set -> holding(beyond, set)).toList();
    }

    private static List<Change.TaskCreation> creations(
            Collection<ChangeSet> plan, ToDoubleFunction<RecordId> attention) {
        return plan.stream()
                .flatMap(set -> set.changes().stream())
                .filter(Change.TaskCreation.class::isInstance)
                .map(Change.TaskCreation.class::cast)
                .sorted(Comparator.<Change.TaskCreation>comparingDouble(
                                creation -> -attention.applyAsDouble(creation.account()))
                        .thenComparing(Change.TaskCreation::account)
                        .thenComparing(Change.TaskCreation::due)
                        .thenComparing(Change.TaskCreation::taskKey))
                .toList();
    }

    private ChangeSet holding(Set<String> beyond, ChangeSet set) {
        List<Change> changes = new ArrayList<>();
        List<Held> held = new ArrayList<>(set.held());
        for (Change change : set.changes()) {
            if (change instanceof Change.TaskCreation creation && beyond.contains(creation.taskKey())) {
                held.add(new Held(
                        set.account(),
                        creation.taskKey(),
                        "Its owner already has " + mostOpen
                                + " open tasks of ours, as many as tasks.yaml allows (maxOpenPerPerson)."));
            } else {
                changes.add(change);
            }
        }
        return set.with(changes, held);
    }
}
