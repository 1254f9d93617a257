package io.plumbline.sandbox.seed.load;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One record as a file gives it: text by column, with the place it was read from.
 *
 * @param object the API name of its object, as the file says it
 * @param place file and line of the record
 * @param values the text of each column in the file's order; an empty text is a cell that says nothing
 * @param key the name other rows of the same source refer to it by ({@code @AccountRef1} in a tree), apart from its Id
 * @param parent the row it is nested in, in a tree
 */
public record SeedRow(
        String object,
        Place place,
        Map<String, String> values,
        @Nullable String key,
        @Nullable Parent parent) {

    /** Where a row stands: the file's name within the folder, and the line the record starts on (1 is the first). */
    public record Place(String file, long line) {}

    /** The row this one is nested in, and the name of the child relationship it is nested under. */
    public record Parent(String key, String relationship) {}

    public SeedRow {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** A row without a name of its own, as CSV gives it. */
    public static SeedRow of(String object, Place place, Map<String, String> values) {
        return new SeedRow(object, place, values, null, null);
    }

    /** The nesting, if the row stands inside another one. */
    public Optional<Parent> nestedIn() {
        return Optional.ofNullable(parent);
    }
}
