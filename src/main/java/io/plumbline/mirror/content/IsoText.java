package io.plumbline.mirror.content;

import java.time.Instant;
import java.time.LocalDate;

/** Days and moments as their {@code toString} writes them, written and read without a formatter, which takes many times as long. */
final class IsoText {

    private static final int NANOS_OF_A_MILLI = 1_000_000;
    private static final int SECONDS_OF_A_DAY = 86_400;
    private static final int HOURS = 24;
    private static final int MINUTES = 60;
    private static final String DAY = "0000-00-00";
    private static final String SECOND = DAY + "T00:00:00Z";
    private static final String MILLI = DAY + "T00:00:00.000Z";
    private static final int FOUR_DIGITS = 9999;

    private IsoText() {}

    static void day(LocalDate day, Bytes out) {
        if (day.getYear() < 0 || day.getYear() > FOUR_DIGITS) {
            out.text(day.toString());
            return;
        }
        out.twoDigits(day.getYear() / 100);
        out.twoDigits(day.getYear() % 100);
        out.put('-');
        out.twoDigits(day.getMonthValue());
        out.put('-');
        out.twoDigits(day.getDayOfMonth());
    }

    static void moment(Instant moment, Bytes out) {
        LocalDate day = LocalDate.ofEpochDay(Math.floorDiv(moment.getEpochSecond(), SECONDS_OF_A_DAY));
        int nanos = moment.getNano();
        if (day.getYear() < 0 || day.getYear() > FOUR_DIGITS || nanos % NANOS_OF_A_MILLI != 0) {
            out.text(moment.toString());
            return;
        }
        int second = Math.floorMod(moment.getEpochSecond(), SECONDS_OF_A_DAY);
        day(day, out);
        out.put('T');
        out.twoDigits(second / 3600);
        out.put(':');
        out.twoDigits(second / 60 % 60);
        out.put(':');
        out.twoDigits(second % 60);
        if (nanos > 0) {
            out.put('.');
            int millis = nanos / NANOS_OF_A_MILLI;
            out.put('0' + millis / 100);
            out.twoDigits(millis % 100);
        }
        out.put('Z');
    }

    /** @throws java.time.format.DateTimeParseException when it is no day */
    static LocalDate day(String text) {
        return text.length() == DAY.length() && hasShapeOf(DAY, text) ? dayAtTheBeginning(text) : LocalDate.parse(text);
    }

    /** @throws java.time.format.DateTimeParseException when it is no moment */
    static Instant moment(String text) {
        boolean toTheSecond = text.length() == SECOND.length() && hasShapeOf(SECOND, text);
        boolean toTheMilli = text.length() == MILLI.length() && hasShapeOf(MILLI, text);
        int hour = toTheSecond || toTheMilli ? number(text, 11, 2) : HOURS;
        if (hour >= HOURS || number(text, 14, 2) >= MINUTES || number(text, 17, 2) >= MINUTES) {
            return Instant.parse(text);
        }
        int second = (hour * MINUTES + number(text, 14, 2)) * MINUTES + number(text, 17, 2);
        return Instant.ofEpochSecond(
                dayAtTheBeginning(text).toEpochDay() * SECONDS_OF_A_DAY + second,
                toTheMilli ? number(text, 20, 3) * (long) NANOS_OF_A_MILLI : 0);
    }

    private static LocalDate dayAtTheBeginning(String text) {
        int month = number(text, 5, 2);
        int day = number(text, 8, 2);
        return month >= 1 && month <= 12 && day >= 1 && day <= 28
                ? LocalDate.of(number(text, 0, 4), month, day)
                : LocalDate.parse(text.substring(0, DAY.length()));
    }

    /** Whether there is a digit wherever there is one in the shape, and the same as there everywhere else. */
    private static boolean hasShapeOf(String shape, String text) {
        for (int i = 0; i < shape.length(); i++) {
            char c = text.charAt(i);
            if (shape.charAt(i) == '0' ? c < '0' || c > '9' : c != shape.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static int number(String text, int from, int digits) {
        int number = 0;
        for (int i = from; i < from + digits; i++) {
            number = 10 * number + text.charAt(i) - '0';
        }
        return number;
    }
}
