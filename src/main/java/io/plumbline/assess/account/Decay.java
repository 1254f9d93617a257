package io.plumbline.assess.account;

import io.plumbline.config.policy.ByTier;

/** {@code 0.5^(age/halfLifeDays)} for each day of the year (model section 1, units). */
final class Decay {

    private final ByTier<double[]> left;

    Decay(ByTier<Double> halfLifeDays) {
        left = halfLifeDays.map(Decay::ofYear);
    }

    private static double[] ofYear(double halfLife) {
        double[] left = new double[Days.YEAR];
        for (int age = 0; age < left.length; age++) {
            left[age] = Math.pow(0.5, age / halfLife);
        }
        return left;
    }

    /** What is left after so many days, fewer than a year. */
    double after(long age, int tier) {
        return left.get(tier)[(int) age];
    }
}
