package io.plumbline.assess.health;

import io.plumbline.config.policy.HealthMeasure;
import io.plumbline.config.policy.HealthPolicy;

/** All health measures that the model defines, on one screen. */
final class MeasureRules {

    private MeasureRules() {}

    static MeasureRule of(HealthMeasure measure) {
        return switch (measure) {
            case EXECUTIVE_ENGAGED -> ExecutiveMeasures::engaged;
            case EXECUTIVE_RECENCY -> ExecutiveMeasures::recency;
            case EXECUTIVE_SPONSOR -> ExecutiveMeasures::sponsor;
            case BREADTH_ENGAGED -> BreadthMeasures::engaged;
            case CUSTOMER_CONCENTRATION -> BreadthMeasures::customerConcentration;
            case SUPPLIER_CONCENTRATION -> BreadthMeasures::supplierConcentration;
            case BUYING_ROLES -> BreadthMeasures::buyingRoles;
            case RHYTHM_RECENCY -> RhythmMeasures::recency;
            case RHYTHM_TREND -> RhythmMeasures::trend;
            case RECIPROCITY -> RhythmMeasures::reciprocity;
            case NEXT_MEETING -> RhythmMeasures::nextMeeting;
            case GROWTH -> MomentumMeasures::growth;
            case PIPELINE -> MomentumMeasures::pipeline;
            case WIN_RATE -> MomentumMeasures::winRate;
            case SLIPPAGE -> MomentumMeasures::slippage;
            case MARGIN -> MomentumMeasures::margin;
            case WALLET -> FactMeasure.named("shareOfWallet");
            case PROACTIVE -> ValueMeasures::proactive;
            case WHITESPACE -> ValueMeasures::whitespace;
            case CSAT -> FactMeasure.named("csat");
            case NPS -> FactMeasure.named("nps");
            case ESCALATIONS -> CaseMeasures::escalations;
            case CASE_AGE -> CaseMeasures::age;
            case CASE_TREND -> CaseMeasures::trend;
        };
    }

    /** Whether the model itself takes the measure from this fact. */
    static boolean isAboutFact(HealthMeasure measure, HealthPolicy.FactSource fact) {
        return of(measure) instanceof FactMeasure known && known.source().name().equals(fact.name());
    }
}
