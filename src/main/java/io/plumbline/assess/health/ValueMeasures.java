package io.plumbline.assess.health;

import io.plumbline.assess.account.Days;
import io.plumbline.assess.account.Label;
import io.plumbline.assess.account.Money;
import io.plumbline.assess.account.Reading;
import io.plumbline.assess.account.Subject;
import io.plumbline.assess.explanation.Combination;
import io.plumbline.assess.explanation.Records;
import io.plumbline.assess.explanation.Trace;
import io.plumbline.config.policy.RuleNumbers;
import io.plumbline.dossier.Opportunity;
import java.util.HashSet;
import java.util.Set;

/** Whether we bring them value of our own accord, and across what we offer. */
final class ValueMeasures {

    private ValueMeasures() {}

    static Reading proactive(Subject subject, RuleNumbers numbers) {
        Trace trace = subject.trace();
        Records sourcedDeals = trace.records();
        Records proactiveDeals = trace.records();
        double sourced = 0;
        double proactive = 0;
        for (Opportunity opportunity : subject.deals().all()) {
            if (subject.days().isWithin(opportunity.createdDate(), Days.YEAR)
                    && subject.words().text().isFilled(opportunity.source())) {
                double amount = Money.of(opportunity.amount());
                sourced += amount;
                sourcedDeals.add(opportunity.id());
                if (subject.words().proactiveSources().has(opportunity.source())) {
                    proactive += amount;
                    proactiveDeals.add(opportunity.id());
                }
            }
        }
        int mark = trace.mark();
        trace.given("amount we started", proactive, proactiveDeals);
        trace.given("amount with a source", sourced, sourcedDeals);
        if (sourced <= 0) {
            return Reading.unknown();
        }
        trace.fold(mark, Combination.QUOTIENT, "share", proactive / sourced);
        return Reading.x(proactive / sourced);
    }

    static Reading whitespace(Subject subject, RuleNumbers numbers) {
        Double offered = subject.dossier().productFamiliesOffered();
        Trace trace = subject.trace();
        Records deals = trace.records();
        Set<String> families = new HashSet<>();
        for (Opportunity opportunity : subject.deals().won()) {
            if (subject.days().isWithin(opportunity.closeDate(), Days.YEAR)) {
                deals.add(opportunity.id());
                for (String family : opportunity.families()) {
                    if (subject.words().text().isFilled(family)) {
                        families.add(Label.of(family));
                    }
                }
            }
        }
        int mark = trace.mark();
        trace.given("families won", families.size(), deals);
        trace.given("productFamiliesOffered", offered);
        if (families.isEmpty() || offered == null || offered <= 0) {
            return Reading.unknown();
        }
        trace.fold(mark, Combination.QUOTIENT, "share", families.size() / offered);
        return Reading.x(families.size() / offered);
    }
}
