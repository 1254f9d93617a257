package io.plumbline.sandbox.record.input;

import io.plumbline.sandbox.record.refusal.RecordRefusedException;
import io.plumbline.sandbox.record.refusal.Refusals;
import io.plumbline.sandbox.record.refusal.StatusCode;
import io.plumbline.sandbox.record.store.SalesforceId;
import io.plumbline.sandbox.schema.FieldSchema;
import io.plumbline.sandbox.schema.FieldTrait;
import io.plumbline.sandbox.schema.PicklistEntry;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns what a caller sends for a field into the value that is stored, or refuses it as Salesforce does. */
public final class FieldInput {

    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern SHORT_OFFSET = Pattern.compile("([+-]\\d{2})(\\d{2})$");
    private static final Pattern EMAIL = Pattern.compile("[^@\\s,;]+@[^@\\s,;]+");

    private final boolean lenient;

    private FieldInput(boolean lenient) {
        this.lenient = lenient;
    }

    /** Checks everything. */
    public static FieldInput strict() {
        return new FieldInput(false);
    }

    /** For seeds: old records may hold picklist values that are no longer offered. */
    public static FieldInput lenient() {
        return new FieldInput(true);
    }

    /** The stored form; {@code null} for blank, which empty text is, too. */
    @Nullable
    public Object read(FieldSchema field, @Nullable Object given) {
        Object value = given instanceof String text ? text.strip() : given;
        if (value == null || value.equals("")) {
            return null;
        }
        return switch (field.type()) {
            case ID, REFERENCE -> id(field, value.toString());
            case BOOLEAN -> flag(field, value);
            case INT -> whole(field, value);
            case DOUBLE, CURRENCY, PERCENT -> number(field, value);
            case DATE -> date(field, value);
            case DATETIME -> instant(field, value);
            case TIME -> time(field, value);
            case PICKLIST -> picklist(field, text(field, value));
            case MULTIPICKLIST -> multipicklist(field, text(field, value));
            case EMAIL -> email(field, text(field, value));
            case STRING, TEXTAREA, PHONE, URL, COMBOBOX -> text(field, value);
            case ADDRESS -> throw notWritable(field);
        };
    }

    private static String id(FieldSchema field, String text) {
        return SalesforceId.canonical(text)
                .orElseThrow(() -> new RecordRefusedException(
                        StatusCode.MALFORMED_ID,
                        field.label() + ": id value of incorrect type: " + text,
                        field.name()));
    }

    private static Object flag(FieldSchema field, Object value) {
        return switch (value.toString().toLowerCase(Locale.ROOT)) {
            case "true", "1" -> Boolean.TRUE;
            case "false", "0" -> Boolean.FALSE;
            default -> throw wrongType(field, value);
        };
    }

    private static Object whole(FieldSchema field, Object value) {
        try {
            return new BigDecimal(value.toString()).intValueExact();
        } catch (ArithmeticException | NumberFormatException e) {
            throw wrongType(field, value);
        }
    }

    private static Object number(FieldSchema field, Object value) {
        BigDecimal number;
        try {
            number = new BigDecimal(value.toString()).setScale(field.scale(), RoundingMode.HALF_UP);
        } catch (NumberFormatException e) {
            throw wrongType(field, value);
        }
        if (number.precision() - number.scale() > field.precision() - field.scale()) {
            throw new RecordRefusedException(
                    StatusCode.NUMBER_OUTSIDE_VALID_RANGE,
                    field.label() + ": value outside of valid range on numeric field: " + value,
                    field.name());
        }
        return number;
    }

    private static Object date(FieldSchema field, Object value) {
        if (value instanceof LocalDate) {
            return value;
        }
        String text = value.toString();
        try {
            if (text.length() >= 10
                    && DATE.matcher(text.substring(0, 10)).matches()
                    && (text.length() <= 16 || text.charAt(10) == 'T')) {
                return LocalDate.parse(text.substring(0, 10));
            }
        } catch (DateTimeException e) {
            throw wrongType(field, value);
        }
        throw wrongType(field, value);
    }

    private static Object instant(FieldSchema field, Object value) {
        if (value instanceof Instant instant) {
            return instant.truncatedTo(ChronoUnit.MILLIS);
        }
        String text = value.toString();
        try {
            if (DATE.matcher(text).matches()) {
                return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
            }
            String iso = SHORT_OFFSET.matcher(text).replaceFirst("$1:$2");
            return OffsetDateTime.parse(iso).toInstant().truncatedTo(ChronoUnit.MILLIS);
        } catch (DateTimeException e) {
            throw wrongType(field, value);
        }
    }

    private static Object time(FieldSchema field, Object value) {
        if (value instanceof LocalTime) {
            return value;
        }
        try {
            return LocalTime.parse(value.toString().replaceAll("Z$", ""));
        } catch (DateTimeException e) {
            throw wrongType(field, value);
        }
    }

    private String picklist(FieldSchema field, String text) {
        for (PicklistEntry entry : field.picklistValues()) {
            if (entry.value().equalsIgnoreCase(text) && (entry.active() || lenient)) {
                return entry.value();
            }
        }
        if (field.is(FieldTrait.RESTRICTED_PICKLIST)) {
            throw new RecordRefusedException(
                    StatusCode.INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST,
                    field.label() + ": bad value for restricted picklist field: " + text,
                    field.name());
        }
        return text;
    }

    private String multipicklist(FieldSchema field, String text) {
        StringBuilder joined = new StringBuilder();
        for (String part : text.split(";")) {
            joined.append(joined.isEmpty() ? "" : ";").append(picklist(field, part.strip()));
        }
        return joined.toString();
    }

    private static String email(FieldSchema field, String text) {
        if (!EMAIL.matcher(text).matches()) {
            throw new RecordRefusedException(
                    StatusCode.INVALID_EMAIL_ADDRESS, field.label() + ": invalid email address: " + text, field.name());
        }
        return text;
    }

    /** Length counts UTF-16 units, as Java and Apex do; that the API counts so is not confirmed. */
    private static String text(FieldSchema field, Object value) {
        String text = value.toString();
        if (field.length() > 0 && text.length() > field.length()) {
            throw new RecordRefusedException(
                    StatusCode.STRING_TOO_LONG,
                    field.label() + ": data value too large: " + text + " (max length=" + field.length() + ")",
                    field.name());
        }
        return text;
    }

    static RecordRefusedException wrongType(FieldSchema field, @Nullable Object value) {
        return new RecordRefusedException(
                StatusCode.INVALID_TYPE_ON_FIELD_IN_RECORD,
                field.label() + ": value not of required type: " + value,
                field.name());
    }

    private static RecordRefusedException notWritable(FieldSchema field) {
        return new RecordRefusedException(
                StatusCode.INVALID_FIELD_FOR_INSERT_UPDATE, Refusals.unableToWrite(field.name()), field.name());
    }
}
