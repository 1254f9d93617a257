package io.plumbline.flow.retention;

import java.util.Map;
import java.util.TreeMap;

/**
 * What was forgotten, or would be.
 *
 * @param records records of the mirror that are the person's or account's own
 * @param texts how many texts of each table named them
 * @param rows how many rows of each table told of an account alone
 * @param stillShown whether the org still shows the record, so that the next reading brings back what it has
 */
public record Forgotten(int records, Map<String, Integer> texts, Map<String, Integer> rows, boolean stillShown) {

    static final Forgotten NOTHING = new Forgotten(0, Map.of(), Map.of(), false);

    public Forgotten {
        texts = new TreeMap<>(texts);
        rows = new TreeMap<>(rows);
    }

    /** Whether nothing was known. */
    public boolean isNothing() {
        return records == 0 && texts.isEmpty() && rows.isEmpty();
    }
}
