package io.plumbline.salesforce.call;

import io.plumbline.crm.FieldValue;
import io.plumbline.salesforce.FieldDescription.Type;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Dates. There are few different ones, so one that came before is the same object again. */
final class DayCells extends ColumnReader.Cells {

    static final int LENGTH = 10;

    /** Every day of eight years has a place of its own. */
    private static final int REMEMBERED = 8 << 9;

    private final FieldValue.@Nullable Day[] seen = new FieldValue.Day[REMEMBERED];

    @Override
    FieldValue read(byte[] buffer, int from, int length) {
        int packed = length == LENGTH ? packed(buffer, from) : -1;
        if (packed < 0) {
            return bySlowReading(buffer, from, length);
        }
        FieldValue.Day before = seen[packed & REMEMBERED - 1];
        if (before != null && packed(before.date()) == packed) {
            return before;
        }
        LocalDate date = date(packed);
        if (date == null) {
            return bySlowReading(buffer, from, length);
        }
        FieldValue.Day value = new FieldValue.Day(date);
        seen[packed & REMEMBERED - 1] = value;
        return value;
    }

    private static FieldValue bySlowReading(byte[] buffer, int from, int length) {
        return TypedText.read(ColumnReader.text(buffer, from, length), Type.DATE);
    }

    /** Year, month and day of {@code 2026-03-31} in one number; negative when it does not look like that. */
    static int packed(byte[] buffer, int from) {
        int century = Digits.two(buffer, from);
        int year = Digits.two(buffer, from + 2);
        int month = Digits.two(buffer, from + 5);
        int day = Digits.two(buffer, from + 8);
        boolean is = (century | year | month | day) >= 0
                && month <= 12
                && day <= 31
                && buffer[from + 4] == '-'
                && buffer[from + 7] == '-';
        return is ? century * 100 + year << 9 | month << 5 | day : -1;
    }

    /** The day; null when there is none like that. */
    static @Nullable LocalDate date(int packed) {
        try {
            return LocalDate.of(packed >> 9, packed >> 5 & 0xF, packed & 0x1F);
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    private static int packed(LocalDate date) {
        return date.getYear() << 9 | date.getMonthValue() << 5 | date.getDayOfMonth();
    }
}
