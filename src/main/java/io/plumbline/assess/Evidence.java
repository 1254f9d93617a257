package io.plumbline.assess;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a finding rests on, as named values in a fixed order (model section 6).
 *
 * <p>A value is text, a {@link Double}, an {@link Integer}, a {@link Boolean}, a {@link java.time.LocalDate}, an enum
 * constant of this package, a list of ids, a list of {@link Contradiction}s, or null where the dossier has none.
 */
public record Evidence(Map<String, @Nullable Object> values) {

    private static final Evidence NONE = new Evidence(Map.of());

    public Evidence {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** No evidence yet, to start from. */
    public static Evidence none() {
        return NONE;
    }

    /** This evidence and one more value. */
    public Evidence with(String name, @Nullable Object value) {
        Map<String, @Nullable Object> more = new LinkedHashMap<>(values);
        more.put(name, value instanceof List<?> list ? Collections.unmodifiableList(new ArrayList<>(list)) : value);
        return new Evidence(more);
    }

    public @Nullable Object get(String name) {
        return values.get(name);
    }
}
