package io.plumbline.assess.health;

import io.plumbline.assess.Evidence;
import io.plumbline.assess.account.Comparison;
import io.plumbline.assess.account.Days;
import io.plumbline.assess.account.OpenDeal;
import io.plumbline.assess.account.Revenue;
import io.plumbline.assess.account.Subject;
import io.plumbline.config.policy.HealthCap;
import io.plumbline.config.policy.RuleNumbers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** All caps on one screen, and what makes each apply. */
final class CapRules {

    private CapRules() {}

    static CapRule of(HealthCap cap) {
        return switch (cap) {
            case SILENCE -> CapRules::silence;
            case RENEWAL -> CapRules::renewal;
            case CHAMPION_LEFT -> ChampionLeftCap::applies;
            case ESCALATION -> CapRules::escalation;
            case REVENUE_LOSS -> CapRules::revenueLoss;
            case NO_EXECUTIVE -> CapRules::noExecutive;
        };
    }

    private static @Nullable Evidence silence(Subject subject, RuleNumbers numbers) {
        boolean silent = subject.captures() && !subject.touches().isTwoWayWithin(numbers.get("days", subject.tier()));
        return silent ? Evidence.none() : null;
    }

    private static @Nullable Evidence renewal(Subject subject, RuleNumbers numbers) {
        double days = numbers.get("days", subject.tier());
        double idle = numbers.get("idleDays", subject.tier());
        List<@Nullable String> neglected = new ArrayList<>();
        for (OpenDeal deal : subject.deals().open()) {
            LocalDate close = deal.opportunity().closeDate();
            if (deal.renewal()
                    && close != null
                    && Comparison.atMost(subject.days().until(close), days)
                    && Comparison.atLeast(deal.idleDays(), idle)) {
                neglected.add(deal.opportunity().id());
            }
        }
        return neglected.isEmpty() ? null : Evidence.none().with("opportunities", neglected);
    }

    private static @Nullable Evidence escalation(Subject subject, RuleNumbers numbers) {
        double days = numbers.get("days", subject.tier());
        List<@Nullable String> old = new ArrayList<>();
        for (Cases.Case open : new Cases(subject).open()) {
            if (open.source().escalated() && Comparison.above(open.age(), days)) {
                old.add(open.source().id());
            }
        }
        return old.isEmpty() ? null : Evidence.none().with("cases", old);
    }

    private static @Nullable Evidence revenueLoss(Subject subject, RuleNumbers numbers) {
        Revenue revenue = subject.revenue();
        Double current = revenue.current();
        Double prior = revenue.prior();
        if (current == null || prior == null || prior <= 0) {
            return null;
        }
        boolean lost = Comparison.atMost(current / prior, 1 - numbers.get("drop", subject.tier()));
        return lost ? Evidence.none().with("revenue", current).with("revenuePrior", prior) : null;
    }

    private static @Nullable Evidence noExecutive(Subject subject, RuleNumbers numbers) {
        if (!subject.captures() || !subject.people().isSeniorityKnown()) {
            return null;
        }
        OptionalLong last =
                subject.touches().lastTwoWay(touch -> ExecutiveMeasures.reachesExecutive(touch, subject.people()));
        boolean met = last.isPresent() && Days.isWithin(last.getAsLong(), numbers.get("days", subject.tier()));
        return met ? null : Evidence.none();
    }
}
