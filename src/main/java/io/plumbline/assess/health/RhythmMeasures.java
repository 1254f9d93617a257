package io.plumbline.assess.health;

import io.plumbline.assess.account.Comparison;
import io.plumbline.assess.account.Days;
import io.plumbline.assess.account.Reading;
import io.plumbline.assess.account.Subject;
import io.plumbline.assess.account.Touch;
import io.plumbline.assess.explanation.Combination;
import io.plumbline.assess.explanation.Records;
import io.plumbline.assess.explanation.Trace;
import io.plumbline.config.policy.RuleNumbers;
import io.plumbline.dossier.Interaction;
import java.util.function.Predicate;

/** Whether we and they keep talking. */
final class RhythmMeasures {

    private RhythmMeasures() {}

    static Reading recency(Subject subject, RuleNumbers numbers) {
        if (!subject.captures()) {
            subject.trace().given("activityCapture", false);
            return Reading.unknown();
        }
        long last = Math.min(subject.touches().lastTwoWay(), Days.YEAR);
        explainRecency(last, subject, touch -> true);
        return Reading.x(last);
    }

    /** The days since the last contact, and with which interactions it was. */
    static void explainRecency(long last, Subject subject, Predicate<Touch> condition) {
        Trace trace = subject.trace();
        if (trace.isOn()) {
            Records records = trace.records();
            for (Touch touch : subject.touches().twoWay()) {
                if (touch.age() == last && condition.test(touch)) {
                    records.add(touch.interaction().id());
                }
            }
            int mark = trace.mark();
            trace.given("days since the last", last, records);
            trace.given("a year", Days.YEAR);
            trace.fold(mark, Combination.LEAST, "days", Math.min(last, Days.YEAR));
        }
    }

    static Reading trend(Subject subject, RuleNumbers numbers) {
        if (!subject.captures()) {
            subject.trace().given("activityCapture", false);
            return Reading.unknown();
        }
        double window = subject.at(subject.policy().windows().trend());
        Trace trace = subject.trace();
        Records recently = trace.records();
        Records earlier = trace.records();
        double recent = 0;
        double before = 0;
        for (Touch touch : subject.touches().twoWay()) {
            if (Days.isWithin(touch.age(), window)) {
                recent += touch.weight();
                recently.add(touch.interaction().id());
            } else if (Days.isWithin(touch.age(), 2 * window)) {
                before += touch.weight();
                earlier.add(touch.interaction().id());
            }
        }
        trace.given("days", window);
        if (recent == 0 && before == 0) {
            return Reading.unknown();
        }
        double smoothing = numbers.get("smoothing", subject.tier());
        int mark = trace.mark();
        smoothed("recent", recent, recently, smoothing, trace);
        smoothed("before", before, earlier, smoothing, trace);
        trace.fold(mark, Combination.QUOTIENT, "recent to before", (recent + smoothing) / (before + smoothing));
        return Reading.x((recent + smoothing) / (before + smoothing));
    }

    /** A weight or number with the smoothing that keeps a quotient of two of them calm. */
    static void smoothed(String name, double value, Records records, double smoothing, Trace trace) {
        int mark = trace.mark();
        trace.given(name, value, records);
        trace.given("smoothing", smoothing);
        trace.fold(mark, Combination.SUM, name + ", smoothed", value + smoothing);
    }

    static Reading reciprocity(Subject subject, RuleNumbers numbers) {
        if (!subject.captures()) {
            subject.trace().given("activityCapture", false);
            return Reading.unknown();
        }
        double window = subject.at(subject.policy().windows().emails());
        Trace trace = subject.trace();
        Records allOfThem = trace.records();
        Records theirRecords = trace.records();
        int emails = 0;
        int theirs = 0;
        for (Touch touch : subject.touches().all()) {
            if (touch.interaction().kind() == Interaction.Kind.EMAIL && Days.isWithin(touch.age(), window)) {
                emails++;
                allOfThem.add(touch.interaction().id());
                if (touch.twoWay()) {
                    theirs++;
                    theirRecords.add(touch.interaction().id());
                }
            }
        }
        boolean enough = emails > 0 && Comparison.atLeast(emails, numbers.get("minEmails", subject.tier()));
        trace.given("minEmails", numbers.get("minEmails", subject.tier()));
        int mark = trace.mark();
        trace.count("from the customer", theirs, theirRecords);
        trace.count("emails", emails, allOfThem);
        if (!enough) {
            return Reading.unknown();
        }
        trace.fold(mark, Combination.QUOTIENT, "share", (double) theirs / emails);
        return Reading.x((double) theirs / emails);
    }

    static Reading nextMeeting(Subject subject, RuleNumbers numbers) {
        if (!subject.captures()) {
            subject.trace().given("activityCapture", false);
            return Reading.unknown();
        }
        double window = subject.at(subject.policy().windows().nextMeeting());
        subject.trace().given("days ahead", window);
        for (Interaction interaction : subject.dossier().interactions()) {
            if (interaction.kind() == Interaction.Kind.MEETING && interaction.date() != null) {
                long ahead = subject.days().until(interaction.date());
                if (ahead >= 1 && Comparison.atMost(ahead, window)) {
                    subject.trace().term("in days", ahead, interaction.id());
                    subject.trace().given("planned", numbers.get("planned", subject.tier()));
                    return Reading.score(numbers.get("planned", subject.tier()));
                }
            }
        }
        subject.trace().given("none", numbers.get("none", subject.tier()));
        return Reading.score(numbers.get("none", subject.tier()));
    }
}
