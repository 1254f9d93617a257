package io.plumbline.writeback;

import io.plumbline.change.Change;
import io.plumbline.crm.RecordId;
import io.plumbline.salesforce.SalesforceFailure;
import io.plumbline.salesforce.WriteOutcome;
import io.plumbline.writeback.quarantine.Quarantined;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Counts settlements while they come in. */
final class Tally {

    private int fieldsWritten;
    private final Set<RecordId> accountsTouched = new HashSet<>();
    private int tasksCreated;
    private int tasksUpdated;
    private int tasksClosed;
    private final List<WritebackReport.Refusal> refusals = new ArrayList<>();
    private final List<WritebackReport.Doubt> unknown = new ArrayList<>();
    private final List<Quarantined> quarantined = new ArrayList<>();
    private int held;
    private @Nullable SalesforceFailure failure;

    void add(Settlement settlement) {
        Change change = settlement.change();
        switch (settlement.outcome()) {
            case WriteOutcome.Saved saved -> saved(change, saved.created());
            case WriteOutcome.Refused refused ->
                refusals.add(new WritebackReport.Refusal(
                        change.account(),
                        change.key(),
                        refused.code(),
                        refused.message(),
                        refused.advice(),
                        refused.passing()));
            case WriteOutcome.Unknown doubt ->
                unknown.add(new WritebackReport.Doubt(change.account(), change.key(), doubt.reason()));
        }
    }

    void held(int records) {
        held += records;
    }

    void quarantined(Quarantined entry) {
        quarantined.add(entry);
    }

    void stopped(SalesforceFailure by) {
        failure = by;
    }

    WritebackReport report() {
        return new WritebackReport(
                fieldsWritten,
                accountsTouched,
                tasksCreated,
                tasksUpdated,
                tasksClosed,
                refusals,
                unknown,
                quarantined,
                held + quarantined.size(),
                Optional.ofNullable(failure));
    }

    private void saved(Change change, boolean created) {
        switch (change) {
            case Change.AccountUpdate update -> {
                accountsTouched.add(update.account());
                fieldsWritten += update.fields().size();
            }
            // A task with this key that was there already is the one whose outcome stayed unknown before.
            case Change.TaskCreation creation -> {
                tasksCreated += created ? 1 : 0;
                tasksUpdated += created ? 0 : 1;
            }
            case Change.TaskRefresh refresh -> tasksUpdated++;
            case Change.TaskClosure closure -> tasksClosed++;
        }
    }
}
