package io.plumbline.flow.checking;

import io.plumbline.salesforce.ApiUsage;
import io.plumbline.salesforce.SalesforceOrg;
import java.time.Duration;

/** What a run costs: time and API calls since it began. */
public record RunMeter(SalesforceOrg salesforce, long beganAtNanos, long callsBefore) {

    public static RunMeter start(SalesforceOrg salesforce) {
        return new RunMeter(salesforce, System.nanoTime(), salesforce.usage().ours());
    }

    public Duration took() {
        return Duration.ofNanos(System.nanoTime() - beganAtNanos);
    }

    /** Calls of this run, and the org's own meter as it last told. */
    public ApiUsage usage() {
        ApiUsage usage = salesforce.usage();
        return new ApiUsage(usage.ours() - callsBefore, usage.orgUsed(), usage.orgLimit());
    }

    long calls() {
        return salesforce.usage().ours() - callsBefore;
    }
}
