package io.plumbline.mirror;

import java.util.regex.Pattern;

/**
 * The name under which one kind of record is mirrored, such as {@code opportunities}. Two sources may read one object
 * with different fields; each has its own rows and its own watermark (trap C5).
 */
public record SourceName(String value) implements Comparable<SourceName> {

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]{0,79}");

    /** @throws IllegalArgumentException when the text is no such name */
    public SourceName {
        if (!NAME.matcher(value).matches()) {
            throw new IllegalArgumentException("'" + value + "' is not the name of a source");
        }
    }

    public static SourceName of(String value) {
        return new SourceName(value);
    }

    @Override
    public int compareTo(SourceName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
