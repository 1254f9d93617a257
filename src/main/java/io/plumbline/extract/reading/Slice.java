package io.plumbline.extract.reading;

import io.plumbline.crm.FieldName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A part of what a source holds that one query asks for: all rows stamped in a closed window of time whose Ids lie in a
 * range. A slice that takes the server too long is cut in two that together are the same slice, so that nothing between
 * them can be left out (trap B5).
 *
 * @param from the first stamp; empty for the beginning of time: there is no hidden start (trap B9)
 * @param to the last stamp
 */
record Slice(Optional<Instant> from, Instant to, IdRange ids) implements Part<Slice> {

    private static final FieldName STAMP = SourceQuery.STAMP;

    static Slice window(Optional<Instant> from, Instant to) {
        return new Slice(from, to, IdRange.ALL);
    }

    /** The earlier half and the later one; when all bear one stamp, the lower Ids and the higher ones. */
    @Override
    public Optional<List<Slice>> halves() {
        Instant start = from.orElse(Instant.EPOCH);
        long milliseconds = to.toEpochMilli() - start.toEpochMilli();
        if (milliseconds > 0) {
            Instant middle = start.plusMillis(milliseconds / 2);
            return Optional.of(
                    List.of(new Slice(from, middle, ids), new Slice(Optional.of(middle.plusMillis(1)), to, ids)));
        }
        return ids.halves()
                .map(ranges ->
                        ranges.stream().map(range -> new Slice(from, to, range)).toList());
    }

    /** What a row of this slice meets, beginning after a row that was read before. */
    List<String> conditions(Optional<SourceQuery.Position> after) {
        List<String> conditions = new ArrayList<>();
        after.ifPresentOrElse(
                last -> conditions.add("(" + STAMP + " > " + SoqlText.moment(last.stamp()) + " OR (" + STAMP + " = "
                        + SoqlText.moment(last.stamp()) + " AND Id > '" + last.id() + "'))"),
                () -> from.ifPresent(start -> conditions.add(STAMP + " >= " + SoqlText.moment(start))));
        conditions.add(STAMP + " <= " + SoqlText.moment(to));
        conditions.addAll(ids.conditions());
        return conditions;
    }
}
