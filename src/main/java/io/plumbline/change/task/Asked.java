package io.plumbline.change.task;

import io.plumbline.change.Change;
import io.plumbline.journal.Standing;
import java.util.Comparator;
import java.util.function.Supplier;

/**
 * A task that an account asks for.
 *
 * @param wanted whose it is to be, and what ranks it
 * @param task the change that would make it, of an account that is not judged now to be read first
 */
record Asked(Standing.Wanted wanted, Supplier<Change.TaskCreation> task) {

    /** What needs attention most comes first, and of one account what is due first. */
    static final Comparator<Asked> FIRST_FIRST = Comparator.comparing(
            Asked::wanted,
            Comparator.comparingDouble(Standing.Wanted::attention)
                    .reversed()
                    .thenComparing(Standing.Wanted::account)
                    .thenComparing(Standing.Wanted::due)
                    .thenComparing(Standing.Wanted::taskKey));

    /** @param attention what ranks the account, 0 where it is unknown */
    static Asked of(Change.TaskCreation task, double attention) {
        return new Asked(
                new Standing.Wanted(task.account(), task.taskKey(), task.owner(), attention, task.due()), () -> task);
    }
}
