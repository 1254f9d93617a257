package io.plumbline.assess.health;

import io.plumbline.assess.account.Days;
import io.plumbline.assess.account.Label;
import io.plumbline.assess.account.Money;
import io.plumbline.assess.account.Reading;
import io.plumbline.assess.account.Subject;
import io.plumbline.config.policy.RuleNumbers;
import io.plumbline.dossier.Opportunity;
import java.util.HashSet;
import java.util.Set;

/** Whether we bring them value of our own accord, and across what we offer. */
final class ValueMeasures {

    private ValueMeasures() {}

    static Reading proactive(Subject subject, RuleNumbers numbers) {
        double sourced = 0;
        double proactive = 0;
        for (Opportunity opportunity : subject.deals().all()) {
            if (subject.days().isWithin(opportunity.createdDate(), Days.YEAR)
                    && subject.words().text().isFilled(opportunity.source())) {
                double amount = Money.of(opportunity.amount());
                sourced += amount;
                proactive += Label.isIn(opportunity.source(), subject.words().proactiveSources()) ? amount : 0;
            }
        }
        return sourced > 0 ? Reading.x(proactive / sourced) : Reading.unknown();
    }

    static Reading whitespace(Subject subject, RuleNumbers numbers) {
        Double offered = subject.dossier().productFamiliesOffered();
        Set<String> families = new HashSet<>();
        for (Opportunity opportunity : subject.deals().won()) {
            if (subject.days().isWithin(opportunity.closeDate(), Days.YEAR)) {
                for (String family : opportunity.families()) {
                    if (subject.words().text().isFilled(family)) {
                        families.add(Label.of(family));
                    }
                }
            }
        }
        return families.isEmpty() || offered == null || offered <= 0
                ? Reading.unknown()
                : Reading.x(families.size() / offered);
    }
}
