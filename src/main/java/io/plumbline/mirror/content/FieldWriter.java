package io.plumbline.mirror.content;

import io.plumbline.crm.FieldName;
import io.plumbline.crm.FieldValue;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Writes the fields of one record after another as compact JSON, which {@link FieldValues} reads. Most of a first reading is
 * writing it: so it is written here and not by Jackson, and names that come in the same order again are written as they were
 * the time before. Not for several threads at once.
 */
public final class FieldWriter implements BiConsumer<FieldName, FieldValue> {

    private static final byte[] NULL = "null".getBytes(StandardCharsets.US_ASCII);
    private static final int USUAL_RECORD = 1024;

    private Bytes out = new Bytes(0);
    private FieldName[] names = new FieldName[0];
    private byte[][] written = new byte[0][];
    private int next;

    public String text(Map<FieldName, FieldValue> fields) {
        Bytes text = new Bytes(USUAL_RECORD);
        write(fields, text);
        return text.toString();
    }

    /** The same in UTF-8. */
    public void write(Map<FieldName, FieldValue> fields, Bytes to) {
        out = to;
        next = 0;
        int start = out.size();
        fields.forEach(this);
        if (next == 0) {
            out.put('{');
        } else {
            out.putAt(start, '{');
        }
        out.put('}');
    }

    /** The next field, with a comma before it. */
    @Override
    public void accept(FieldName name, FieldValue value) {
        out.put(written(name, next++));
        if (value.isEmpty()) {
            out.put(NULL);
            return;
        }
        out.put('"');
        switch (value) {
            case FieldValue.Text text -> {
                out.put('t');
                out.json(text.text());
            }
            case FieldValue.Decimal number -> {
                out.put('n');
                out.text(number.toString());
            }
            case FieldValue.Flag flag -> {
                out.put('b');
                out.text(flag.toString());
            }
            case FieldValue.Day day -> {
                out.put('d');
                IsoText.day(day.date(), out);
            }
            case FieldValue.Moment moment -> {
                out.put('m');
                IsoText.moment(moment.instant(), out);
            }
            case FieldValue.Empty empty -> throw new IllegalArgumentException("written before");
        }
        out.put('"');
    }

    private byte[] written(FieldName name, int place) {
        if (place == names.length) {
            names = Arrays.copyOf(names, place + 1);
            written = Arrays.copyOf(written, place + 1);
        }
        if (names[place] != name) {
            names[place] = name;
            // A name has letters, digits, underscores and full stops.
            written[place] = (",\"" + name.value() + "\":").getBytes(StandardCharsets.US_ASCII);
        }
        return written[place];
    }
}
