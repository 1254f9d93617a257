package io.plumbline.config.policy;

/** How long a plan stays current (model section 2); cadences, notices and gaps in days. */
public record CurrencyPolicy(
        ByTier<Double> reviewCadenceDays,
        ByTier<Double> substanceCadenceDays,
        double dueSoonShare,
        ByTier<Double> periodEndNoticeDays,
        ByTier<Double> successorGapDays,
        Drift drift) {

    /** How far the account may move on before the plan is stale. */
    public record Drift(
            double dueSoon,
            double stale,
            double max,
            double valueShareForFull,
            double peopleFactor,
            double decisionMaker,
            double ownerChange,
            double newExecutive,
            double newExecutivesMax) {}
}
