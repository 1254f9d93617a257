package io.plumbline.assess;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers as the model writes them: half up on the shortest decimal form of the double (model section 0). */
public final class WrittenNumber {

    private static final int DECIMALS_IN_JSON = 6;

    private static final double MILLION = 1e6;

    /** Numbers under this, in millionths, are exact enough as doubles for most to be told without decimal arithmetic. */
    private static final double PLAIN = 1e9;

    /** Nearer to the middle between two millionths than this, only decimal arithmetic tells which is written. */
    private static final double CLOSE = 1e-6;

    private WrittenNumber() {}

    /** What is written to the CRM: a whole number. */
    public static int integer(double number) {
        return BigDecimal.valueOf(number).setScale(0, RoundingMode.HALF_UP).intValue();
    }

    /** What is written to JSON: at most six decimals, no trailing zeros, no exponent, no negative zero. */
    public static BigDecimal json(double number) {
        if (number == (int) number) {
            return BigDecimal.valueOf((int) number);
        }
        BigDecimal rounded = rounded(number);
        if (rounded.signum() == 0) {
            return BigDecimal.ZERO;
        }
        BigDecimal stripped = rounded.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private static BigDecimal rounded(double number) {
        double millionths = Math.abs(number) * MILLION;
        double rest = millionths - Math.floor(millionths);
        if (!(millionths < PLAIN) || Math.abs(rest - 0.5) < CLOSE) {
            return BigDecimal.valueOf(number).setScale(DECIMALS_IN_JSON, RoundingMode.HALF_UP);
        }
        long rounded = (long) millionths + (rest > 0.5 ? 1 : 0);
        return BigDecimal.valueOf(number < 0 ? -rounded : rounded, DECIMALS_IN_JSON);
    }
}
