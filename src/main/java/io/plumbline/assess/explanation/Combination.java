package io.plumbline.assess.explanation;

import java.util.Locale;

/**
 * How a value follows from its inputs. Inputs that a combination does not name say what decided, or what was looked at.
 * Comparisons round both sides to nine decimals first, as the model does.
 */
public enum Combination {
    /** Stands so in the dossier or in the policy, or follows from dates of the records named. */
    GIVEN,
    /** The number of its records. */
    COUNT,
    /** Explained elsewhere, at the path under {@code at}; a check that passed counts 100, one that failed 0. */
    SEE,
    /** The sum of the inputs. */
    SUM,
    /** The product of the inputs. */
    PRODUCT,
    /** The first input divided by the second. */
    QUOTIENT,
    /** The first input less the second. */
    DIFFERENCE,
    /** The least of the inputs. */
    LEAST,
    /** The greatest of the inputs. */
    GREATEST,
    /** The mean of the known inputs by their weights; unknown when none is known or they weigh nothing. */
    MEAN,
    /** The mean of the two inputs in the middle, which are one where their number is odd. */
    MEDIAN,
    /** The first input, halved once per third input in the second: weight, age, half-life. */
    DECAYED,
    /** The sum of the squared shares of the inputs in their sum. */
    CONCENTRATION,
    /** The last input through the straight line between the points of {@code segment}; one point is level. */
    CURVE,
    /** A hundred times the last input. */
    PERCENT,
    /** The last input. */
    TAKEN,
    /** The last input rounded to a whole number, half up. */
    ROUNDED,
    /** The last input rounded down to a whole number. */
    ROUNDED_DOWN,
    /** Whether the last input but one is at least the last. */
    AT_LEAST,
    /** Whether the last input but one is above the last. */
    ABOVE,
    /** Whether the last input but one is at most the last. */
    AT_MOST,
    /** Whether the last input but one is below the last. */
    BELOW,
    /** Whether all inputs that are true or false are true; of a check, PASS or FAIL. */
    ALL,
    /** The name of the first input that is true. */
    FIRST,
    /** The worst of the inputs, from CURRENT to MISSING. */
    WORST,
    /** Cannot be told from the inputs. */
    UNKNOWN;

    /** The word in JSON. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
