package io.plumbline.mirror;

import java.util.regex.Pattern;

/**
 * The name under which one kind of record is mirrored, such as {@code opportunities}. Two sources may read one object
 * with different fields; each has its own rows and its own watermark (trap C5).
 */
public record RowSource(String value) implements Comparable<RowSource> {

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]{0,79}");

    /** The Ids of the accounts that the connector is to judge; there only when not all of them are. */
    public static final RowSource SCOPE = new RowSource("scope");

    /** The tasks that Plumbline made itself, with what it must know of them; they are few among all tasks. */
    public static final RowSource OWN_TASKS = new RowSource("ownTasks");

    /** @throws IllegalArgumentException when the text is no such name */
    public RowSource {
        if (!NAME.matcher(value).matches()) {
            throw new IllegalArgumentException("'" + value + "' is not the name of a source");
        }
    }

    public static RowSource of(String value) {
        return new RowSource(value);
    }

    @Override
    public int compareTo(RowSource other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
