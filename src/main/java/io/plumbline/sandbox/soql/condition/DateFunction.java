package io.plumbline.sandbox.soql.condition;

import io.github.apexdevtools.apexparser.ApexParser.SoqlFunctionContext;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** A part of a date that groups can be made by; date-times count as days of the given zone. */
public record DateFunction(ToIntFunction<LocalDate> part, ZoneId zone) {

    public static Optional<DateFunction> of(@Nullable SoqlFunctionContext context, ZoneId zone) {
        if (context == null
                || context.dateFieldName() == null
                || context.dateFieldName().CONVERT_TIMEZONE() != null) {
            return Optional.empty();
        }
        ToIntFunction<LocalDate> part = switch (context.getStart().getText().toUpperCase(Locale.ROOT)) {
            case "CALENDAR_YEAR", "FISCAL_YEAR" -> LocalDate::getYear;
            case "CALENDAR_QUARTER", "FISCAL_QUARTER" -> day -> (day.getMonthValue() + 2) / 3;
            case "CALENDAR_MONTH", "FISCAL_MONTH" -> LocalDate::getMonthValue;
            case "DAY_IN_MONTH" -> LocalDate::getDayOfMonth;
            case "DAY_IN_WEEK" -> day -> day.getDayOfWeek().getValue() % 7 + 1;
            case "DAY_IN_YEAR" -> LocalDate::getDayOfYear;
            case "WEEK_IN_MONTH" -> day -> (day.getDayOfMonth() - 1) / 7 + 1;
            case "WEEK_IN_YEAR" -> day -> (day.getDayOfYear() - 1) / 7 + 1;
            default -> null;
        };
        return part == null ? Optional.empty() : Optional.of(new DateFunction(part, zone));
    }

    @Nullable
    public Integer of(@Nullable Object value) {
        LocalDate day = value instanceof Instant instant
                ? LocalDate.ofInstant(instant, zone)
                : value instanceof LocalDate date ? date : null;
        return day == null ? null : part.applyAsInt(day);
    }
}
