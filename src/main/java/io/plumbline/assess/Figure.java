package io.plumbline.assess;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How a number stands in a sentence: half up on its shortest decimal form. Safe for use by several threads. */
final class Figure {

    /** Numbers of written digits under this are exact enough as doubles for them to be told without decimal arithmetic. */
    private static final double PLAIN = 1e9;

    /** Nearer to the middle between two written numbers than this, only decimal arithmetic tells which is written. */
    private static final double CLOSE = 1e-6;

    private static final int GROUP = 1000;

    private final DecimalFormat format;
    private final int factor;
    private final String before;
    private final String after;
    private final int decimals;
    private final boolean isWrittenAsInJava;
    private final char grouping;
    private final char point;

    private Figure(int decimals, Locale locale, int factor, String before, String after) {
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(locale);
        this.format = new DecimalFormat(decimals == 0 ? "#,##0" : "#,##0." + "#".repeat(decimals), symbols);
        this.format.setRoundingMode(RoundingMode.HALF_UP);
        this.decimals = decimals;
        this.factor = factor;
        this.before = before;
        this.after = after;
        this.isWrittenAsInJava = symbols.getZeroDigit() == '0' && symbols.getMinusSign() == '-';
        this.grouping = symbols.getGroupingSeparator();
        this.point = symbols.getDecimalSeparator();
    }

    /** By the sign behind the name of a place, see {@link Template}. */
    static Figure of(@Nullable String sign, Locale locale) {
        return switch (sign == null ? "" : sign) {
            case "%" -> percent(locale);
            case "#" -> new Figure(0, locale, 1, "", "");
            case "~" -> new Figure(2, locale, 1, "", "");
            default -> new Figure(1, locale, 1, "", "");
        };
    }

    /** Where the sign stands, and whether a space parts it from the number, is the locale's. */
    private static Figure percent(Locale locale) {
        return NumberFormat.getPercentInstance(locale) instanceof DecimalFormat usual
                ? new Figure(1, locale, 100, usual.getPositivePrefix(), usual.getPositiveSuffix())
                : new Figure(1, locale, 100, "", "%");
    }

    void write(double number, StringBuilder text) {
        text.append(before);
        double factored = factor * number;
        if (!isWrittenAsInJava || !writePlain(factored, text)) {
            DecimalFormat own = (DecimalFormat) format.clone();
            text.append(own.format(BigDecimal.valueOf(factored)));
        }
        text.append(after);
    }

    /** False, and nothing written, where decimal arithmetic has to decide. */
    private boolean writePlain(double number, StringBuilder text) {
        int scale = decimals == 0 ? 1 : decimals == 1 ? 10 : 100;
        double scaled = Math.abs(number) * scale;
        if (!(scaled < PLAIN)) {
            return false;
        }
        long rounded = (long) scaled;
        double rest = scaled - rounded;
        if (Math.abs(rest - 0.5) < CLOSE) {
            return false;
        }
        rounded += rest > 0.5 ? 1 : 0;
        if (number < 0) {
            if (rounded == 0) {
                return false;
            }
            text.append('-');
        }
        grouped(rounded / scale, text);
        fraction((int) (rounded % scale), scale / 10, text);
        return true;
    }

    private void grouped(long whole, StringBuilder text) {
        if (whole < GROUP) {
            text.append(whole);
            return;
        }
        grouped(whole / GROUP, text);
        text.append(grouping);
        int group = (int) (whole % GROUP);
        text.append((char) ('0' + group / 100))
                .append((char) ('0' + group / 10 % 10))
                .append((char) ('0' + group % 10));
    }

    /** Without zeros at the end. */
    private void fraction(int rest, int unit, StringBuilder text) {
        if (rest > 0) {
            text.append(point).append((char) ('0' + rest / unit));
            if (rest % unit > 0) {
                text.append((char) ('0' + rest % unit));
            }
        }
    }
}
