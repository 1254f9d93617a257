package io.plumbline.assess;

import org.jspecify.annotations.Nullable;

/**
 * What the account is worth, in the one currency of the dossier (model section 5, attention).
 *
 * @param expectedPipeline risk-adjusted value of all open opportunities
 * @param valueAtStake the larger of the last two years' revenue, and the expected pipeline
 * @param attention value at stake weighted by what is missing to full health; ranks one person's accounts; null when
 *     health is unknown
 */
public record MoneyAtStake(
        double expectedPipeline,
        double valueAtStake,
        @Nullable Double attention) {}
