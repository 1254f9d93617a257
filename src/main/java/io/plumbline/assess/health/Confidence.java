package io.plumbline.assess.health;

import java.util.List;

/** How much of the weight is known, 0 to 100 (model section 5, confidence). */
final class Confidence {

    private Confidence() {}

    static double of(List<DimensionScore> dimensions) {
        double known = 0;
        double all = 0;
        for (DimensionScore dimension : dimensions) {
            if (dimension.allWeight() > 0) {
                double weight = dimension.dimension().weight();
                known += weight * dimension.knownWeight() / dimension.allWeight();
                all += weight;
            }
        }
        return all > 0 ? 100 * known / all : 0;
    }
}
