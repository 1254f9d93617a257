package io.plumbline.assess.account;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Ids in the order in which they came, each with its place from 0 on, so that what is known of them can stand in arrays. */
final class Roster {

    private static final int SMALLEST = 16;

    private String[] ids;

    /** Place and one more, 0 for none, by hash; twice as long as needed at least, a power of two. */
    private int[] table;

    private int size;

    /** By place, once somebody asked for it. */
    private int[] @Nullable [] alone = new int[0][];

    Roster(int expected) {
        ids = new String[Math.max(expected, SMALLEST / 2)];
        table = new int[Math.max(SMALLEST, Integer.highestOneBit(Math.max(1, expected)) * 4)];
    }

    /** The place of an id, which it gets now if it is new. */
    int add(String id) {
        int slot = slot(id);
        if (table[slot] == 0) {
            if (2 * size >= table.length) {
                grow();
                slot = slot(id);
            }
            if (size == ids.length) {
                ids = Arrays.copyOf(ids, 2 * size);
            }
            ids[size] = id;
            table[slot] = ++size;
        }
        return table[slot] - 1;
    }

    /** -1 when the id is not there. */
    int placeOf(String id) {
        return table[slot(id)] - 1;
    }

    /** This place and no other: the same array however often it is asked for, as most interactions are with one person. */
    int[] alone(int place) {
        if (alone.length <= place) {
            alone = Arrays.copyOf(alone, ids.length);
        }
        int[] known = alone[place];
        if (known == null) {
            known = new int[] {place};
            alone[place] = known;
        }
        return known;
    }

    String id(int place) {
        return ids[place];
    }

    int size() {
        return size;
    }

    private int slot(String id) {
        int hash = id.hashCode();
        int slot = (hash ^ hash >>> 16) & table.length - 1;
        while (table[slot] != 0 && !ids[table[slot] - 1].equals(id)) {
            slot = slot + 1 & table.length - 1;
        }
        return slot;
    }

    private void grow() {
        table = new int[2 * table.length];
        for (int place = 0; place < size; place++) {
            table[slot(ids[place])] = place + 1;
        }
    }
}
