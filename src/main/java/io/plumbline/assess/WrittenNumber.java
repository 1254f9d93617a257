package io.plumbline.assess;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers as the model writes them: half up on the shortest decimal form of the double (model section 0). */
public final class WrittenNumber {

    private static final int DECIMALS_IN_JSON = 6;

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
        BigDecimal rounded = BigDecimal.valueOf(number).setScale(DECIMALS_IN_JSON, RoundingMode.HALF_UP);
        if (rounded.signum() == 0) {
            return BigDecimal.ZERO;
        }
        BigDecimal stripped = rounded.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
