package io.plumbline.config.policy;

/**
 * Windows, in days.
 *
 * @param capture within which somebody must have logged an interaction for {@code activityCapture}
 * @param renewalAhead how far ahead a likely renewal counts as current revenue
 * @param revenueMaxAge how old a dated fact of revenue may be
 * @param historyFrom the least age of the score that the trend compares with
 * @param historyTo the greatest age of that score
 */
public record WindowPolicy(
        ByTier<Double> capture,
        ByTier<Double> engaged,
        ByTier<Double> sponsor,
        ByTier<Double> trend,
        ByTier<Double> emails,
        ByTier<Double> nextMeeting,
        ByTier<Double> renewalAhead,
        ByTier<Double> idle,
        ByTier<Double> caseTrend,
        ByTier<Double> onTime,
        ByTier<Double> revenueMaxAge,
        ByTier<Double> historyFrom,
        ByTier<Double> historyTo) {}
