package io.plumbline.assess.health;

import io.plumbline.assess.account.Days;
import io.plumbline.assess.account.Reading;
import io.plumbline.assess.account.Subject;
import io.plumbline.config.policy.RuleNumbers;

/** Whether their support cases are under control. */
final class CaseMeasures {

    private CaseMeasures() {}

    static Reading escalations(Subject subject, RuleNumbers numbers) {
        Cases cases = new Cases(subject);
        if (!cases.isTelling()) {
            return Reading.unknown();
        }
        return Reading.x(
                cases.open().stream().filter(open -> open.source().escalated()).count());
    }

    static Reading age(Subject subject, RuleNumbers numbers) {
        Cases cases = new Cases(subject);
        if (!cases.isTelling()) {
            return Reading.unknown();
        }
        long[] ages = cases.open().stream().mapToLong(Cases.Case::age).sorted().toArray();
        if (ages.length == 0) {
            return Reading.score(100);
        }
        return Reading.x((ages[(ages.length - 1) / 2] + ages[ages.length / 2]) / 2.0);
    }

    static Reading trend(Subject subject, RuleNumbers numbers) {
        Cases cases = new Cases(subject);
        if (!cases.isTelling()) {
            return Reading.unknown();
        }
        double window = subject.at(subject.policy().windows().caseTrend());
        double smoothing = numbers.get("smoothing", subject.tier());
        int recent = 0;
        int before = 0;
        for (Cases.Case existing : cases.existing()) {
            if (Days.isWithin(existing.age(), window)) {
                recent++;
            } else if (Days.isWithin(existing.age(), 2 * window)) {
                before++;
            }
        }
        return Reading.x((recent + smoothing) / (before + smoothing));
    }
}
