package io.plumbline.sandbox.control;

import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What goes wrong with bulk jobs themselves and with their results; changes what is asked from then on. */
public final class BulkFaults {

    /** What the last page of a result carries as its locator (trap D1). */
    public enum LastLocator {
        /** The word null, as the real service does. */
        WORD,
        /** A header without a value. */
        EMPTY,
        /** No header. */
        ABSENT
    }

    private final Set<String> refused = new HashSet<>();
    private LastLocator lastLocator = LastLocator.WORD;
    private boolean shuffledColumns;
    private int rowsLost;
    private int rowsRepeated;
    private @Nullable String failure;

    /** Refuses jobs over an object, as Bulk does with those it does not know (trap B11). */
    public synchronized void refuse(String object) {
        refused.add(object.toLowerCase(Locale.ROOT));
    }

    public synchronized void lastLocator(LastLocator kind) {
        lastLocator = kind;
    }

    /** Gives the columns of query results in another order than asked for (trap D4). */
    public synchronized void shuffledColumns(boolean flag) {
        shuffledColumns = flag;
    }

    /** Leaves so many rows out at the end of every result, whatever count is told (traps B7, D2, D8). */
    public synchronized void rowsLost(int rows) {
        rowsLost = rows;
    }

    /** Lists the first so many rows of every ingest result twice (trap D8). */
    public synchronized void rowsRepeated(int rows) {
        rowsRepeated = rows;
    }

    /**
     * Lets jobs end as Failed, with these words, {@code null} ends it: query jobs that are made from now on, and uploads that are closed from now
     * on, after their first 200 rows, which stay.
     */
    public synchronized void failure(@Nullable String message) {
        failure = message;
    }

    /** Puts everything back. */
    public synchronized void clear() {
        refused.clear();
        lastLocator = LastLocator.WORD;
        shuffledColumns = false;
        rowsLost = 0;
        rowsRepeated = 0;
        failure = null;
    }

    public synchronized boolean refuses(String object) {
        return refused.contains(object.toLowerCase(Locale.ROOT));
    }

    public synchronized LastLocator lastLocator() {
        return lastLocator;
    }

    public synchronized boolean shuffledColumns() {
        return shuffledColumns;
    }

    public synchronized int rowsLost() {
        return rowsLost;
    }

    public synchronized int rowsRepeated() {
        return rowsRepeated;
    }

    public synchronized Optional<String> failure() {
        return Optional.ofNullable(failure);
    }
}
