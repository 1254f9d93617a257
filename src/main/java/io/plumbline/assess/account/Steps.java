package io.plumbline.assess.account;

import java.util.SortedMap;

/** Factors by thresholds, of which the largest one reached applies (model section 1, expected value). */
final class Steps {

    private final double[] thresholds;
    private final double[] factors;

    Steps(SortedMap<Double, Double> byThreshold) {
        thresholds =
                byThreshold.keySet().stream().mapToDouble(Double::doubleValue).toArray();
        factors = byThreshold.values().stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** 1 while no threshold is reached. */
    double factor(double reached) {
        double factor = 1;
        for (int i = 0; i < thresholds.length && Comparison.atLeast(reached, thresholds[i]); i++) {
            factor = factors[i];
        }
        return factor;
    }
}
