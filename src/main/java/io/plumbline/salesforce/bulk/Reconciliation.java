package io.plumbline.salesforce.bulk;

import io.plumbline.crm.RecordId;
import io.plumbline.salesforce.RecordWrite;
import io.plumbline.salesforce.WriteOutcome;
import io.plumbline.salesforce.bulk.RowResults.Line;
import io.plumbline.salesforce.call.RowRefusals;
import io.plumbline.salesforce.call.WriteBatch;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Gives each row that was sent exactly one outcome, found by its key: sent = saved + refused + not looked at + unknown
 * (trap D8). A row that the org tells nothing of, or two things, is unknown, and never taken for saved.
 */
final class Reconciliation {

    private final Job job;
    private final WriteOutcome.Refused unprocessed;
    private final Map<String, WriteOutcome> told = new HashMap<>();
    private final Map<String, RecordWrite> sent = new HashMap<>();
    private final Set<String> contradicted = new HashSet<>();

    /** @param unprocessed what is said of a row that the org did not come to */
    Reconciliation(Job job, List<RecordWrite> writes, WriteOutcome.Refused unprocessed) {
        this.job = job;
        this.unprocessed = unprocessed;
        writes.forEach(write -> sent.put(WriteBatch.record(write), write));
    }

    void saved(List<Line> lines) {
        lines.forEach(line -> tell(line, write -> saved(write, line)));
    }

    void refused(List<Line> lines) {
        lines.forEach(line -> tell(line, write -> RowRefusals.of(write.object(), RowResults.problems(line.error()))));
    }

    void unprocessed(List<Line> lines) {
        lines.forEach(line -> tell(line, write -> unprocessed));
    }

    /** Whether the org has told of every row. */
    boolean isWhole() {
        return told.keySet().containsAll(sent.keySet());
    }

    WriteOutcome of(RecordWrite write) {
        String key = WriteBatch.record(write);
        if (contradicted.contains(key)) {
            return new WriteOutcome.Unknown("The results of " + job + " name this record more than once.");
        }
        WriteOutcome outcome = told.get(key);
        return outcome != null
                ? outcome
                : new WriteOutcome.Unknown("The results of " + job + " do not name this record.");
    }

    private interface Telling {
        WriteOutcome of(RecordWrite write);
    }

    private void tell(Line line, Telling telling) {
        String key = RecordId.isId(line.key()) && !sent.containsKey(line.key())
                ? RecordId.of(line.key()).value()
                : line.key();
        RecordWrite write = sent.get(key);
        if (write != null && told.put(key, telling.of(write)) != null) {
            contradicted.add(key);
        }
    }

    private WriteOutcome saved(RecordWrite write, Line line) {
        return switch (write) {
            case RecordWrite.Update update -> new WriteOutcome.Saved(update.id(), false);
            case RecordWrite.Upsert upsert ->
                RecordId.isId(line.id())
                        ? new WriteOutcome.Saved(RecordId.of(line.id()), line.created())
                        : new WriteOutcome.Unknown("The results of " + job + " name this record without its Id.");
        };
    }
}
