package io.plumbline.assess.execution;

import io.plumbline.config.policy.ExecutionMeasure;

/** All execution measures on one screen. */
final class ExecutionRules {

    private ExecutionRules() {}

    static ExecutionRule of(ExecutionMeasure measure) {
        return switch (measure) {
            case ON_TIME -> ActionMeasures::onTime;
            case OVERDUE -> ActionMeasures::overdue;
            case REVIEW -> BusinessReviewMeasure::review;
            case PROGRESS -> ProgressMeasure::progress;
            case DELIVERED -> DeliveryMeasure::delivered;
        };
    }
}
