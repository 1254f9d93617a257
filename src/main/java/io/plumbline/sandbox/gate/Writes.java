package io.plumbline.sandbox.gate;

import io.plumbline.sandbox.control.Effect;
import io.plumbline.sandbox.control.Fault;
import io.plumbline.sandbox.record.MergeInput;
import io.plumbline.sandbox.record.MergeResult;
import io.plumbline.sandbox.record.Org;
import io.plumbline.sandbox.record.SaveResult;
import io.plumbline.sandbox.record.input.RecordInput;
import io.plumbline.sandbox.schema.ObjectSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/** Writes for all protocols: rows struck by a fault are held back, the org decides the others, effects are noted. */
public final class Writes {

    private final Org org;

    public Writes(Org org) {
        this.org = org;
    }

    public List<RowOutcome> create(Call call, List<RecordInput> rows, boolean allOrNone) {
        return save(call, rows, allOrNone, kept -> org.create(call.caller(), kept, allOrNone));
    }

    public List<RowOutcome> update(Call call, List<RecordInput> rows, boolean allOrNone) {
        return save(call, rows, allOrNone, kept -> org.update(call.caller(), kept, allOrNone));
    }

    public List<RowOutcome> upsert(Call call, String externalId, List<RecordInput> rows, boolean allOrNone) {
        return save(call, rows, allOrNone, kept -> org.upsert(call.caller(), externalId, kept, allOrNone));
    }

    public List<RowOutcome> delete(Call call, List<String> ids, boolean allOrNone) {
        return byId(call, ids, allOrNone, "delete", kept -> org.delete(call.caller(), kept, allOrNone));
    }

    public List<RowOutcome> undelete(Call call, List<String> ids, boolean allOrNone) {
        return byId(call, ids, allOrNone, "undelete", kept -> org.undelete(call.caller(), kept, allOrNone));
    }

    /** Several writes as one: neither changes nor effects are left of them when they did not all succeed. */
    public boolean together(Call call, BooleanSupplier writes) {
        int before = call.effects().size();
        boolean succeeded = org.together(writes);
        if (!succeeded) {
            call.effects().subList(before, call.effects().size()).clear();
        }
        return succeeded;
    }

    public List<RowOutcome> emptyRecycleBin(Call call, List<String> ids) {
        return byId(call, ids, false, "purge", kept -> org.emptyRecycleBin(call.caller(), kept));
    }

    /** Merges; what the master took over is not told among the effects. */
    public List<MergeResult> merge(Call call, List<MergeInput> merges) {
        List<MergeResult> results = org.merge(call.caller(), merges);
        for (int i = 0; i < results.size(); i++) {
            if (results.get(i).success()) {
                RecordInput master = merges.get(i).master();
                String id = String.valueOf(results.get(i).id());
                call.effects()
                        .add(new Effect(
                                "merge",
                                master.object(),
                                id,
                                List.copyOf(master.fields().keySet())));
            }
        }
        return results;
    }

    private static List<RowOutcome> byId(
            Call call,
            List<String> ids,
            boolean allOrNone,
            String operation,
            Function<List<String>, List<SaveResult>> write) {
        List<RecordInput> rows = ids.stream().map(id -> row(call, id)).toList();
        List<RowOutcome> outcomes = run(call, rows, allOrNone, kept -> write.apply(idsOf(kept)));
        note(call, rows, outcomes, outcome -> operation);
        return outcomes;
    }

    private List<RowOutcome> save(
            Call call, List<RecordInput> rows, boolean allOrNone, Function<List<RecordInput>, List<SaveResult>> write) {
        List<RowOutcome> outcomes = run(call, rows, allOrNone, write);
        note(call, rows, outcomes, outcome -> outcome.created() ? "create" : "update");
        return outcomes;
    }

    private static List<RowOutcome> run(
            Call call, List<RecordInput> rows, boolean allOrNone, Function<List<RecordInput>, List<SaveResult>> write) {
        if (rows.size() > Org.MOST_RECORDS_PER_WRITE) {
            throw new RefusedException(
                    "EXCEEDED_ID_LIMIT",
                    "record limit reached. cannot submit more than " + Org.MOST_RECORDS_PER_WRITE
                            + " records into this call");
        }
        List<Optional<Fault.RowError>> struck = new ArrayList<>();
        List<RecordInput> kept = new ArrayList<>();
        for (int position = 0; position < rows.size(); position++) {
            Optional<Fault.RowError> fault = RowFaults.striking(call.rowErrors(), rows.get(position), position);
            struck.add(fault);
            if (fault.isEmpty()) {
                kept.add(rows.get(position));
            }
        }
        boolean rolledBack = allOrNone && kept.size() < rows.size();
        List<SaveResult> saved = rolledBack || kept.isEmpty() && !rows.isEmpty() ? List.of() : write.apply(kept);
        List<RowOutcome> outcomes = new ArrayList<>();
        int next = 0;
        for (Optional<Fault.RowError> fault : struck) {
            if (fault.isPresent()) {
                outcomes.add(RowOutcome.refused(
                        fault.get().code(), fault.get().message(), fault.get().fields()));
            } else if (rolledBack) {
                outcomes.add(RowOutcome.refused(
                        "ALL_OR_NONE_OPERATION_ROLLED_BACK",
                        "Record rolled back because not all records were valid and the request was using AllOrNone header",
                        List.of()));
            } else {
                outcomes.add(RowOutcome.of(saved.get(next)));
                next++;
            }
        }
        return outcomes;
    }

    private static void note(
            Call call, List<RecordInput> rows, List<RowOutcome> outcomes, Function<RowOutcome, String> operation) {
        for (int i = 0; i < rows.size(); i++) {
            RowOutcome outcome = outcomes.get(i);
            if (outcome.success()) {
                RecordInput row = rows.get(i);
                call.effects()
                        .add(new Effect(
                                operation.apply(outcome),
                                row.object(),
                                outcome.recordId().orElse(""),
                                List.copyOf(row.fields().keySet())));
            }
        }
    }

    private static RecordInput row(Call call, String id) {
        String object =
                call.caller().schema().objectOfId(id).map(ObjectSchema::name).orElse("");
        return RecordInput.of(object, id, java.util.Map.of());
    }

    private static List<String> idsOf(List<RecordInput> rows) {
        return rows.stream()
                .map(row -> Optional.ofNullable(row.id()).orElse(""))
                .toList();
    }
}
