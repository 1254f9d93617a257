package io.plumbline.sandbox.soql.condition;

import io.github.apexdevtools.apexparser.ApexParser.ValueContext;
import io.plumbline.sandbox.record.refusal.ExceptionCode;
import io.plumbline.sandbox.record.store.SalesforceId;
import io.plumbline.sandbox.schema.FieldSchema;
import io.plumbline.sandbox.schema.FieldType;
import io.plumbline.sandbox.soql.text.SoqlText;
import io.plumbline.sandbox.soql.text.Wildcards;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the values of a WHERE clause by the type of the field they are compared with, and refuses those of another type. */
public final class Literals {

    private static final int MOST_CHARACTERS = 4_000;

    private final SoqlText soql;
    private final LocalDate today;

    /**
     * @param today in the org's zone
     */
    public Literals(SoqlText soql, LocalDate today) {
        this.soql = soql;
        this.today = today;
    }

    /** A value in the field's Java form, a {@link DateRange} for a date literal, or {@code null}. */
    @Nullable
    Object read(ValueContext value, FieldSchema field) {
        if (value.boundExpression() != null) {
            throw soql.refusal(ExceptionCode.MALFORMED_QUERY, value, "unexpected token: ':'");
        }
        if (value.IntegralCurrencyLiteral() != null) {
            throw soql.notSupported(value, "a currency literal");
        }
        if (value.NULL() != null) {
            return null;
        }
        Optional<String> text = quoted(value);
        if (text.filter(given -> given.length() > MOST_CHARACTERS).isPresent()) {
            throw soql.refusal(
                    ExceptionCode.MALFORMED_QUERY,
                    value,
                    "a literal may not be longer than " + MOST_CHARACTERS + " characters");
        }
        boolean holdsText =
                field.type().isText() || field.type() == FieldType.ID || field.type() == FieldType.REFERENCE;
        if (holdsText && text.filter(String::isEmpty).isPresent()) {
            // The platform keeps no empty text: '' is the blank.
            return null;
        }
        return switch (field.type()) {
            case ID, REFERENCE -> id(value, field);
            case STRING, TEXTAREA, EMAIL, PHONE, URL, PICKLIST, MULTIPICKLIST, COMBOBOX ->
                quoted(value).orElseThrow(() -> wrongType(value, field, "string", true));
            case BOOLEAN -> {
                if (value.BooleanLiteral() == null) {
                    throw wrongType(value, field, "boolean", false);
                }
                yield Boolean.valueOf(value.getText());
            }
            case INT, DOUBLE, CURRENCY, PERCENT -> {
                if (value.signedNumber() == null) {
                    throw wrongType(value, field, field.type().soapType().substring("xsd:".length()), false);
                }
                yield new BigDecimal(value.getText());
            }
            case DATE -> date(value, field);
            case DATETIME -> dateTime(value, field);
            case TIME -> time(value, field);
            case ADDRESS -> throw cannot(value, field, "filtered");
        };
    }

    private Object id(ValueContext value, FieldSchema field) {
        String text = quoted(value).orElseThrow(() -> wrongType(value, field, "string", true));
        return SalesforceId.canonical(text)
                .orElseThrow(() ->
                        soql.refusal(ExceptionCode.INVALID_QUERY_FILTER_OPERATOR, value, "invalid ID field: " + text));
    }

    private Object date(ValueContext value, FieldSchema field) {
        if (value.dateFormula() != null) {
            return range(value);
        }
        try {
            if (value.DateLiteral() != null) {
                return LocalDate.parse(value.getText());
            }
        } catch (DateTimeException e) {
            throw soql.refusal(ExceptionCode.MALFORMED_QUERY, value, "Invalid date: " + value.getText());
        }
        throw wrongType(value, field, "date", false);
    }

    private Object dateTime(ValueContext value, FieldSchema field) {
        if (value.dateFormula() != null) {
            return range(value);
        }
        try {
            if (value.DateTimeLiteral() != null) {
                return OffsetDateTime.parse(value.getText().replaceFirst("([+-]\\d{2})(\\d{2})$", "$1:$2"))
                        .toInstant();
            }
        } catch (DateTimeException e) {
            throw soql.refusal(ExceptionCode.MALFORMED_QUERY, value, "Invalid dateTime: " + value.getText());
        }
        throw wrongType(value, field, "dateTime", false);
    }

    private Object time(ValueContext value, FieldSchema field) {
        try {
            if (value.TimeLiteral() != null) {
                return LocalTime.parse(value.getText().replaceAll("Z$", ""));
            }
        } catch (DateTimeException e) {
            throw soql.refusal(ExceptionCode.MALFORMED_QUERY, value, "Invalid time: " + value.getText());
        }
        throw wrongType(value, field, "time", false);
    }

    private DateRange range(ValueContext value) {
        return DateRange.of(value.getText(), today)
                .orElseThrow(() -> soql.notSupported(value, "the date literal " + value.getText()));
    }

    RuntimeException cannot(ValueContext at, FieldSchema field, String what) {
        return soql.refusal(
                ExceptionCode.INVALID_FIELD,
                at,
                "field '" + field.name() + "' can not be " + what + " in a query call");
    }

    private RuntimeException wrongType(ValueContext at, FieldSchema field, String type, boolean quotes) {
        return soql.refusal(
                ExceptionCode.INVALID_FIELD,
                at,
                "value of filter criterion for field '" + field.name() + "' must be of type " + type + " and should "
                        + (quotes ? "be" : "not be") + " enclosed in quotes");
    }

    /** The text of a quoted literal. */
    static Optional<String> quoted(ValueContext value) {
        return unescaped(value, false);
    }

    /** The pattern of a quoted literal: as its text, with a backslash before wildcards and backslashes that stand for themselves. */
    static Optional<String> pattern(ValueContext value) {
        return unescaped(value, true);
    }

    private static Optional<String> unescaped(ValueContext value, boolean pattern) {
        return value.StringLiteral() == null
                ? Optional.empty()
                : Optional.of(unescape(Wildcards.restore(value.getText()), pattern));
    }

    private static String unescape(String literal, boolean pattern) {
        String body = literal.substring(1, literal.length() - 1);
        StringBuilder text = new StringBuilder(body.length());
        for (int i = 0; i < body.length(); i++) {
            char c = body.charAt(i);
            if (c != '\\' || i + 1 == body.length()) {
                text.append(c);
                continue;
            }
            char escaped = body.charAt(++i);
            switch (escaped) {
                case 'n', 'N' -> text.append('\n');
                case 'r', 'R' -> text.append('\r');
                case 't', 'T' -> text.append('\t');
                case 'b', 'B' -> text.append('\b');
                case 'f', 'F' -> text.append('\f');
                case 'u' -> {
                    text.append((char) Integer.parseInt(body.substring(i + 1, i + 5), 16));
                    i += 4;
                }
                case '%', '_', '\\' -> text.append(pattern ? "\\" : "").append(escaped);
                default -> text.append(escaped);
            }
        }
        return text.toString();
    }
}
