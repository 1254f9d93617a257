package io.plumbline.sandbox.soql;

import io.plumbline.sandbox.record.store.RecordView;
import io.plumbline.sandbox.record.store.StoredRecord;
import io.plumbline.sandbox.schema.FieldSchema;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * TYPEOF: what is shown of a polymorphic parent depends on what it is.
 *
 * @param byObject the fields for each object that is named
 * @param otherwise the fields for all others, as the object called Name has them; a parent without fields shows its type alone
 */
record TypeSwitch(FieldSchema reference, Map<String, RowShape> byObject, RowShape otherwise) {

    String name() {
        return String.valueOf(reference.relationshipName());
    }

    @Nullable
    ResultRow row(RecordView records, StoredRecord child) {
        return Optional.ofNullable(child.text(reference.name()))
                .flatMap(records::find)
                .map(parent -> Optional.ofNullable(byObject.get(parent.object().name()))
                        .map(shape -> shape.row(records, parent))
                        .orElseGet(() -> otherwise.sharedRow(records, parent)))
                .orElse(null);
    }
}
