package io.plumbline.assess.health;

import io.plumbline.assess.Evidence;
import io.plumbline.assess.account.Cases;
import io.plumbline.assess.account.Comparison;
import io.plumbline.assess.account.Days;
import io.plumbline.assess.account.OpenDeal;
import io.plumbline.assess.account.Revenue;
import io.plumbline.assess.account.Subject;
import io.plumbline.assess.explanation.Combination;
import io.plumbline.assess.explanation.Records;
import io.plumbline.assess.explanation.Trace;
import io.plumbline.config.policy.HealthCap;
import io.plumbline.config.policy.RuleNumbers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
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
        boolean heard = subject.touches().isTwoWayWithin(numbers.get("days", subject.tier()));
        boolean silent = subject.captures() && !heard;
        subject.trace().given("activityCapture", subject.captures());
        subject.trace().given("days", numbers.get("days", subject.tier()));
        subject.trace().given("nobody was in touch", !heard);
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
        Trace trace = subject.trace();
        trace.given("days", days);
        trace.given("idleDays", idle);
        some("idle renewals", neglected, trace);
        return neglected.isEmpty() ? null : Evidence.none().with("opportunities", neglected);
    }

    private static @Nullable Evidence escalation(Subject subject, RuleNumbers numbers) {
        double days = numbers.get("days", subject.tier());
        List<@Nullable String> old = new ArrayList<>();
        for (Cases.Case open : subject.cases().open()) {
            if (open.source().escalated() && Comparison.above(open.age(), days)) {
                old.add(open.source().id());
            }
        }
        subject.trace().given("days", days);
        some("old escalations", old, subject.trace());
        return old.isEmpty() ? null : Evidence.none().with("cases", old);
    }

    private static @Nullable Evidence revenueLoss(Subject subject, RuleNumbers numbers) {
        Revenue revenue = subject.revenue();
        Double current = revenue.current();
        Double prior = revenue.prior();
        Trace trace = subject.trace();
        int mark = trace.mark();
        trace.lay(revenue.explainedCurrent());
        trace.lay(revenue.explainedPrior());
        if (current == null || prior == null || prior <= 0) {
            trace.given("can tell", false);
            return null;
        }
        boolean lost = Comparison.atMost(current / prior, 1 - numbers.get("drop", subject.tier()));
        trace.fold(mark, Combination.QUOTIENT, "current to prior", current / prior);
        trace.given("what is left after the drop", 1 - numbers.get("drop", subject.tier()));
        trace.fold(mark, Combination.AT_MOST, "lost", lost);
        return lost ? Evidence.none().with("revenue", current).with("revenuePrior", prior) : null;
    }

    /** Lays the records that make a cap apply, and whether there are any. */
    static void some(String name, List<@Nullable String> ids, Trace trace) {
        Records records = trace.records();
        ids.forEach(records::add);
        int mark = trace.mark();
        trace.count(name, ids.size(), records);
        trace.given("none", 0);
        trace.fold(mark, Combination.ABOVE, "any " + name, !ids.isEmpty());
    }

    private static @Nullable Evidence noExecutive(Subject subject, RuleNumbers numbers) {
        Trace trace = subject.trace();
        trace.given("activityCapture", subject.captures());
        trace.given("a seniority is known", subject.people().isSeniorityKnown());
        if (!subject.captures() || !subject.people().isSeniorityKnown()) {
            return null;
        }
        long last = subject.touches().lastWithExecutive();
        boolean met = Days.isWithin(last, numbers.get("days", subject.tier()));
        trace.given("days", numbers.get("days", subject.tier()));
        trace.given("days since the last", last == Long.MAX_VALUE ? null : (Object) last);
        trace.given("no executive was in touch", !met);
        return met ? null : Evidence.none();
    }
}
