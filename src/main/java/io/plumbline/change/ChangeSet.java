package io.plumbline.change;

import io.plumbline.crm.RecordId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * All that is to be different for one account.
 *
 * @param changes the account's own fields first, then its tasks by key
 * @param held what ought to be written and cannot be
 * @param settledTasks keys of tasks that are over while their theme needs nothing: to be remembered and given back as
 *     {@link KnownState#settledTasks()}, so that the theme may ask again when it needs something anew
 * @param judgedBefore whether Salesforce holds an earlier band or plan currency of ours
 * @param verdictFlip whether one of these gives way to another
 * @param trendBegins whether all that is new about the account's fields is that it has been judged for long enough to have
 *     a trend: this befalls every account of an org in the same night, three months after the first
 * @param mark the mark of this verdict and its texts, to be remembered once written
 */
public record ChangeSet(
        RecordId account,
        List<Change> changes,
        List<Held> held,
        Set<String> settledTasks,
        boolean judgedBefore,
        boolean verdictFlip,
        boolean trendBegins,
        VerdictMark mark) {

    public ChangeSet {
        changes = List.copyOf(changes);
        held = List.copyOf(held);
        settledTasks = Set.copyOf(settledTasks);
    }

    /** Whether Salesforce already holds everything this verdict would write. */
    public boolean isEmpty() {
        return changes.isEmpty();
    }

    /** The field writes among the changes. */
    public Optional<Change.AccountUpdate> accountUpdate() {
        return changes.stream()
                .filter(Change.AccountUpdate.class::isInstance)
                .map(Change.AccountUpdate.class::cast)
                .findFirst();
    }

    public ChangeSet with(List<Change> otherChanges, List<Held> otherHeld) {
        return new ChangeSet(
                account, otherChanges, otherHeld, settledTasks, judgedBefore, verdictFlip, trendBegins, mark);
    }

    /** The new tasks among the changes. */
    public List<Change.TaskCreation> creations() {
        return changes.stream()
                .filter(Change.TaskCreation.class::isInstance)
                .map(Change.TaskCreation.class::cast)
                .toList();
    }
}
