package io.plumbline.crm;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The names that many records have in common, kept once for all of them: a million records of an answer are a million
 * arrays of values then, not a million maps.
 */
public final class FieldLayout {

    private final List<FieldName> names;
    private final Map<FieldName, Integer> positions = new HashMap<>();

    /** @throws IllegalArgumentException when a name is there twice */
    public FieldLayout(List<FieldName> names) {
        this.names = List.copyOf(names);
        for (FieldName name : this.names) {
            if (positions.put(name, positions.size()) != null) {
                throw new IllegalArgumentException(name + " is there twice");
            }
        }
    }

    public int size() {
        return names.size();
    }

    /** In their order. */
    public List<FieldName> names() {
        return names;
    }

    /**
     * The fields of one record, in the order of the names; never to be changed again, by the caller neither.
     *
     * @param values one for each name
     */
    public Map<FieldName, FieldValue> with(FieldValue[] values) {
        return row(values);
    }

    Row row(FieldValue[] values) {
        if (values.length != names.size()) {
            throw new IllegalArgumentException(values.length + " values for " + names.size() + " names");
        }
        return new Row(this, values);
    }

    /** A map over the two arrays. */
    static final class Row extends AbstractMap<FieldName, FieldValue> {

        private final FieldLayout layout;
        private final FieldValue[] values;

        private Row(FieldLayout layout, FieldValue[] values) {
            this.layout = layout;
            this.values = values;
        }

        FieldLayout layout() {
            return layout;
        }

        /** The values at these places, in their order. */
        FieldValue[] values(int[] places) {
            FieldValue[] some = new FieldValue[places.length];
            for (int i = 0; i < places.length; i++) {
                some[i] = values[places[i]];
            }
            return some;
        }

        @Override
        public @Nullable FieldValue get(@Nullable Object name) {
            Integer position = layout.positions.get(name);
            return position == null ? null : values[position];
        }

        @Override
        public boolean containsKey(@Nullable Object name) {
            return layout.positions.containsKey(name);
        }

        @Override
        public void forEach(BiConsumer<? super FieldName, ? super FieldValue> action) {
            for (int i = 0; i < values.length; i++) {
                action.accept(layout.names.get(i), values[i]);
            }
        }

        @Override
        public Set<Entry<FieldName, FieldValue>> entrySet() {
            return new AbstractSet<>() {
                @Override
                public Iterator<Entry<FieldName, FieldValue>> iterator() {
                    return entries();
                }

                @Override
                public int size() {
                    return values.length;
                }
            };
        }

        private Iterator<Entry<FieldName, FieldValue>> entries() {
            return new Iterator<>() {
                private int next;

                @Override
                public boolean hasNext() {
                    return next < values.length;
                }

                @Override
                public Entry<FieldName, FieldValue> next() {
                    if (!hasNext()) {
                        throw new NoSuchElementException();
                    }
                    return Map.entry(layout.names.get(next), values[next++]);
                }
            };
        }
    }
}
