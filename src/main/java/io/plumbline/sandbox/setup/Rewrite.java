package io.plumbline.sandbox.setup;

import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What automation does to the value of a field. */
public sealed interface Rewrite {

    /** The value afterwards; {@code null} stands for blank on both sides. */
    @Nullable
    Object apply(@Nullable Object value);

    /** Text in capitals. */
    record UpperCase() implements Rewrite {

        @Override
        public @Nullable Object apply(@Nullable Object value) {
            return value instanceof String text ? text.toUpperCase(Locale.ROOT) : value;
        }
    }

    /** Text cut to a number of characters. */
    record Cut(int characters) implements Rewrite {

        @Override
        public @Nullable Object apply(@Nullable Object value) {
            return value instanceof String text && text.length() > characters ? text.substring(0, characters) : value;
        }
    }

    /** A number moved, with every save anew. */
    record Add(BigDecimal amount) implements Rewrite {

        @Override
        public @Nullable Object apply(@Nullable Object value) {
            return value instanceof BigDecimal number ? number.add(amount) : value;
        }
    }

    /** Another value whatever came, blank if {@code null}. */
    record Replace(@Nullable Object other) implements Rewrite {

        @Override
        public @Nullable Object apply(@Nullable Object value) {
            return other;
        }
    }
}
