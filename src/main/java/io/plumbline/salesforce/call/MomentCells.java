package io.plumbline.salesforce.call;

import io.plumbline.crm.FieldValue;
import io.plumbline.salesforce.FieldDescription.Type;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Moments. {@code 2026-03-31T12:00:00.000Z}, as the API writes them, are read without a text. */
final class MomentCells extends ColumnReader.Cells {

    private static final int LENGTH = 24;

    @Override
    FieldValue read(byte[] buffer, int from, int length) {
        Instant moment =
                length == LENGTH && hasPunctuation(buffer, from + DayCells.LENGTH) ? moment(buffer, from) : null;
        return moment != null
                ? FieldValue.moment(moment)
                : TypedText.read(ColumnReader.text(buffer, from, length), Type.DATE_TIME);
    }

    private static boolean hasPunctuation(byte[] buffer, int time) {
        return buffer[time] == 'T'
                && buffer[time + 3] == ':'
                && buffer[time + 6] == ':'
                && buffer[time + 9] == '.'
                && buffer[time + 13] == 'Z';
    }

    private static @Nullable Instant moment(byte[] buffer, int from) {
        int hour = Digits.two(buffer, from + 11);
        int minute = Digits.two(buffer, from + 14);
        int second = Digits.two(buffer, from + 17);
        int hundredths = Digits.two(buffer, from + 20);
        int thousandth = buffer[from + 22] - '0';
        boolean is = (hour | minute | second | hundredths | thousandth | 9 - thousandth) >= 0
                && hour <= 23
                && minute <= 59
                && second <= 59;
        int packed = is ? DayCells.packed(buffer, from) : -1;
        LocalDate date = packed < 0 ? null : DayCells.date(packed);
        if (date == null) {
            return null;
        }
        long seconds = date.toEpochDay() * 86_400 + hour * 3600L + minute * 60L + second;
        return Instant.ofEpochSecond(seconds, (hundredths * 10 + thousandth) * 1_000_000L);
    }
}
