package io.plumbline.assess.health;

import io.plumbline.assess.account.Days;
import io.plumbline.assess.account.Label;
import io.plumbline.assess.account.People;
import io.plumbline.assess.account.Reading;
import io.plumbline.assess.account.Subject;
import io.plumbline.assess.account.Touch;
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
        Set<String> engaged = new HashSet<>();
        for (Touch touch : subject.touches().twoWay()) {
            if (Days.isWithin(touch.age(), window)) {
                for (String contact : touch.contacts()) {
                    if (subject.people().activeExecutiveIds().contains(contact)) {
                        engaged.add(contact);
                    }
                }
            }
        }
        return Reading.x(engaged.size());
    }

    static Reading recency(Subject subject, RuleNumbers numbers) {
        if (!canTell(subject)) {
            return Reading.unknown();
        }
        long last = subject.touches()
                .lastTwoWay(touch -> reachesExecutive(touch, subject.people()))
                .orElse(Days.YEAR);
        return Reading.x(Math.min(last, Days.YEAR));
    }

    static Reading sponsor(Subject subject, RuleNumbers numbers) {
        if (subject.dossier().team() == null) {
            return Reading.unknown();
        }
        Set<String> sponsors = new HashSet<>();
        for (TeamMember member : subject.people().activeTeam()) {
            if (member.userId() != null
                    && Label.isIn(member.role(), subject.words().sponsorRoles())) {
                sponsors.add(member.userId());
            }
        }
        if (sponsors.isEmpty()) {
            return Reading.score(numbers.get("none", subject.tier()));
        }
        double window = subject.at(subject.policy().windows().sponsor());
        for (Touch touch : subject.touches().all()) {
            if (Days.isWithin(touch.age(), window) && touch.users().stream().anyMatch(sponsors::contains)) {
                return Reading.score(numbers.get("seen", subject.tier()));
            }
        }
        return subject.captures() ? Reading.score(numbers.get("unseen", subject.tier())) : Reading.unknown();
    }

    static boolean reachesExecutive(Touch touch, People people) {
        for (String contact : touch.contacts()) {
            if (people.activeExecutiveIds().contains(contact)) {
                return true;
            }
        }
        return false;
    }

    private static boolean canTell(Subject subject) {
        return subject.captures() && subject.people().isSeniorityKnown();
    }
}
