package io.plumbline.assess.health;

import io.plumbline.assess.account.Comparison;
import io.plumbline.assess.account.Reading;
import io.plumbline.assess.account.Subject;
import io.plumbline.assess.explanation.Trace;
import io.plumbline.config.policy.HealthPolicy;
import io.plumbline.config.policy.RuleNumbers;
import io.plumbline.dossier.Fact;
import java.time.LocalDate;

/** A measure whose x is a fact of the account; with a limit of age only a dated and timely one is known. */
record FactMeasure(HealthPolicy.FactSource source) implements MeasureRule {

    static FactMeasure named(String fact) {
        return new FactMeasure(new HealthPolicy.FactSource(fact, null));
    }

    @Override
    public Reading read(Subject subject, RuleNumbers numbers) {
        Trace trace = subject.trace();
        Fact fact = subject.dossier().account().facts().get(source.name());
        if (fact == null || fact.value() == null) {
            trace.given(source.name(), null);
            return Reading.unknown();
        }
        if (source.maxAgeDays() != null) {
            trace.given("date", fact.date());
            trace.given("maxAgeDays", subject.at(source.maxAgeDays()));
            LocalDate date = subject.days().lookingBack(fact.date());
            if (date == null || Comparison.above(subject.days().age(date), subject.at(source.maxAgeDays()))) {
                return Reading.unknown();
            }
        }
        trace.given(source.name(), fact.value());
        return Reading.x(fact.value());
    }
}
