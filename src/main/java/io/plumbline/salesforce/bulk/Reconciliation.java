package io.plumbline.salesforce.bulk;

import io.plumbline.crm.RecordId;
import io.plumbline.salesforce.RecordWrite;
import io.plumbline.salesforce.WriteOutcome;
import io.plumbline.salesforce.bulk.RowResults.Line;
import io.plumbline.salesforce.call.RowRefusals;
import io.plumbline.salesforce.call.WriteBatch;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Gives each row that was sent exactly one outcome, found by its key: sent = saved + refused + not looked at + unknown
 * (trap D8). A row that the org tells nothing of, or two things, is unknown, and never taken for saved.
 */
final class Reconciliation {

    private final Job job;
    private final List<RecordWrite> sent;
    private final WriteOutcome.Refused unprocessed;
    private final @Nullable WriteOutcome[] told;
    private final BitSet contradicted = new BitSet();
    private int toldOf;
    /** Where the row after the last one found stands: results mostly come in the order of what was sent. */
    private int next;

    private @Nullable Map<String, Integer> places;

    /**
     * @param sent no record twice
     * @param unprocessed what is said of a row that the org did not come to
     */
    Reconciliation(Job job, List<RecordWrite> sent, WriteOutcome.Refused unprocessed) {
        this.job = job;
        this.sent = sent;
        this.unprocessed = unprocessed;
        this.told = new WriteOutcome[sent.size()];
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
        return toldOf == told.length;
    }

    /** One for each row, in the order in which they were sent. */
    List<WriteOutcome> outcomes() {
        List<WriteOutcome> outcomes = new ArrayList<>(told.length);
        for (int place = 0; place < told.length; place++) {
            WriteOutcome outcome = told[place];
            if (contradicted.get(place)) {
                outcome = new WriteOutcome.Unknown("The results of " + job + " name this record more than once.");
            } else if (outcome == null) {
                outcome = new WriteOutcome.Unknown("The results of " + job + " do not name this record.");
            }
            outcomes.add(outcome);
        }
        return outcomes;
    }

    private interface Telling {
        WriteOutcome of(RecordWrite write);
    }

    private void tell(Line line, Telling telling) {
        int place = place(line.key());
        if (place < 0) {
            return;
        }
        if (told[place] == null) {
            toldOf++;
        } else {
            contradicted.set(place);
        }
        told[place] = telling.of(sent.get(place));
        next = place + 1;
    }

    /** Where the row with this key stands among those that were sent; negative when it is none of them. */
    private int place(String key) {
        if (next < sent.size() && WriteBatch.record(sent.get(next)).equals(key)) {
            return next;
        }
        Map<String, Integer> known = places();
        Integer place = known.get(key);
        if (place == null && RecordId.isId(key)) {
            place = known.get(RecordId.of(key).value());
        }
        return place == null ? -1 : place;
    }

    private Map<String, Integer> places() {
        if (places == null) {
            places = new HashMap<>();
            for (int place = 0; place < sent.size(); place++) {
                places.put(WriteBatch.record(sent.get(place)), place);
            }
        }
        return places;
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
