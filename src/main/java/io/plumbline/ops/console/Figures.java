package io.plumbline.ops.console;

import io.plumbline.ops.text.Counted;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Numbers and moments as the pages write them. */
final class Figures {

    static final String UNKNOWN = "unknown";

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int LONG_IN_MINUTES = 90;
    private static final int LONG_IN_HOURS = 48;

    private Figures() {}

    static String of(long number) {
        return Counted.number(number);
    }

    /** {@code 1 account}, {@code 1,200 accounts}. */
    static String of(long number, String one, String many) {
        return Counted.of(number, one, many);
    }

    static String score(@Nullable Integer score) {
        return score == null ? UNKNOWN : score.toString();
    }

    static String money(@Nullable BigDecimal amount) {
        return amount == null
                ? UNKNOWN
                : String.format(
                        Locale.ROOT,
                        "%,d",
                        amount.setScale(0, RoundingMode.HALF_UP).toBigInteger());
    }

    /** In UTC, to the minute. */
    static String moment(Instant moment) {
        return MINUTE.format(moment) + " UTC";
    }

    /** How long ago, in one unit: {@code 12 minutes ago}. */
    static String ago(Instant moment, Instant now) {
        Duration since = Duration.between(moment, now);
        if (since.compareTo(Duration.ofMinutes(1)) < 0) {
            return "just now";
        }
        return span(since) + " ago";
    }

    /** In one unit, rounded down. */
    static String span(Duration time) {
        if (time.toMinutes() < 1) {
            return of(time.toSeconds(), "second", "seconds");
        }
        if (time.toMinutes() < LONG_IN_MINUTES) {
            return of(time.toMinutes(), "minute", "minutes");
        }
        return time.toHours() < LONG_IN_HOURS ? of(time.toHours(), "hour", "hours") : of(time.toDays(), "day", "days");
    }
}
