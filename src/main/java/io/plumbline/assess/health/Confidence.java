package io.plumbline.assess.health;

import io.plumbline.assess.explanation.Combination;
import io.plumbline.assess.explanation.Trace;
import java.util.List;

/** How much of the weight is known, 0 to 100 (model section 5, confidence). */
final class Confidence {

    private Confidence() {}

    static double of(List<DimensionScore> dimensions, Trace trace) {
        int mark = trace.mark();
        double known = 0;
        double all = 0;
        for (DimensionScore dimension : dimensions) {
            if (dimension.allWeight() > 0) {
                double weight = dimension.dimension().weight();
                known += weight * dimension.knownWeight() / dimension.allWeight();
                all += weight;
                int term = trace.mark();
                trace.given("weight of the dimension", weight);
                int share = trace.mark();
                trace.given("weight of known measures", dimension.knownWeight());
                trace.given("weight of all measures", dimension.allWeight());
                trace.fold(share, Combination.QUOTIENT, "known share", dimension.knownWeight() / dimension.allWeight());
                trace.fold(
                        term,
                        Combination.PRODUCT,
                        dimension.dimension().id(),
                        weight * dimension.knownWeight() / dimension.allWeight());
            }
        }
        trace.fold(mark, Combination.SUM, "known weight", known);
        trace.given("weight of the dimensions that have measures", all);
        double confidence = all > 0 ? 100 * known / all : 0;
        if (all > 0) {
            trace.fold(mark, Combination.QUOTIENT, "known share", known / all);
        }
        trace.file(mark, all > 0 ? Combination.PERCENT : Combination.TAKEN, "confidence", confidence);
        return confidence;
    }
}
