package io.plumbline.config.policy;

import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Which opportunities are renewals, which sources are proactive, and how far an open one is trusted. */
public record OpportunityPolicy(List<String> renewalTypes, List<String> proactiveSources, Commitment commitment) {

    /**
     * Factors on the value of an open opportunity.
     *
     * @param pushed by number of pushes; the largest one reached applies
     * @param idle by days without activity; the largest one reached applies
     */
    public record Commitment(
            NavigableMap<Double, Double> pushed,
            NavigableMap<Double, Double> idle,
            double overdue,
            double noDecisionMaker) {

        public Commitment {
            pushed = Collections.unmodifiableNavigableMap(new TreeMap<>(pushed));
            idle = Collections.unmodifiableNavigableMap(new TreeMap<>(idle));
        }
    }

    public OpportunityPolicy {
        renewalTypes = List.copyOf(renewalTypes);
        proactiveSources = List.copyOf(proactiveSources);
    }
}
