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

    /** Most numbers of a sentence are a few days or people, which look the same in every form. */
    private static final int WITHOUT_SEPARATOR = 1000;

    private final DecimalFormat format;
    private final int factor;
    private final String before;
    private final String after;
    private final boolean isWrittenAsInJava;

    private Figure(String pattern, Locale locale, int factor, String before, String after) {
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(locale);
        this.format = new DecimalFormat(pattern, symbols);
        this.format.setRoundingMode(RoundingMode.HALF_UP);
        this.factor = factor;
        this.before = before;
        this.after = after;
        this.isWrittenAsInJava = symbols.getZeroDigit() == '0' && symbols.getMinusSign() == '-';
    }

    /** By the sign behind the name of a place, see {@link Template}. */
    static Figure of(@Nullable String sign, Locale locale) {
        return switch (sign == null ? "" : sign) {
            case "%" -> percent(locale);
            case "#" -> new Figure("#,##0", locale, 1, "", "");
            case "~" -> new Figure("#,##0.##", locale, 1, "", "");
            default -> new Figure("#,##0.#", locale, 1, "", "");
        };
    }

    /** Where the sign stands, and whether a space parts it from the number, is the locale's. */
    private static Figure percent(Locale locale) {
        return NumberFormat.getPercentInstance(locale) instanceof DecimalFormat usual
                ? new Figure("#,##0.#", locale, 100, usual.getPositivePrefix(), usual.getPositiveSuffix())
                : new Figure("#,##0.#", locale, 100, "", "%");
    }

    String write(double number) {
        return before + digits(factor * number) + after;
    }

    private String digits(double number) {
        if (isWrittenAsInJava && number == (int) number && Math.abs(number) < WITHOUT_SEPARATOR) {
            return Integer.toString((int) number);
        }
        DecimalFormat own = (DecimalFormat) format.clone();
        return own.format(BigDecimal.valueOf(number));
    }
}
