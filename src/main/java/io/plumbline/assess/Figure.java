package io.plumbline.assess;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How a number stands in a sentence: half up on its shortest decimal form. Safe for use by several threads. */
final class Figure {

    /** Most numbers of a sentence are a few days or people, which look the same in every form. */
    private static final int WITHOUT_SEPARATOR = 1000;

    private final DecimalFormat format;
    private final int factor;
    private final String unit;

    private Figure(String pattern, int factor, String unit) {
        this.format = new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT));
        this.format.setRoundingMode(RoundingMode.HALF_UP);
        this.factor = factor;
        this.unit = unit;
    }

    /** By the sign behind the name of a place, see {@link Template}. */
    static Figure of(@Nullable String sign) {
        if (sign == null) {
            return plain();
        }
        return switch (sign) {
            case "%" -> new Figure("#,##0.#", 100, "%");
            case "#" -> new Figure("#,##0", 1, "");
            case "~" -> new Figure("#,##0.##", 1, "");
            default -> plain();
        };
    }

    private static Figure plain() {
        return new Figure("#,##0.#", 1, "");
    }

    String write(double number) {
        return digits(factor * number) + unit;
    }

    private String digits(double number) {
        if (number == (int) number && Math.abs(number) < WITHOUT_SEPARATOR) {
            return Integer.toString((int) number);
        }
        DecimalFormat own = (DecimalFormat) format.clone();
        return own.format(BigDecimal.valueOf(number));
    }
}
