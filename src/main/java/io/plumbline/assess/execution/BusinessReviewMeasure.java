package io.plumbline.assess.execution;

import io.plumbline.assess.account.Reading;
import io.plumbline.assess.account.Subject;
import io.plumbline.assess.account.Touch;
import io.plumbline.config.policy.RuleNumbers;
import io.plumbline.dossier.Plan;

/** {@code exec.review}: how many cadences ago the business was last reviewed with the customer. */
final class BusinessReviewMeasure {

    private BusinessReviewMeasure() {}

    static Reading review(Plan plan, Subject subject, RuleNumbers numbers) {
        long last = Long.MAX_VALUE;
        for (Touch touch : subject.touches().all()) {
            if (touch.interaction().businessReview()) {
                last = Math.min(last, touch.age());
            }
        }
        if (last == Long.MAX_VALUE) {
            return subject.captures() ? Reading.score(0) : Reading.unknown();
        }
        return Reading.x(last / subject.at(subject.policy().execution().businessReviewCadenceDays()));
    }
}
