package io.plumbline.assess.health;

import io.plumbline.assess.account.Comparison;
import java.util.ArrayList;
import java.util.List;

/** Which measures cost health most (model section 6, reasons). */
final class ReasonRule {

    private static final int MOST = 3;

    private ReasonRule() {}

    static List<Loss> of(List<DimensionScore> dimensions) {
        double knownWeight = 0;
        for (DimensionScore dimension : dimensions) {
            knownWeight += dimension.score() == null ? 0 : dimension.dimension().weight();
        }
        List<Loss> losses = new ArrayList<>();
        for (DimensionScore dimension : dimensions) {
            if (dimension.score() == null || knownWeight <= 0) {
                continue;
            }
            double dimensionShare = dimension.dimension().weight() / knownWeight;
            for (MeasureScore taken : dimension.measures()) {
                if (taken.score() != null) {
                    double share = taken.measure().weight() / dimension.knownWeight();
                    double points = dimensionShare * share * (100 - taken.score());
                    if (Comparison.above(points, 0)) {
                        losses.add(new Loss(taken.measure().id(), points));
                    }
                }
            }
        }
        losses.sort((one, other) -> Comparison.compare(other.points(), one.points()));
        return losses.subList(0, Math.min(MOST, losses.size()));
    }
}
