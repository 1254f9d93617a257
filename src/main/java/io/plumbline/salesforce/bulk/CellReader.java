package io.plumbline.salesforce.bulk;

import io.plumbline.crm.FieldValue;
import io.plumbline.salesforce.FieldDescription.Type;
import io.plumbline.salesforce.call.TypedText;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Reads the cells of one column by its type. Gives what {@link TypedText} gives, for the common shapes without making
 * a text first; and a short value that came before is the same object again, since picklists and owners repeat.
 */
final class CellReader {

    private static final FieldValue TRUE = FieldValue.flag(true);
    private static final FieldValue FALSE = FieldValue.flag(false);

    /** A power of two. */
    private static final int REMEMBERED = 256;

    private static final int SHORT = 40;

    private final Type type;
    private final @Nullable Seen[] seen = new Seen[REMEMBERED];

    /** A cell's characters and what they mean. */
    private record Seen(char[] cell, FieldValue value) {

        boolean is(char[] buffer, int from, int length) {
            if (cell.length != length) {
                return false;
            }
            for (int i = 0; i < length; i++) {
                if (cell[i] != buffer[from + i]) {
                    return false;
                }
            }
            return true;
        }
    }

    CellReader(Type type) {
        this.type = type;
    }

    /** @throws IllegalArgumentException when the cell is no value of this type */
    FieldValue read(char[] buffer, int from, int length) {
        if (length == 0) {
            return FieldValue.EMPTY;
        }
        FieldValue value = switch (type) {
            case BOOLEAN -> flag(buffer, from, length);
            case DATE -> day(buffer, from, length);
            case DATE_TIME -> moment(buffer, from, length);
            case NUMBER -> number(buffer, from, length);
            case TEXT, REFERENCE, COMPOUND -> remembered(buffer, from, length);
        };
        return value != null ? value : TypedText.read(new String(buffer, from, length), type);
    }

    private @Nullable FieldValue remembered(char[] buffer, int from, int length) {
        if (length > SHORT) {
            return null;
        }
        int hash = length;
        for (int i = 0; i < length; i++) {
            hash = 31 * hash + buffer[from + i];
        }
        int place = (hash ^ hash >>> 16) & REMEMBERED - 1;
        Seen before = seen[place];
        if (before != null && before.is(buffer, from, length)) {
            return before.value();
        }
        char[] cell = new char[length];
        System.arraycopy(buffer, from, cell, 0, length);
        FieldValue value = TypedText.read(new String(cell), type);
        seen[place] = new Seen(cell, value);
        return value;
    }

    private static @Nullable FieldValue flag(char[] buffer, int from, int length) {
        if (length == 4 && buffer[from] == 't' && buffer[from + 1] == 'r' && buffer[from + 3] == 'e') {
            return buffer[from + 2] == 'u' ? TRUE : null;
        }
        return length == 5 && new String(buffer, from, length).equals("false") ? FALSE : null;
    }

    private static @Nullable FieldValue number(char[] buffer, int from, int length) {
        try {
            return FieldValue.number(new BigDecimal(buffer, from, length));
        } catch (NumberFormatException perhapsBlanks) {
            return null;
        }
    }

    private static @Nullable FieldValue day(char[] buffer, int from, int length) {
        if (length != 10) {
            return null;
        }
        LocalDate date = date(buffer, from);
        return date == null ? null : FieldValue.day(date);
    }

    /** {@code 2026-03-31T12:00:00.000Z}, as the API writes it. */
    private static @Nullable FieldValue moment(char[] buffer, int from, int length) {
        if (length != 24
                || buffer[from + 10] != 'T'
                || buffer[from + 13] != ':'
                || buffer[from + 16] != ':'
                || buffer[from + 19] != '.'
                || buffer[from + 23] != 'Z') {
            return null;
        }
        LocalDate date = date(buffer, from);
        int hour = digits(buffer, from + 11, 2);
        int minute = digits(buffer, from + 14, 2);
        int second = digits(buffer, from + 17, 2);
        int millis = digits(buffer, from + 20, 3);
        if (date == null || hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) {
            return null;
        }
        if (millis < 0) {
            return null;
        }
        long seconds = date.toEpochDay() * 86_400 + hour * 3600L + minute * 60L + second;
        return FieldValue.moment(Instant.ofEpochSecond(seconds, millis * 1_000_000L));
    }

    private static @Nullable LocalDate date(char[] buffer, int from) {
        if (buffer[from + 4] != '-' || buffer[from + 7] != '-') {
            return null;
        }
        int year = digits(buffer, from, 4);
        int month = digits(buffer, from + 5, 2);
        int day = digits(buffer, from + 8, 2);
        if (year < 0 || month < 0 || day < 0) {
            return null;
        }
        try {
            return LocalDate.of(year, month, day);
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    /** Negative when one of them is none. */
    private static int digits(char[] buffer, int from, int count) {
        int number = 0;
        for (int i = from; i < from + count; i++) {
            int digit = buffer[i] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }
}
