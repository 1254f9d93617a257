package io.plumbline.sandbox.soql;

import io.plumbline.sandbox.record.store.Address;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One record of a result.
 *
 * @param type the object's name, or {@code AggregateResult}, or {@code Name} for a polymorphic parent
 * @param id the record's Id whether it was selected or not; absent for aggregates
 * @param values in the order of the SELECT, by canonical name; a parent is a nested row, or {@code null} when the reference is blank
 */
public record ResultRow(String type, @Nullable String id, Map<String, @Nullable Object> values) {

    public ResultRow {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    public Optional<String> recordId() {
        return Optional.ofNullable(id);
    }

    /** A value by path, {@code Owner.Name}; {@code null} when blank on the way. */
    public @Nullable Object get(String path) {
        int dot = path.indexOf('.');
        if (dot < 0) {
            return values.get(path);
        }
        String rest = path.substring(dot + 1);
        Object first = values.get(path.substring(0, dot));
        if (first instanceof Address address) {
            return address.parts().get(rest);
        }
        return first instanceof ResultRow parent ? parent.get(rest) : null;
    }
}
