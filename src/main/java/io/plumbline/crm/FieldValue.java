package io.plumbline.crm;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/**
 * The value of one field of one record, typed by the field's description and never by its looks (trap E11).
 *
 * <p>{@link Empty} is a field that holds nothing; a field that was not read is absent from its record, which is
 * something else (trap E6).
 */
public sealed interface FieldValue {

    /** Any text, picklist value, Id or reference. Never empty: Salesforce keeps no empty text. */
    record Text(String text) implements FieldValue {
        @Override
        public String toString() {
            return text;
        }
    }

    /** A number, currency or percent, exact as it was written (trap H6). */
    record Decimal(BigDecimal number) implements FieldValue {
        /** Equal when the numbers are: 5 and 5.0 are one value. */
        public Decimal {
            number = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        }

        @Override
        public String toString() {
            return number.toPlainString();
        }
    }

    record Flag(boolean set) implements FieldValue {
        @Override
        public String toString() {
            return Boolean.toString(set);
        }
    }

    /** A calendar date without a zone (trap H1). */
    record Day(LocalDate date) implements FieldValue {
        @Override
        public String toString() {
            return date.toString();
        }
    }

    /** A moment, exact to the millisecond. */
    record Moment(Instant instant) implements FieldValue {
        @Override
        public String toString() {
            return instant.toString();
        }
    }

    /** The field holds nothing; written, it clears the field. */
    record Empty() implements FieldValue {
        @Override
        public String toString() {
            return "";
        }
    }

    FieldValue EMPTY = new Empty();

    /** Text, or {@link #EMPTY} for the empty string. */
    static FieldValue text(String text) {
        return text.isEmpty() ? EMPTY : new Text(text);
    }

    static FieldValue number(BigDecimal number) {
        return new Decimal(number);
    }

    static FieldValue number(long number) {
        return new Decimal(BigDecimal.valueOf(number));
    }

    static FieldValue flag(boolean set) {
        return new Flag(set);
    }

    static FieldValue day(LocalDate date) {
        return new Day(date);
    }

    static FieldValue moment(Instant instant) {
        return new Moment(instant);
    }

    default boolean isEmpty() {
        return this instanceof Empty;
    }
}
