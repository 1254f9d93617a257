package io.plumbline.assess.health;

import io.plumbline.assess.account.Comparison;
import io.plumbline.assess.explanation.Combination;
import io.plumbline.assess.explanation.Trace;
import java.util.ArrayList;
import java.util.List;

/** Which measures cost health most (model section 6, reasons). */
final class ReasonRule {

    private static final int MOST = 3;

    private ReasonRule() {}

    static List<Loss> of(List<DimensionScore> dimensions, Trace trace) {
        double knownWeight = 0;
        for (DimensionScore dimension : dimensions) {
            knownWeight += dimension.score() == null ? 0 : dimension.dimension().weight();
        }
        List<Loss> worst = new ArrayList<>(MOST + 1);
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
                        if (trace.isOn()) {
                            explain(dimension, taken, knownWeight, points, trace);
                        }
                        enter(taken.measure().id(), points, worst);
                    }
                }
            }
        }
        return worst;
    }

    /** Behind those that cost as much, as these come in the policy's order. */
    private static void enter(String id, double points, List<Loss> worst) {
        int place = worst.size();
        while (place > 0 && Comparison.above(points, worst.get(place - 1).points())) {
            place--;
        }
        if (place < MOST) {
            worst.add(place, new Loss(id, points));
        }
        if (worst.size() > MOST) {
            worst.removeLast();
        }
    }

    private static void explain(
            DimensionScore dimension, MeasureScore taken, double knownWeight, double points, Trace trace) {
        if (taken.score() == null) {
            return;
        }
        int mark = trace.mark();
        trace.given("weight of the dimension", dimension.dimension().weight());
        trace.given("weight of known dimensions", knownWeight);
        trace.fold(
                mark,
                Combination.QUOTIENT,
                "share of the dimension",
                dimension.dimension().weight() / knownWeight);
        int share = trace.mark();
        trace.given("weight of the measure", taken.measure().weight());
        trace.given("weight of known measures", dimension.knownWeight());
        trace.fold(
                share,
                Combination.QUOTIENT,
                "share of the measure",
                taken.measure().weight() / dimension.knownWeight());
        int missing = trace.mark();
        trace.given("hundred", 100);
        trace.seeMember("measures", taken.measure().id(), taken.score());
        trace.fold(missing, Combination.DIFFERENCE, "points missing", 100 - taken.score());
        trace.file(mark, Combination.PRODUCT, "reasons", taken.measure().id(), points);
    }
}
