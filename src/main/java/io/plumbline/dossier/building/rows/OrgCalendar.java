package io.plumbline.dossier.building.rows;

import io.plumbline.config.mapping.Translation;
import io.plumbline.crm.FieldValue;
import io.plumbline.crm.FiscalYear;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * An org's days and fiscal years. A name of a fiscal year that the org does not know leads to no day (trap H4).
 *
 * @param zone in which the org's days begin
 * @param standard how it counts fiscal years, unless it has defined them itself
 * @param own those that it has defined itself, by their names in lower case; where there are any, no other counts
 */
public record OrgCalendar(ZoneId zone, FiscalYear standard, Map<String, Days> own) {

    private static final Pattern NUMBER = Pattern.compile("[0-9]+");
    private static final int CENTURY = 2000;

    /** The first and the last day of a year. */
    public record Days(LocalDate first, LocalDate last) {

        LocalDate day(Translation.FiscalDay asked) {
            return asked.last() ? last : first;
        }
    }

    public OrgCalendar {
        own = new TreeMap<>(own);
    }

    /** Without fiscal years of the org's own. */
    public static OrgCalendar of(ZoneId zone, FiscalYear standard) {
        return new OrgCalendar(zone, standard, Map.of());
    }

    public static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    /** The day that a name of a fiscal year means, such as 2026, FY26 or 2025/26. */
    public Optional<LocalDate> day(FieldValue name, Translation.FiscalDay asked) {
        String text = key(name.toString());
        if (!own.isEmpty()) {
            return Optional.ofNullable(own.get(text)).map(days -> days.day(asked));
        }
        return year(text).map(year -> asked.last() ? standard.lastDay(year) : standard.firstDay(year));
    }

    private Optional<Integer> year(String text) {
        int[] numbers = NUMBER.matcher(text)
                .results()
                .map(MatchResult::group)
                .mapToInt(OrgCalendar::year4)
                .toArray();
        return switch (numbers.length) {
            case 1 -> Optional.of(numbers[0]).filter(year -> year > 0);
            case 2 ->
                numbers[0] > 0 && numbers[1] == numbers[0] + 1 && standard.startMonth() != 1
                        ? Optional.of(standard.nameOfTheOneBeginningIn(numbers[0]))
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** 26 as people write it for 2026; 0 for what is no year. */
    private static int year4(String digits) {
        return switch (digits.length()) {
            case 2 -> CENTURY + Integer.parseInt(digits);
            case 4 -> Integer.parseInt(digits);
            default -> 0;
        };
    }
}
