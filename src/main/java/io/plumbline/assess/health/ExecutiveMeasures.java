package io.plumbline.assess.health;

import io.plumbline.assess.account.Days;
import io.plumbline.assess.account.Reading;
import io.plumbline.assess.account.Subject;
import io.plumbline.assess.account.Touch;
import io.plumbline.assess.explanation.Records;
import io.plumbline.assess.explanation.Trace;
import io.plumbline.config.policy.RuleNumbers;
import io.plumbline.dossier.TeamMember;
import java.util.HashSet;
import java.util.Set;

/** Whether their executives and our sponsor are in the relationship. */
final class ExecutiveMeasures {

    private ExecutiveMeasures() {}

    static Reading engaged(Subject subject, RuleNumbers numbers) {
        if (!canTell(subject)) {
            return Reading.unknown();
        }
        double window = subject.at(subject.policy().windows().engaged());
        subject.trace().given("days", window);
        boolean[] reached = subject.touches().reached(window);
        Records records = subject.trace().records();
        int executives = 0;
        for (int contact = 0; contact < reached.length; contact++) {
            if (reached[contact] && subject.people().isActiveExecutive(contact)) {
                executives++;
                records.add(subject.people().contactId(contact));
            }
        }
        subject.trace().count("executives", executives, records);
        return Reading.x(executives);
    }

    static Reading recency(Subject subject, RuleNumbers numbers) {
        if (!canTell(subject)) {
            return Reading.unknown();
        }
        long executive = subject.touches().lastWithExecutive();
        long last = executive == Long.MAX_VALUE ? Days.YEAR : executive;
        RhythmMeasures.explainRecency(last, subject, subject.people()::isWithExecutive);
        return Reading.x(Math.min(last, Days.YEAR));
    }

    static Reading sponsor(Subject subject, RuleNumbers numbers) {
        Trace trace = subject.trace();
        if (subject.dossier().team() == null) {
            trace.given("team", null);
            return Reading.unknown();
        }
        Set<String> sponsors = new HashSet<>();
        for (TeamMember member : subject.people().activeTeam()) {
            if (member.userId() != null && subject.words().sponsorRoles().has(member.role())) {
                sponsors.add(member.userId());
            }
        }
        Records records = trace.records();
        records.addAll(sponsors);
        trace.count("sponsors", sponsors.size(), records);
        if (sponsors.isEmpty()) {
            trace.given("none", numbers.get("none", subject.tier()));
            return Reading.score(numbers.get("none", subject.tier()));
        }
        double window = subject.at(subject.policy().windows().sponsor());
        for (Touch touch : subject.touches().all()) {
            if (Days.isWithin(touch.age(), window) && subject.touches().isWithOneOf(touch, sponsors)) {
                trace.term("age in days", touch.age(), touch.interaction().id());
                trace.given("seen", numbers.get("seen", subject.tier()));
                return Reading.score(numbers.get("seen", subject.tier()));
            }
        }
        trace.given("days", window);
        if (!subject.captures()) {
            trace.given("activityCapture", false);
            return Reading.unknown();
        }
        trace.given("unseen", numbers.get("unseen", subject.tier()));
        return Reading.score(numbers.get("unseen", subject.tier()));
    }

    private static boolean canTell(Subject subject) {
        subject.trace().given("activityCapture", subject.captures());
        subject.trace().given("a seniority is known", subject.people().isSeniorityKnown());
        return subject.captures() && subject.people().isSeniorityKnown();
    }
}
