package io.plumbline.assess.account;

import io.plumbline.config.policy.AssessmentPolicy;
import io.plumbline.config.policy.HealthMeasure;
import io.plumbline.config.policy.HealthPolicy;

/** The numbers of a policy that every account needs many times, made ready once. Safe for use by several threads. */
public final class PolicyNumbers {

    private final Decay decay;
    private final Steps pushed;
    private final Steps idle;
    private final double overdue;
    private final double noDecisionMaker;
    private final double renewalProbability;

    public PolicyNumbers(AssessmentPolicy policy) {
        var commitment = policy.opportunities().commitment();
        decay = new Decay(policy.interactions().halfLifeDays());
        pushed = new Steps(commitment.pushed());
        idle = new Steps(commitment.idle());
        overdue = commitment.overdue();
        noDecisionMaker = commitment.noDecisionMaker();
        renewalProbability = renewalProbability(policy.health());
    }

    /** What is left of an interaction's weight as it ages. */
    Decay decay() {
        return decay;
    }

    /** The factor of commitment by pushes. */
    Steps pushed() {
        return pushed;
    }

    /** The factor of commitment by days without activity. */
    Steps idle() {
        return idle;
    }

    double overdue() {
        return overdue;
    }

    double noDecisionMaker() {
        return noDecisionMaker;
    }

    /** From which probability on a renewal counts as current revenue. */
    double renewalProbability() {
        return renewalProbability;
    }

    private static double renewalProbability(HealthPolicy policy) {
        for (HealthPolicy.Dimension dimension : policy.dimensions()) {
            for (HealthPolicy.Measure measure : dimension.measures()) {
                if (measure.measure() == HealthMeasure.GROWTH
                        && measure.numbers().has("renewalProbability")) {
                    return measure.numbers().get("renewalProbability", 1);
                }
            }
        }
        return 0;
    }
}
