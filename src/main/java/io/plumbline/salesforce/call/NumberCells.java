package io.plumbline.salesforce.call;

import io.plumbline.crm.FieldValue;
import io.plumbline.salesforce.FieldDescription.Type;
import java.math.BigDecimal;

/** Numbers. Digits with at most one point between them, without an exponent, are read without a text. */
final class NumberCells extends ColumnReader.Cells {

    /** So many digits always fit into a long. */
    private static final int DIGITS = 18;

    @Override
    FieldValue read(byte[] buffer, int from, int length) {
        int at = buffer[from] == '-' ? from + 1 : from;
        int end = from + length;
        if (end - at > DIGITS || end == at) {
            return bySlowReading(buffer, from, length);
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
                return bySlowReading(buffer, from, length);
            }
        }
        int scale = point < 0 ? 0 : end - 1 - point;
        while (unscaled != 0 && unscaled % 10 == 0) {
            unscaled /= 10;
            scale--;
        }
        return FieldValue.number(BigDecimal.valueOf(at > from ? -unscaled : unscaled, scale));
    }

    private static FieldValue bySlowReading(byte[] buffer, int from, int length) {
        return TypedText.read(ColumnReader.text(buffer, from, length), Type.NUMBER);
    }
}
