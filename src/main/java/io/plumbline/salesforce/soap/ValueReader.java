package io.plumbline.salesforce.soap;

import io.plumbline.crm.FieldValue;
import io.plumbline.salesforce.FieldDescription.Type;
import io.plumbline.salesforce.call.TypedText;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.Date;

/** Makes a value of what WSC made of an element: its text again, and then by the field's type (traps H1, E11). */
final class ValueReader {

    private ValueReader() {}

    /**
     * @param value the text of the element, or what WSC made of it where the server named a type
     * @throws IllegalArgumentException when the text is no value of this type
     */
    static FieldValue read(Object value, Type type) {
        if (value instanceof String text) {
            return TypedText.read(text, type);
        }
        return TypedText.read(lexical(value), type);
    }

    /** WSC makes a Date of an xsd:date by its midnight in UTC. */
    private static String lexical(Object value) {
        if (value instanceof Calendar calendar) {
            return calendar.toInstant().toString();
        }
        if (value instanceof Date date) {
            return date.toInstant().atOffset(ZoneOffset.UTC).toLocalDate().toString();
        }
        return value.toString();
    }
}
