package io.plumbline.assess.health;

import io.plumbline.assess.account.Comparison;
import io.plumbline.assess.account.Days;
import io.plumbline.assess.account.Money;
import io.plumbline.assess.account.OpenDeal;
import io.plumbline.assess.account.Reading;
import io.plumbline.assess.account.Revenue;
import io.plumbline.assess.account.Subject;
import io.plumbline.assess.account.WeightedMean;
import io.plumbline.config.policy.RuleNumbers;
import io.plumbline.dossier.Opportunity;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Whether business with them grows. */
final class MomentumMeasures {

    private MomentumMeasures() {}

    static Reading growth(Subject subject, RuleNumbers numbers) {
        Revenue revenue = subject.revenue();
        if (revenue.current() == null || revenue.prior() == null) {
            return Reading.unknown();
        }
        if (revenue.prior() > 0) {
            return Reading.x(revenue.current() / revenue.prior() - 1);
        }
        return revenue.current() > 0 ? Reading.score(100) : Reading.unknown();
    }

    static Reading pipeline(Subject subject, RuleNumbers numbers) {
        Double prior = subject.revenue().prior();
        if (prior == null) {
            return Reading.unknown();
        }
        double expected = subject.deals().expected(deal -> closesWithinAYear(deal, subject.days()));
        if (prior > 0) {
            return Reading.x(expected / prior);
        }
        return expected > 0 ? Reading.score(100) : Reading.unknown();
    }

    static Reading winRate(Subject subject, RuleNumbers numbers) {
        int closed = 0;
        double closedAmount = 0;
        double wonAmount = 0;
        for (Opportunity opportunity : subject.deals().all()) {
            if (opportunity.isClosed() && subject.days().isWithin(opportunity.closeDate(), Days.YEAR)) {
                closed++;
                closedAmount += Money.of(opportunity.amount());
                wonAmount += opportunity.isWon() ? Money.of(opportunity.amount()) : 0;
            }
        }
        boolean enough = Comparison.atLeast(closed, numbers.get("minClosed", subject.tier())) && closedAmount > 0;
        return enough ? Reading.x(wonAmount / closedAmount) : Reading.unknown();
    }

    static Reading slippage(Subject subject, RuleNumbers numbers) {
        double open = subject.deals().openAmount(deal -> true);
        if (open <= 0) {
            return Reading.unknown();
        }
        double pushes = numbers.get("pushes", subject.tier());
        double idle = subject.at(subject.policy().windows().idle());
        double slipping = subject.deals()
                .openAmount(deal -> deal.overdue()
                        || Comparison.atLeast(deal.pushes(), pushes)
                        || Comparison.atLeast(deal.idleDays(), idle));
        return Reading.x(slipping / open);
    }

    static Reading margin(Subject subject, RuleNumbers numbers) {
        Double last = margin(subject, 0, Days.YEAR);
        Double before = margin(subject, Days.YEAR, 2 * Days.YEAR);
        return last == null || before == null ? Reading.unknown() : Reading.x(last - before);
    }

    private static @Nullable Double margin(Subject subject, int from, int to) {
        WeightedMean mean = new WeightedMean();
        for (Opportunity opportunity : subject.deals().won()) {
            LocalDate closed = opportunity.closeDate();
            if (closed != null
                    && subject.days().age(closed) >= from
                    && subject.days().age(closed) < to) {
                mean.add(opportunity.marginPct(), Money.of(opportunity.amount()));
            }
        }
        return mean.value();
    }

    private static boolean closesWithinAYear(OpenDeal deal, Days days) {
        LocalDate close = deal.opportunity().closeDate();
        return close != null && days.until(close) <= Days.YEAR;
    }
}
