package io.plumbline.dossier.json;

/**
 * One object for each number that dossiers are full of: whole ones from 0 to 100, as probabilities, scores and counts are, and
 * hundredths from 0 to 1, as shares are.
 */
final class UsualNumber {

    private static final int MOST = 100;

    private static final Double[] WHOLE = upTo(1);
    private static final Double[] HUNDREDTHS = upTo(MOST);

    private UsualNumber() {}

    private static Double[] upTo(double divisor) {
        Double[] numbers = new Double[MOST + 1];
        for (int i = 0; i <= MOST; i++) {
            numbers[i] = i / divisor;
        }
        return numbers;
    }

    /** The same number; what is no {@link Double} is left as it is. */
    static Number of(Number number) {
        return number instanceof Double ? of(number.doubleValue()) : number;
    }

    static Double of(double number) {
        if (number >= 0 && number <= MOST) {
            Double whole = WHOLE[(int) number];
            if (isSame(whole, number)) {
                return whole;
            }
            Double hundredth = number <= 1 ? HUNDREDTHS[(int) Math.round(MOST * number)] : whole;
            if (isSame(hundredth, number)) {
                return hundredth;
            }
        }
        return number;
    }

    /** To the last bit: 0 and -0 are two numbers. */
    private static boolean isSame(Double usual, double number) {
        return Double.doubleToLongBits(usual) == Double.doubleToLongBits(number);
    }
}
