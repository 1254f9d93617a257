package io.plumbline.assess.account;

import org.jspecify.annotations.Nullable;

/** The mean over the known members only; with none known, or no weight among them, it is unknown (model section 0). */
public final class WeightedMean {

    private double sum;
    private double weight;

    public void add(@Nullable Double value, double memberWeight) {
        if (value != null) {
            add(value.doubleValue(), memberWeight);
        }
    }

    /** A member that is known. */
    public void add(double value, double memberWeight) {
        sum += value * memberWeight;
        weight += memberWeight;
    }

    /** The weight of the known members. */
    public double weight() {
        return weight;
    }

    public @Nullable Double value() {
        return weight > 0 ? (Double) (sum / weight) : null;
    }
}
