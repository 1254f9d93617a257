package io.plumbline.assess.health;

import io.plumbline.assess.account.Cases;
import io.plumbline.assess.account.Days;
import io.plumbline.assess.account.Reading;
import io.plumbline.assess.account.Subject;
import io.plumbline.assess.explanation.Combination;
import io.plumbline.assess.explanation.Records;
import io.plumbline.assess.explanation.Trace;
import io.plumbline.config.policy.RuleNumbers;
import java.util.Arrays;

/** Whether their support cases are under control. */
final class CaseMeasures {

    private CaseMeasures() {}

    static Reading escalations(Subject subject, RuleNumbers numbers) {
        Cases cases = subject.cases();
        if (!cases.isTelling()) {
            subject.trace().given("cases within a year, or open", 0);
            return Reading.unknown();
        }
        Records records = subject.trace().records();
        int escalated = 0;
        for (Cases.Case open : cases.open()) {
            if (open.source().escalated()) {
                escalated++;
                records.add(open.source().id());
            }
        }
        subject.trace().count("open escalated cases", escalated, records);
        return Reading.x(escalated);
    }

    static Reading age(Subject subject, RuleNumbers numbers) {
        Cases cases = subject.cases();
        if (!cases.isTelling()) {
            subject.trace().given("cases within a year, or open", 0);
            return Reading.unknown();
        }
        long[] ages = new long[cases.open().size()];
        for (int i = 0; i < ages.length; i++) {
            ages[i] = cases.open().get(i).age();
        }
        Arrays.sort(ages);
        Trace trace = subject.trace();
        if (ages.length == 0) {
            trace.given("no open case", 100);
            return Reading.score(100);
        }
        double median = (ages[(ages.length - 1) / 2] + ages[ages.length / 2]) / 2.0;
        int mark = trace.mark();
        if (trace.isOn()) {
            cases.open()
                    .forEach(open -> trace.term("age", open.age(), open.source().id()));
        }
        trace.fold(mark, Combination.MEDIAN, "median age", median);
        return Reading.x(median);
    }

    static Reading trend(Subject subject, RuleNumbers numbers) {
        Cases cases = subject.cases();
        if (!cases.isTelling()) {
            subject.trace().given("cases within a year, or open", 0);
            return Reading.unknown();
        }
        double window = subject.at(subject.policy().windows().caseTrend());
        double smoothing = numbers.get("smoothing", subject.tier());
        Trace trace = subject.trace();
        Records recently = trace.records();
        Records earlier = trace.records();
        int recent = 0;
        int before = 0;
        for (Cases.Case existing : cases.existing()) {
            if (Days.isWithin(existing.age(), window)) {
                recent++;
                recently.add(existing.source().id());
            } else if (Days.isWithin(existing.age(), 2 * window)) {
                before++;
                earlier.add(existing.source().id());
            }
        }
        trace.given("days", window);
        int mark = trace.mark();
        RhythmMeasures.smoothed("recent", recent, recently, smoothing, trace);
        RhythmMeasures.smoothed("before", before, earlier, smoothing, trace);
        trace.fold(mark, Combination.QUOTIENT, "recent to before", (recent + smoothing) / (before + smoothing));
        return Reading.x((recent + smoothing) / (before + smoothing));
    }
}
