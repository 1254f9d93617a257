package io.plumbline.assess.account;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How a computed number meets a number of the policy: both are first rounded to 9 decimals, half up, in decimal arithmetic
 * (model section 0), so that 0.1 + 0.2 reaches a threshold of 0.3.
 */
public final class Comparison {

    private static final int DECIMALS = 9;

    /** Numbers further apart than this keep their order when rounded. */
    private static final double CLEARLY_APART = 1e-8;

    private static final double BILLION = 1e9;

    /** Billionths under this are right to two decimals as doubles. */
    private static final double EXACT = 1e13;

    /** Nearer to the middle between two whole numbers than this, only decimal arithmetic tells which one is meant. */
    private static final double CLOSE = 0.01;

    private Comparison() {}

    public static boolean atLeast(double computed, double policy) {
        return compare(computed, policy) >= 0;
    }

    public static boolean above(double computed, double policy) {
        return compare(computed, policy) > 0;
    }

    public static boolean below(double computed, double policy) {
        return compare(computed, policy) < 0;
    }

    public static boolean atMost(double computed, double policy) {
        return compare(computed, policy) <= 0;
    }

    /** Negative, zero or positive as {@link Double#compare} gives it, after rounding. */
    public static int compare(double one, double other) {
        double difference = one - other;
        if (difference == 0) {
            return 0;
        }
        if (Math.abs(difference) > CLEARLY_APART) {
            return difference < 0 ? -1 : 1;
        }
        double first = BILLION * one;
        double second = BILLION * other;
        return isPlain(first) && isPlain(second)
                ? Long.compare(Math.round(first), Math.round(second))
                : rounded(one).compareTo(rounded(other));
    }

    /** Whether it is told without decimal arithmetic to which whole number this rounds. */
    private static boolean isPlain(double billionths) {
        double rest = billionths - Math.floor(billionths);
        return Math.abs(billionths) < EXACT && Math.abs(rest - 0.5) > CLOSE;
    }

    private static BigDecimal rounded(double number) {
        return BigDecimal.valueOf(number).setScale(DECIMALS, RoundingMode.HALF_UP);
    }
}
