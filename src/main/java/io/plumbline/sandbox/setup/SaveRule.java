package io.plumbline.sandbox.setup;

import org.jspecify.annotations.Nullable;

/** A rule that refuses the save of a record (traps F6, F7). */
public sealed interface SaveRule {

    /** API name of the object whose saves it looks at. */
    String object();

    /** API name of the field that it looks at. */
    String field();

    /** What the refusal says. */
    String message();

    /**
     * A validation rule: no record may be saved while its field has this value.
     *
     * @param refused the value as text, whatever the letter case; {@code null} refuses the blank
     */
    record Validation(String object, String field, @Nullable String refused, String message) implements SaveRule {

        /** Whether it refuses a record whose field has this value. */
        public boolean refuses(@Nullable Object value) {
            return value == null || refused == null
                    ? value == null && refused == null
                    : refused.equalsIgnoreCase(value.toString());
        }
    }

    /** A blocking duplicate rule: no record may get a value that another record of the object has, visible to the caller or not. */
    record Duplicate(String object, String field, String message) implements SaveRule {}
}
