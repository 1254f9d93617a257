package io.plumbline.mirror;

import java.time.Instant;
import java.time.LocalDate;

/** Days and moments as their {@code toString} writes them, without the formatter that it sets up each time. */
final class IsoText {

    private static final int NANOS_OF_A_MILLI = 1_000_000;
    private static final int SECONDS_OF_A_DAY = 86_400;
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
}
