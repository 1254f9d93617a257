package io.plumbline.change;

import io.plumbline.crm.RecordId;
import java.util.Collection;
import java.util.Set;

/**
 * An account of a plan without the values that are to be written, so that a run can hold one of every account of an org.
 *
 * @param fields how many fields of the account are to be different
 * @param created how many tasks are to be made, digests included
 * @param refreshed how many tasks get other words
 * @param closed how many tasks are to be closed
 * @param settledTasks as in {@link ChangeSet}, as are the others
 */
public record PlannedAccount(
        RecordId account,
        int fields,
        int created,
        int refreshed,
        int closed,
        Set<String> settledTasks,
        boolean judgedBefore,
        boolean verdictFlip,
        boolean trendBegins,
        VerdictMark mark) {

    public PlannedAccount {
        settledTasks = Set.copyOf(settledTasks);
    }

    public static PlannedAccount of(ChangeSet set) {
        return new PlannedAccount(
                        set.account(),
                        0,
                        0,
                        0,
                        0,
                        set.settledTasks(),
                        set.judgedBefore(),
                        set.verdictFlip(),
                        set.trendBegins(),
                        set.mark())
                .with(set.changes());
    }

    /** The same account with these changes besides. */
    public PlannedAccount with(Collection<? extends Change> more) {
        int ofFields = fields;
        int creations = created;
        int refreshes = refreshed;
        int closures = closed;
        for (Change change : more) {
            switch (change) {
                case Change.AccountUpdate update -> ofFields += update.fields().size();
                case Change.TaskCreation creation -> creations++;
                case Change.TaskRefresh refresh -> refreshes++;
                case Change.TaskClosure closure -> closures++;
            }
        }
        return new PlannedAccount(
                account,
                ofFields,
                creations,
                refreshes,
                closures,
                settledTasks,
                judgedBefore,
                verdictFlip,
                trendBegins,
                mark);
    }

    public boolean writesFields() {
        return fields > 0;
    }

    /** How many records are to be written. */
    public int changes() {
        return (writesFields() ? 1 : 0) + tasks();
    }

    private int tasks() {
        return created + refreshed + closed;
    }

    /** Whether Salesforce already holds everything this verdict would write. */
    public boolean isEmpty() {
        return changes() == 0;
    }

    /** Whether it does something that a broken mapping would do, too. */
    boolean touches() {
        return trendBegins ? tasks() > 0 : !isEmpty();
    }
}
