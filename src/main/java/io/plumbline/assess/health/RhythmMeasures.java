package io.plumbline.assess.health;

import io.plumbline.assess.account.Comparison;
import io.plumbline.assess.account.Days;
import io.plumbline.assess.account.Reading;
import io.plumbline.assess.account.Subject;
import io.plumbline.assess.account.Touch;
import io.plumbline.config.policy.RuleNumbers;
import io.plumbline.dossier.Interaction;

/** Whether we and they keep talking. */
final class RhythmMeasures {

    private RhythmMeasures() {}

    static Reading recency(Subject subject, RuleNumbers numbers) {
        if (!subject.captures()) {
            return Reading.unknown();
        }
        long last = subject.touches().lastTwoWay(touch -> true).orElse(Days.YEAR);
        return Reading.x(Math.min(last, Days.YEAR));
    }

    static Reading trend(Subject subject, RuleNumbers numbers) {
        if (!subject.captures()) {
            return Reading.unknown();
        }
        double window = subject.at(subject.policy().windows().trend());
        double recent = 0;
        double before = 0;
        for (Touch touch : subject.touches().twoWay()) {
            if (Days.isWithin(touch.age(), window)) {
                recent += touch.weight();
            } else if (Days.isWithin(touch.age(), 2 * window)) {
                before += touch.weight();
            }
        }
        if (recent == 0 && before == 0) {
            return Reading.unknown();
        }
        double smoothing = numbers.get("smoothing", subject.tier());
        return Reading.x((recent + smoothing) / (before + smoothing));
    }

    static Reading reciprocity(Subject subject, RuleNumbers numbers) {
        if (!subject.captures()) {
            return Reading.unknown();
        }
        double window = subject.at(subject.policy().windows().emails());
        int emails = 0;
        int theirs = 0;
        for (Touch touch : subject.touches().all()) {
            if (touch.interaction().kind() == Interaction.Kind.EMAIL && Days.isWithin(touch.age(), window)) {
                emails++;
                theirs += touch.twoWay() ? 1 : 0;
            }
        }
        boolean enough = emails > 0 && Comparison.atLeast(emails, numbers.get("minEmails", subject.tier()));
        return enough ? Reading.x((double) theirs / emails) : Reading.unknown();
    }

    static Reading nextMeeting(Subject subject, RuleNumbers numbers) {
        if (!subject.captures()) {
            return Reading.unknown();
        }
        double window = subject.at(subject.policy().windows().nextMeeting());
        for (Interaction interaction : subject.dossier().interactions()) {
            if (interaction.kind() == Interaction.Kind.MEETING && interaction.date() != null) {
                long ahead = subject.days().until(interaction.date());
                if (ahead >= 1 && Comparison.atMost(ahead, window)) {
                    return Reading.score(numbers.get("planned", subject.tier()));
                }
            }
        }
        return Reading.score(numbers.get("none", subject.tier()));
    }
}
