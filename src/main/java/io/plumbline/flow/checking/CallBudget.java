package io.plumbline.flow.checking;

import io.plumbline.config.connector.ConnectorConfig.ApiBudget;
import io.plumbline.salesforce.ApiUsage;
import io.plumbline.salesforce.SalesforceFailedException;
import io.plumbline.salesforce.SalesforceFailure.LimitReached;
import java.util.Locale;

/**
 * What this run may take of the org's API calls (trap J1): the connector's share of 24 hours, and never from what is to
 * stay free for everybody else. Where the org has not told its limit, nothing is held against it.
 *
 * @param usedBefore calls of earlier runs in the last 24 hours, from the journal
 */
public record CallBudget(ApiBudget api, long usedBefore, RunMeter meter) {

    private static final String ADVICE =
            "The next sync tries again when calls are free. An administrator finds out what"
                    + " uses them up (Setup, Company Information and API Usage), or changes %s in connector.yaml.";

    /** What a call is for: reading leaves some of our share for writing (trap J1). */
    public enum Purpose {
        READING,
        WRITING
    }

    /** @throws SalesforceFailedException with the numbers, when the next call would go beyond the budget */
    public void check(ApiUsage usage, Purpose purpose) {
        if (usage.orgLimit().isEmpty()) {
            return;
        }
        long limit = usage.orgLimit().getAsLong();
        long ours = usedBefore + meter.calls();
        long share = (long) Math.floor(api.dailyShare() * limit);
        if (ours >= share) {
            throw beyond(
                    "Plumbline made %,d API calls in the last 24 hours; its share of the org's %,d is %,d (%s)."
                            .formatted(ours, limit, share, "api.dailyShare"),
                    "api.dailyShare");
        }
        long kept = (long) Math.ceil(api.keepForWrites() * share);
        if (purpose == Purpose.READING && ours >= share - kept) {
            throw beyond(
                    "Plumbline made %,d of its %,d API calls in 24 hours, and the last %,d are kept for writing (%s)."
                            .formatted(ours, share, kept, "api.keepForWrites"),
                    "api.dailyShare");
        }
        long left = Math.max(0, limit - usage.orgUsed().orElse(0));
        long floor = (long) Math.ceil(api.keepFree() * limit);
        if (left <= floor && floor > 0) {
            throw beyond(
                    "Of the org's %,d API calls in 24 hours %,d are left, and %,d are to stay free for everybody else (%s)."
                            .formatted(limit, left, floor, "api.keepFree"),
                    "api.keepFree");
        }
    }

    private static SalesforceFailedException beyond(String what, String setting) {
        return new SalesforceFailedException(new LimitReached(what, String.format(Locale.ROOT, ADVICE, setting)));
    }
}
