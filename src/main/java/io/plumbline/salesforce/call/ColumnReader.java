package io.plumbline.salesforce.call;

import io.plumbline.crm.FieldValue;
import io.plumbline.salesforce.FieldDescription.Type;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads the cells of one column by its type, from the bytes as they came. Gives what {@link TypedText} gives, for the
 * common shapes without making a text first; and as long as values repeat, as those of picklists and owners do, a value
 * that came before is the same object again. Not to be shared by threads.
 */
public final class ColumnReader {

    private static final FieldValue TRUE = FieldValue.flag(true);
    private static final FieldValue FALSE = FieldValue.flag(false);

    /** A power of two. */
    private static final int REMEMBERED = 256;

    private static final int SHORT = 40;

    /** After so many cells it is told whether remembering is worth it: when every fourth came before. */
    private static final int TRIAL = 1024;

    /** So many digits always fit into a long. */
    private static final int DIGITS = 18;

    private final Type type;
    private final @Nullable Seen[] seen = new Seen[REMEMBERED];
    private int tried;
    private int repeated;
    private boolean remembering = true;

    /** A cell's bytes and what they mean. */
    private record Seen(byte[] cell, FieldValue value) {}

    public ColumnReader(Type type) {
        this.type = type;
    }

    /**
     * @param buffer UTF-8
     * @throws IllegalArgumentException when the cell is no value of this type, or not UTF-8 (trap E8)
     */
    public FieldValue read(byte[] buffer, int from, int length) {
        if (length == 0) {
            return FieldValue.EMPTY;
        }
        FieldValue value = switch (type) {
            case BOOLEAN -> flag(buffer, from, length);
            case DATE -> day(buffer, from, length);
            case DATE_TIME -> moment(buffer, from, length);
            case NUMBER -> number(buffer, from, length);
            case TEXT, REFERENCE, COMPOUND -> remembering && length <= SHORT ? remembered(buffer, from, length) : null;
        };
        return value != null ? value : TypedText.read(text(buffer, from, length), type);
    }

    /** @throws NotUtf8Exception when it is not UTF-8 */
    public static String text(byte[] buffer, int from, int length) {
        String text = new String(buffer, from, length, StandardCharsets.UTF_8);
        if (text.indexOf('\uFFFD') >= 0) {
            try {
                StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(buffer, from, length));
            } catch (CharacterCodingException e) {
                throw new NotUtf8Exception(e);
            }
        }
        return text;
    }

    private FieldValue remembered(byte[] buffer, int from, int length) {
        int hash = length;
        for (int i = 0; i < length; i++) {
            hash = 31 * hash + buffer[from + i];
        }
        int place = (hash ^ hash >>> 16) & REMEMBERED - 1;
        Seen before = seen[place];
        if (tried < TRIAL && ++tried == TRIAL) {
            remembering = repeated * 4 >= TRIAL;
        }
        if (before != null && Arrays.equals(before.cell(), 0, before.cell().length, buffer, from, from + length)) {
            repeated++;
            return before.value();
        }
        FieldValue value = TypedText.read(text(buffer, from, length), type);
        seen[place] = new Seen(Arrays.copyOfRange(buffer, from, from + length), value);
        return value;
    }

    private static @Nullable FieldValue flag(byte[] buffer, int from, int length) {
        if (length == 4
                && buffer[from] == 't'
                && buffer[from + 1] == 'r'
                && buffer[from + 2] == 'u'
                && buffer[from + 3] == 'e') {
            return TRUE;
        }
        boolean no = length == 5
                && buffer[from] == 'f'
                && buffer[from + 1] == 'a'
                && buffer[from + 2] == 'l'
                && buffer[from + 3] == 's'
                && buffer[from + 4] == 'e';
        return no ? FALSE : null;
    }

    /** Digits with at most one point between them, without an exponent. */
    private static @Nullable FieldValue number(byte[] buffer, int from, int length) {
        int at = buffer[from] == '-' ? from + 1 : from;
        int end = from + length;
        if (end - at > DIGITS || end == at) {
            return null;
        }
        long unscaled = 0;
        int point = -1;
        for (int i = at; i < end; i++) {
            int digit = buffer[i] - '0';
            if (digit >= 0 && digit <= 9) {
                unscaled = unscaled * 10 + digit;
            } else if (buffer[i] == '.' && point < 0 && i > at && i < end - 1) {
                point = i;
            } else {
                return null;
            }
        }
        int scale = point < 0 ? 0 : end - 1 - point;
        while (unscaled != 0 && unscaled % 10 == 0) {
            unscaled /= 10;
            scale--;
        }
        return FieldValue.number(BigDecimal.valueOf(at > from ? -unscaled : unscaled, scale));
    }

    private static @Nullable FieldValue day(byte[] buffer, int from, int length) {
        LocalDate date = length == 10 ? date(buffer, from) : null;
        return date == null ? null : FieldValue.day(date);
    }

    /** {@code 2026-03-31T12:00:00.000Z}, as the API writes it. */
    private static @Nullable FieldValue moment(byte[] buffer, int from, int length) {
        if (length != 24
                || buffer[from + 10] != 'T'
                || buffer[from + 13] != ':'
                || buffer[from + 16] != ':'
                || buffer[from + 19] != '.'
                || buffer[from + 23] != 'Z') {
            return null;
        }
        LocalDate date = date(buffer, from);
        if (date == null) {
            return null;
        }
        int hour = digits(buffer, from + 11, 2);
        int minute = digits(buffer, from + 14, 2);
        int second = digits(buffer, from + 17, 2);
        int millis = digits(buffer, from + 20, 3);
        boolean is =
                hour >= 0 && hour <= 23 && minute >= 0 && minute <= 59 && second >= 0 && second <= 59 && millis >= 0;
        if (!is) {
            return null;
        }
        long seconds = date.toEpochDay() * 86_400 + hour * 3600L + minute * 60L + second;
        return FieldValue.moment(Instant.ofEpochSecond(seconds, millis * 1_000_000L));
    }

    private static @Nullable LocalDate date(byte[] buffer, int from) {
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
    private static int digits(byte[] buffer, int from, int count) {
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
