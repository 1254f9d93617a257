package io.plumbline.sandbox.soql.condition;

import io.plumbline.sandbox.schema.FieldSchema;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One condition on the value of a row; two-valued as SOQL's is: what compares with a blank is false, and its opposite true. */
public sealed interface Condition<R> {

    /** Gives the value of a field of a row. */
    @FunctionalInterface
    interface Source<R> {
        @Nullable
        Object value(R row);
    }

    boolean test(R row);

    record And<R>(List<Condition<R>> all) implements Condition<R> {
        @Override
        public boolean test(R row) {
            return all.stream().allMatch(condition -> condition.test(row));
        }
    }

    record Or<R>(List<Condition<R>> any) implements Condition<R> {
        @Override
        public boolean test(R row) {
            return any.stream().anyMatch(condition -> condition.test(row));
        }
    }

    record Not<R>(Condition<R> inner) implements Condition<R> {
        @Override
        public boolean test(R row) {
            return !inner.test(row);
        }
    }

    /** Equality with one of several values, in the form of {@link Values#key}; an empty path means that no index helps. */
    record In<R>(
            Source<R> source, FieldSchema field, @Nullable String indexed, Set<Object> keys, boolean orBlank)
            implements Condition<R> {
        @Override
        public boolean test(R row) {
            Object key = Values.key(field, source.value(row));
            return key == null ? orBlank : keys.contains(key);
        }
    }

    /** Less, more or the same; {@code sign} lists the outcomes of the comparison that satisfy. */
    record Compare<R>(Source<R> source, FieldSchema field, Set<Integer> signs, Object bound) implements Condition<R> {
        @Override
        public boolean test(R row) {
            Object value = source.value(row);
            return value != null && signs.contains(Integer.signum(Values.compare(field, value, bound)));
        }
    }

    /** Before, within or after the days of a date literal. */
    record Days<R>(Source<R> source, Set<Integer> signs, DateRange range, ZoneId zone) implements Condition<R> {
        @Override
        public boolean test(R row) {
            Object value = source.value(row);
            LocalDate day = value instanceof Instant instant ? LocalDate.ofInstant(instant, zone) : (LocalDate) value;
            if (day == null) {
                return false;
            }
            int sign = day.isBefore(range.start()) ? -1 : day.isBefore(range.end()) ? 0 : 1;
            return signs.contains(sign);
        }
    }

    /** The wildcards % and _; never case-sensitive. */
    record Like<R>(Source<R> source, Pattern pattern) implements Condition<R> {

        static Pattern pattern(String like) {
            StringBuilder regex = new StringBuilder();
            for (int i = 0; i < like.length(); i++) {
                char c = like.charAt(i);
                if (c == '\\' && i + 1 < like.length()) {
                    regex.append(Pattern.quote(String.valueOf(like.charAt(++i))));
                } else {
                    regex.append(c == '%' ? ".*" : c == '_' ? "." : Pattern.quote(String.valueOf(c)));
                }
            }
            return Pattern.compile(regex.toString(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);
        }

        @Override
        public boolean test(R row) {
            return source.value(row) instanceof String text
                    && pattern.matcher(text).matches();
        }
    }

    /** Whether a multi-select picklist holds all values of one of several lists. */
    record Includes<R>(Source<R> source, List<Set<String>> anyOfAll) implements Condition<R> {
        @Override
        public boolean test(R row) {
            if (!(source.value(row) instanceof String text)) {
                return false;
            }
            Set<String> chosen =
                    new HashSet<>(List.of(text.toLowerCase(Locale.ROOT).split(";")));
            return anyOfAll.stream().anyMatch(chosen::containsAll);
        }
    }
}
