package io.plumbline.dossier;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * An unmodifiable map of few entries in their order, kept in one row. It looks a key up from the front, which for so few is
 * quicker than hashing, and takes a fraction of the memory.
 */
public final class CompactMap<V extends @Nullable Object> extends AbstractMap<String, V> {

    /** Key, value, key, value. */
    private final @Nullable Object[] row;

    private CompactMap(@Nullable Object[] row) {
        this.row = row;
    }

    /** The same entries in the same order. */
    public static <V extends @Nullable Object> Map<String, V> copyOf(Map<String, V> map) {
        if (map instanceof CompactMap) {
            return map;
        }
        Builder<V> copy = new Builder<>(map.size());
        map.forEach(copy::put);
        return copy.build();
    }

    /** The map that stands in such a row. */
    static <V extends @Nullable Object> Map<String, V> of(@Nullable Object[] row) {
        return new CompactMap<>(row);
    }

    /** The row of the same entries in the same order. */
    static <V extends @Nullable Object> @Nullable Object[] row(Map<String, V> map) {
        return ((CompactMap<V>) copyOf(map)).row;
    }

    /** Takes entries one after the other; a key is to be put once. */
    public static final class Builder<V extends @Nullable Object> {

        private @Nullable Object[] row;
        private int end;

        public Builder(int entries) {
            row = new Object[2 * entries];
        }

        public void put(String key, @Nullable V value) {
            if (end == row.length) {
                row = Arrays.copyOf(row, Math.max(8, 2 * end));
            }
            row[end] = key;
            row[end + 1] = value;
            end += 2;
        }

        public Map<String, V> build() {
            return new CompactMap<>(end == row.length ? row : Arrays.copyOf(row, end));
        }
    }

    @Override
    public int size() {
        return row.length / 2;
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return indexOf(key, row) >= 0;
    }

    @Override
    public @Nullable V get(@Nullable Object key) {
        int index = indexOf(key, row);
        return index < 0 ? null : value(index);
    }

    /** Mostly the very key stands here that is asked for, which no character of any key has to be read for. */
    static int indexOf(@Nullable Object key, @Nullable Object[] row) {
        for (int i = 0; i < row.length; i += 2) {
            if (row[i] == key) {
                return i;
            }
        }
        for (int i = 0; i < row.length; i += 2) {
            if (key != null && key.equals(row[i])) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public void forEach(BiConsumer<? super String, ? super V> action) {
        for (int i = 0; i < row.length; i += 2) {
            action.accept(key(i), value(i));
        }
    }

    @Override
    public Set<Map.Entry<String, V>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public int size() {
                return CompactMap.this.size();
            }

            @Override
            public Iterator<Map.Entry<String, V>> iterator() {
                return entries();
            }
        };
    }

    private Iterator<Map.Entry<String, V>> entries() {
        return new Iterator<>() {
            private int next;

            @Override
            public boolean hasNext() {
                return next < row.length;
            }

            @Override
            public Map.Entry<String, V> next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                int at = next;
                next += 2;
                return new SimpleImmutableEntry<>(key(at), value(at));
            }
        };
    }

    private String key(int index) {
        return (String) row[index];
    }

    @SuppressWarnings("unchecked")
    private V value(int index) {
        return (V) row[index + 1];
    }
}
