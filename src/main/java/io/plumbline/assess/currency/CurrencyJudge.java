package io.plumbline.assess.currency;

import io.plumbline.assess.ClockVerdict;
import io.plumbline.assess.Evidence;
import io.plumbline.assess.PlanCurrency;
import io.plumbline.assess.account.Comparison;
import io.plumbline.assess.account.Days;
import io.plumbline.assess.account.Judged;
import io.plumbline.assess.account.Observation;
import io.plumbline.assess.account.Subject;
import io.plumbline.assess.explanation.Combination;
import io.plumbline.assess.explanation.Trace;
import io.plumbline.config.policy.CurrencyPolicy;
import io.plumbline.config.policy.Severity;
import io.plumbline.config.policy.Theme;
import io.plumbline.dossier.CompactMap;
import io.plumbline.dossier.Plan;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the five clocks of a plan; the plan is as current as the worst of them (model section 2). */
public final class CurrencyJudge {

    private static final int CLOCKS = 5;

    private final CompactMap.Builder<ClockVerdict> clocks = new CompactMap.Builder<>(CLOCKS);
    private final List<Observation> observations = new ArrayList<>(CLOCKS);
    private ClockVerdict worst = ClockVerdict.CURRENT;
    private final Subject subject;
    private final CurrencyPolicy policy;
    private final Days days;
    private final Trace trace;

    private CurrencyJudge(Subject subject) {
        this.subject = subject;
        this.policy = subject.policy().currency();
        this.days = subject.days();
        this.trace = subject.trace();
    }

    public static Judged<PlanCurrency> judge(Subject subject, @Nullable Plan governing) {
        return new CurrencyJudge(subject).read(governing);
    }

    private Judged<PlanCurrency> read(@Nullable Plan plan) {
        Double drift = null;
        if (plan == null) {
            boolean draft = hasDraft(subject.dossier().plans());
            trace.given("draft", draft ? "true" : "false");
            clock("plan.exists", ClockVerdict.MISSING);
            observe("plan.exists", ClockVerdict.MISSING, Evidence.none().with("draft", draft), draft ? "draft" : "");
        } else {
            trace.given("planId", plan.id());
            clock("plan.exists", ClockVerdict.CURRENT);
            period(plan);
            LocalDate substantive = substantiveDate(plan);
            if (substantive != null) {
                review(plan, substantive);
                cadence("plan.substance", substantive, subject.at(policy.substanceCadenceDays()));
                drift = drift(plan, substantive);
            }
        }
        Map<String, ClockVerdict> verdicts = clocks.build();
        int mark = trace.mark();
        verdicts.forEach((id, verdict) -> trace.seeMember("clocks", id, verdict));
        trace.file(mark, Combination.WORST, "currency", worst);
        return new Judged<>(new PlanCurrency(worst, verdicts, drift), observations);
    }

    private void period(Plan plan) {
        LocalDate start = plan.periodStart();
        LocalDate end = plan.periodEnd();
        ClockVerdict verdict;
        String variant = "";
        if (days.isPast(end)) {
            verdict = ClockVerdict.EXPIRED;
        } else if (start == null || end == null) {
            verdict = ClockVerdict.STALE;
            variant = "dates";
        } else if (start.isAfter(days.asOf())) {
            verdict = ClockVerdict.STALE;
            variant = "future";
        } else if (Comparison.below(days.until(end), subject.at(policy.periodEndNoticeDays()))
                && !hasSuccessor(plan, end)) {
            verdict = ClockVerdict.DUE_SOON;
            variant = "ending";
        } else {
            verdict = ClockVerdict.CURRENT;
        }
        trace.given("periodStart", start);
        trace.given("periodEnd", end);
        trace.given("periodEndNoticeDays", subject.at(policy.periodEndNoticeDays()));
        trace.given("successorGapDays", subject.at(policy.successorGapDays()));
        if (clock("plan.period", verdict)) {
            Evidence evidence = Evidence.none().with("periodStart", start).with("periodEnd", end);
            observe("plan.period", verdict, evidence, variant);
        }
    }

    private boolean hasSuccessor(Plan governing, LocalDate end) {
        double gap = subject.at(policy.successorGapDays());
        for (Plan other : subject.dossier().plans()) {
            LocalDate start = other.periodStart();
            LocalDate otherEnd = other.periodEnd();
            if (other != governing
                    && other.isActive()
                    && start != null
                    && otherEnd != null
                    && Comparison.atMost(start.toEpochDay() - end.toEpochDay(), gap)
                    && otherEnd.isAfter(end)) {
                return true;
            }
        }
        return false;
    }

    private void review(Plan plan, LocalDate substantive) {
        LocalDate reviewed = days.lookingBack(plan.lastReviewedDate());
        cadence("plan.review", reviewed == null ? substantive : reviewed, subject.at(policy.reviewCadenceDays()));
    }

    private void cadence(String id, LocalDate since, double cadence) {
        long age = days.age(since);
        ClockVerdict verdict = ClockVerdict.CURRENT;
        boolean stale = Comparison.above(age, cadence);
        double soon = policy.dueSoonShare() * cadence;
        boolean dueSoon = Comparison.above(age, soon);
        if (stale) {
            verdict = ClockVerdict.STALE;
        } else if (dueSoon) {
            verdict = ClockVerdict.DUE_SOON;
        }
        trace.given("since", since);
        int mark = trace.mark();
        trace.given("days", age);
        trace.given("cadence", cadence);
        trace.fold(mark, Combination.ABOVE, ClockVerdict.STALE.name(), stale);
        int second = trace.mark();
        trace.given("days", age);
        int line = trace.mark();
        trace.given("dueSoonShare", policy.dueSoonShare());
        trace.given("cadence", cadence);
        trace.fold(line, Combination.PRODUCT, "due soon after", soon);
        trace.fold(second, Combination.ABOVE, ClockVerdict.DUE_SOON.name(), dueSoon);
        if (clock(id, verdict)) {
            Evidence evidence =
                    Evidence.none().with("since", since).with("days", (int) age).with("cadence", cadence);
            observe(id, verdict, evidence, verdict == ClockVerdict.DUE_SOON ? "soon" : "");
        }
    }

    private double drift(Plan plan, LocalDate substantive) {
        Drift drift = Drift.since(substantive, plan, subject);
        ClockVerdict verdict = ClockVerdict.CURRENT;
        if (reaches(drift, policy.drift().stale(), ClockVerdict.STALE)) {
            verdict = ClockVerdict.STALE;
        } else if (reaches(drift, policy.drift().dueSoon(), ClockVerdict.DUE_SOON)) {
            verdict = ClockVerdict.DUE_SOON;
        }
        if (clock("plan.drift", verdict)) {
            Evidence evidence = Evidence.none()
                    .with("drift", drift.total())
                    .with("value", drift.value())
                    .with("people", drift.people())
                    .with("owner", drift.owner())
                    .with("executives", drift.executives());
            observe("plan.drift", verdict, evidence, "");
        }
        return drift.total();
    }

    private boolean reaches(Drift drift, double threshold, ClockVerdict verdict) {
        boolean reached = Comparison.atLeast(drift.total(), threshold);
        int mark = trace.mark();
        trace.see("drift", "drift", drift.total());
        trace.given("threshold", threshold);
        trace.fold(mark, Combination.AT_LEAST, verdict.name(), reached);
        return reached;
    }

    /** S: when the plan last really changed, as far as anything says. */
    private @Nullable LocalDate substantiveDate(Plan plan) {
        LocalDate changed = days.lookingBack(plan.lastSubstantiveChange());
        LocalDate reviewed = days.lookingBack(plan.lastReviewedDate());
        LocalDate started = days.lookingBack(plan.periodStart());
        return changed != null ? changed : reviewed != null ? reviewed : started;
    }

    private static boolean hasDraft(List<Plan> plans) {
        for (Plan plan : plans) {
            if (plan.state() == Plan.State.DRAFT) {
                return true;
            }
        }
        return false;
    }

    /** Whether what the clock says is worth a finding. */
    private boolean clock(String id, ClockVerdict verdict) {
        clocks.put(id, verdict);
        worst = verdict.compareTo(worst) > 0 ? verdict : worst;
        trace.given(verdict.name(), true);
        trace.file(0, Combination.FIRST, "clocks", id, verdict);
        return verdict != ClockVerdict.CURRENT;
    }

    private void observe(String id, ClockVerdict verdict, Evidence evidence, String variant) {
        Severity severity = switch (verdict) {
            case MISSING, EXPIRED -> Severity.CRITICAL;
            case STALE -> Severity.WARNING;
            case DUE_SOON, CURRENT -> Severity.INFO;
        };
        Evidence all = Evidence.none().with("verdict", verdict).and(evidence);
        observations.add(Observation.of(id, Theme.CURRENCY, severity, variant, all));
    }
}
