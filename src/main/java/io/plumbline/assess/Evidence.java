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
 *
 * <p>A chain, because most evidence is gathered for what turns out to be well and is never read.
 */
public final class Evidence {

    private static final Evidence NONE = new Evidence(null, "", null);

    private final @Nullable Evidence before;
    private final String name;
    private final @Nullable Object value;

    private Evidence(@Nullable Evidence before, String name, @Nullable Object value) {
        this.before = before;
        this.name = name;
        this.value = value;
    }

    /** No evidence yet, to start from. */
    public static Evidence none() {
        return NONE;
    }

    /** This evidence and one more value. */
    public Evidence with(String name, @Nullable Object value) {
        Object kept = value instanceof List<?> list ? Collections.unmodifiableList(new ArrayList<>(list)) : value;
        return new Evidence(this, name, kept);
    }

    /** This evidence and then the other. */
    public Evidence and(Evidence more) {
        return more.before == null ? this : new Evidence(and(more.before), more.name, more.value);
    }

    /** The value of this name; null also when there is none. */
    public @Nullable Object get(String name) {
        Evidence named = named(name);
        return named == null ? null : named.value;
    }

    public boolean has(String name) {
        return named(name) != null;
    }

    /** Mostly the very name stands here that is asked for, or one of another hash: no character has to be read for either. */
    private @Nullable Evidence named(String name) {
        int hash = name.hashCode();
        for (Evidence each = this; each.before != null; each = each.before) {
            if (each.name == name || each.name.hashCode() == hash && each.name.equals(name)) {
                return each;
            }
        }
        return null;
    }

    /** All values by name, in their order. */
    public Map<String, @Nullable Object> values() {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        collect(values);
        return Collections.unmodifiableMap(values);
    }

    private void collect(Map<String, @Nullable Object> values) {
        if (before != null) {
            before.collect(values);
            values.put(name, value);
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Evidence evidence && values().equals(evidence.values());
    }

    @Override
    public int hashCode() {
        return values().hashCode();
    }

    @Override
    public String toString() {
        return values().toString();
    }
}
