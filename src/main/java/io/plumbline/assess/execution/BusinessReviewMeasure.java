package io.plumbline.assess.execution;

import io.plumbline.assess.account.Reading;
import io.plumbline.assess.account.Subject;
import io.plumbline.assess.account.Touch;
import io.plumbline.assess.explanation.Combination;
import io.plumbline.assess.explanation.Trace;
import io.plumbline.config.policy.RuleNumbers;
import io.plumbline.dossier.Plan;

/** {@code exec.review}: how many cadences ago the business was last reviewed with the customer. */
final class BusinessReviewMeasure {

    private BusinessReviewMeasure() {}

    static Reading review(Plan plan, Subject subject, RuleNumbers numbers) {
        Trace trace = subject.trace();
        String review = null;
        long last = Long.MAX_VALUE;
        for (Touch touch : subject.touches().all()) {
            if (touch.interaction().businessReview() && touch.age() < last) {
                last = touch.age();
                review = touch.interaction().id();
            }
        }
        if (last == Long.MAX_VALUE) {
            trace.given("activityCapture", subject.captures());
            trace.given("no review ever", 0);
            return subject.captures() ? Reading.score(0) : Reading.unknown();
        }
        double cadence = subject.at(subject.policy().execution().businessReviewCadenceDays());
        int mark = trace.mark();
        trace.term("days since the last review", last, review);
        trace.given("businessReviewCadenceDays", cadence);
        trace.fold(mark, Combination.QUOTIENT, "cadences", last / cadence);
        return Reading.x(last / cadence);
    }
}
