package io.plumbline.assess.health;

import io.plumbline.assess.account.Comparison;
import io.plumbline.assess.account.Days;
import io.plumbline.assess.account.Money;
import io.plumbline.assess.account.OpenDeal;
import io.plumbline.assess.account.Reading;
import io.plumbline.assess.account.Revenue;
import io.plumbline.assess.account.Subject;
import io.plumbline.assess.account.WeightedMean;
import io.plumbline.assess.explanation.Combination;
import io.plumbline.assess.explanation.Explained;
import io.plumbline.assess.explanation.Records;
import io.plumbline.assess.explanation.Trace;
import io.plumbline.config.policy.RuleNumbers;
import io.plumbline.dossier.Opportunity;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Whether business with them grows. */
final class MomentumMeasures {

    private MomentumMeasures() {}

    static Reading growth(Subject subject, RuleNumbers numbers) {
        Revenue revenue = subject.revenue();
        Trace trace = subject.trace();
        int mark = trace.mark();
        trace.lay(revenue.explainedCurrent());
        trace.lay(revenue.explainedPrior());
        if (revenue.current() == null || revenue.prior() == null) {
            return Reading.unknown();
        }
        if (revenue.prior() > 0) {
            trace.fold(mark, Combination.QUOTIENT, "current to prior", revenue.current() / revenue.prior());
            trace.given("no growth", 1);
            trace.fold(mark, Combination.DIFFERENCE, "growth", revenue.current() / revenue.prior() - 1);
            return Reading.x(revenue.current() / revenue.prior() - 1);
        }
        return fromNothing(revenue.current(), trace);
    }

    static Reading pipeline(Subject subject, RuleNumbers numbers) {
        Double prior = subject.revenue().prior();
        Trace trace = subject.trace();
        int mark = trace.mark();
        if (prior == null) {
            trace.lay(subject.revenue().explainedPrior());
            return Reading.unknown();
        }
        double expected = subject.deals().expected(deal -> closesWithinAYear(deal, subject.days()));
        trace.lay(subject.revenue().explainedPrior());
        if (prior > 0) {
            trace.fold(mark, Combination.QUOTIENT, "pipeline to prior revenue", expected / prior);
            return Reading.x(expected / prior);
        }
        return fromNothing(expected, trace);
    }

    /** Where there was nothing before, anything is the best score. */
    private static Reading fromNothing(double now, Trace trace) {
        if (now > 0) {
            trace.given("something after nothing", 100);
            return Reading.score(100);
        }
        return Reading.unknown();
    }

    static Reading winRate(Subject subject, RuleNumbers numbers) {
        Trace trace = subject.trace();
        Records closedDeals = trace.records();
        Records wonDeals = trace.records();
        int closed = 0;
        double closedAmount = 0;
        double wonAmount = 0;
        for (Opportunity opportunity : subject.deals().all()) {
            if (opportunity.isClosed() && subject.days().isWithin(opportunity.closeDate(), Days.YEAR)) {
                closed++;
                closedAmount += Money.of(opportunity.amount());
                wonAmount += opportunity.isWon() ? Money.of(opportunity.amount()) : 0;
                closedDeals.add(opportunity.id());
                if (opportunity.isWon()) {
                    wonDeals.add(opportunity.id());
                }
            }
        }
        boolean enough = Comparison.atLeast(closed, numbers.get("minClosed", subject.tier())) && closedAmount > 0;
        trace.count("closed", closed, closedDeals);
        trace.given("minClosed", numbers.get("minClosed", subject.tier()));
        int mark = trace.mark();
        trace.given("won amount", wonAmount, wonDeals);
        trace.given("closed amount", closedAmount, closedDeals);
        if (!enough) {
            return Reading.unknown();
        }
        trace.fold(mark, Combination.QUOTIENT, "share won", wonAmount / closedAmount);
        return Reading.x(wonAmount / closedAmount);
    }

    static Reading slippage(Subject subject, RuleNumbers numbers) {
        Trace trace = subject.trace();
        double open = subject.deals().openAmount(deal -> true);
        if (open <= 0) {
            return Reading.unknown();
        }
        Explained explainedOpen = trace.take();
        double pushes = numbers.get("pushes", subject.tier());
        double idle = subject.at(subject.policy().windows().idle());
        trace.given("pushes", pushes);
        trace.given("idle days", idle);
        int mark = trace.mark();
        double slipping = subject.deals()
                .openAmount(deal -> deal.overdue()
                        || Comparison.atLeast(deal.pushes(), pushes)
                        || Comparison.atLeast(deal.idleDays(), idle));
        trace.lay(explainedOpen);
        trace.fold(mark, Combination.QUOTIENT, "share that slips", slipping / open);
        return Reading.x(slipping / open);
    }

    static Reading margin(Subject subject, RuleNumbers numbers) {
        int mark = subject.trace().mark();
        Double last = margin(subject, 0, Days.YEAR);
        Double before = margin(subject, Days.YEAR, 2 * Days.YEAR);
        if (last == null || before == null) {
            return Reading.unknown();
        }
        subject.trace().fold(mark, Combination.DIFFERENCE, "change of margin", last - before);
        return Reading.x(last - before);
    }

    private static @Nullable Double margin(Subject subject, int from, int to) {
        Trace trace = subject.trace();
        int mark = trace.mark();
        WeightedMean mean = new WeightedMean();
        for (Opportunity opportunity : subject.deals().won()) {
            LocalDate closed = opportunity.closeDate();
            if (closed != null
                    && subject.days().age(closed) >= from
                    && subject.days().age(closed) < to) {
                mean.add(opportunity.marginPct(), Money.of(opportunity.amount()));
                if (opportunity.marginPct() != null) {
                    trace.term("margin", opportunity.marginPct(), opportunity.id());
                    trace.weigh(Money.of(opportunity.amount()));
                }
            }
        }
        Double margin = mean.value();
        trace.fold(mark, Combination.MEAN, "margin", margin);
        return margin;
    }

    private static boolean closesWithinAYear(OpenDeal deal, Days days) {
        LocalDate close = deal.opportunity().closeDate();
        return close != null && days.until(close) <= Days.YEAR;
    }
}
