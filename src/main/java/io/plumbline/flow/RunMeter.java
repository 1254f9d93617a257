package io.plumbline.flow;

import io.plumbline.salesforce.SalesforceOrg;
import java.time.Duration;

/** What a run costs: time and API calls since it began. */
record RunMeter(SalesforceOrg salesforce, long beganAtNanos, long callsBefore) {

    static RunMeter start(SalesforceOrg salesforce) {
        return new RunMeter(salesforce, System.nanoTime(), salesforce.usage().ours());
    }

    Duration took() {
        return Duration.ofNanos(System.nanoTime() - beganAtNanos);
    }

    long calls() {
        return salesforce.usage().ours() - callsBefore;
    }
}
