package io.plumbline.crm;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Leaves out some fields of records. It looks at the names once for all records of one layout, such as those of a page. Not
 * for several threads at once.
 */
public final class FieldChoice {

    private final Set<FieldName> leftOut;
    private @Nullable FieldLayout seen;
    private FieldLayout rest = new FieldLayout(List.of());
    private int[] places = new int[0];

    public FieldChoice(Set<FieldName> leftOut) {
        this.leftOut = Set.copyOf(leftOut);
    }

    /** The same record without these fields, in the order in which they were. */
    public CrmRecord of(CrmRecord record) {
        Map<FieldName, FieldValue> fields = record.fields();
        FieldLayout.Row row = fields instanceof FieldLayout.Row its
                ? its
                : new FieldLayout(List.copyOf(fields.keySet()))
                        .row(fields.values().toArray(FieldValue[]::new));
        if (row.layout() != seen) {
            learn(row.layout());
        }
        return new CrmRecord(record.object(), record.id(), rest.with(row.values(places)));
    }

    private void learn(FieldLayout layout) {
        List<FieldName> names = layout.names();
        places = IntStream.range(0, names.size())
                .filter(i -> !leftOut.contains(names.get(i)))
                .toArray();
        List<FieldName> kept = IntStream.of(places).mapToObj(names::get).toList();
        if (!kept.equals(rest.names())) {
            rest = new FieldLayout(kept);
        }
        seen = layout;
    }
}
