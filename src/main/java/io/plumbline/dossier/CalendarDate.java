package io.plumbline.dossier;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** Dates as the model reads them: the first ten characters count, what cannot be read is absent (model section 0). */
public final class CalendarDate {

    private CalendarDate() {}

    public static @Nullable LocalDate read(String text) {
        if (text.length() < 10 || text.charAt(4) != '-' || text.charAt(7) != '-') {
            return null;
        }
        try {
            return LocalDate.parse(text.substring(0, 10));
        } catch (DateTimeParseException notADate) {
            return null;
        }
    }
}
