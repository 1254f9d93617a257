package io.plumbline.assess;

import io.plumbline.assess.account.Judged;
import io.plumbline.assess.account.Observation;
import io.plumbline.assess.account.PolicyNumbers;
import io.plumbline.assess.account.PolicyWords;
import io.plumbline.assess.account.Revenue;
import io.plumbline.assess.account.Subject;
import io.plumbline.assess.currency.CurrencyJudge;
import io.plumbline.assess.currency.GoverningPlan;
import io.plumbline.assess.execution.ExecutionJudge;
import io.plumbline.assess.explanation.Combination;
import io.plumbline.assess.explanation.Trace;
import io.plumbline.assess.health.HealthJudge;
import io.plumbline.assess.health.HealthVerdict;
import io.plumbline.assess.health.Loss;
import io.plumbline.assess.thoroughness.ThoroughnessJudge;
import io.plumbline.assess.vetting.RoleJudge;
import io.plumbline.assess.vetting.VettingJudge;
import io.plumbline.config.policy.AssessmentPolicy;
import io.plumbline.config.policy.Severity;
import io.plumbline.dossier.Dossier;
import io.plumbline.dossier.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Judges accounts by one policy. The same dossier and previous band give the same assessment, whenever and wherever.
 *
 * <p>Made once per policy; safe for use by several threads.
 */
public final class AssessmentModel {

    private static final int SEVERITIES = Severity.values().length;
    private static final int USUAL_FINDINGS = 32;

    private final AssessmentPolicy policy;
    private final PolicyWords words;
    private final FindingWording wording;
    private final PolicyNumbers numbers;
    private final ThoroughnessJudge thoroughnessJudge;
    private final VettingJudge vettingJudge;
    private final ExecutionJudge executionJudge;
    private final RoleJudge roleJudge;
    private final HealthJudge healthJudge;

    /** Speaks English, with dates as 2026-06-30. */
    public AssessmentModel(AssessmentPolicy policy) {
        this(policy, Locale.ROOT);
    }

    /**
     * Speaks as people do in a locale, as far as there are words of its language.
     *
     * @param locale whose words, dates and numbers the sentences have
     */
    public AssessmentModel(AssessmentPolicy policy, Locale locale) {
        this.policy = policy;
        this.wording = new FindingWording(locale, policy.labels());
        this.words = new PolicyWords(policy);
        this.numbers = new PolicyNumbers(policy);
        this.thoroughnessJudge = new ThoroughnessJudge(policy.thoroughness());
        this.vettingJudge = new VettingJudge(policy.vetting());
        this.executionJudge = new ExecutionJudge(policy.execution());
        this.roleJudge = new RoleJudge(policy.roles(), policy.findings());
        this.healthJudge = new HealthJudge(policy.health());
    }

    /**
     * The verdict about one account on the dossier's day.
     *
     * @param previous the band of the last written assessment of this account, null when there is none
     * @throws NumberFormatException here, or where the assessment is written, when amounts far beyond what a CRM holds (18
     *     digits) add up or divide to something infinite
     */
    public Assessment assess(Dossier dossier, @Nullable Band previous) {
        return assess(dossier, previous, Trace.off());
    }

    /** What clocks, sections, checks, measures, roles and caps are called, by id: {@code section.risks}, {@code role.innovator}. */
    public Map<String, String> labels() {
        return wording.labels();
    }

    /** The same verdict, and what each of its numbers comes from, noted by the rules as they compute it. */
    public ExplainedAssessment explain(Dossier dossier, @Nullable Band previous) {
        Trace trace = Trace.on();
        Assessment assessment = assess(dossier, previous, trace);
        return new ExplainedAssessment(assessment, trace.explanation());
    }

    private Assessment assess(Dossier dossier, @Nullable Band previous, Trace trace) {
        Subject subject = Subject.of(dossier, policy, words, numbers, trace);
        Plan plan = GoverningPlan.of(dossier.plans(), subject.days());
        Judged<PlanCurrency> currency = CurrencyJudge.judge(subject, plan);
        Judged<PlanThoroughness> thoroughness = thoroughnessJudge.judge(subject, plan);
        Judged<PlanVetting> vetting = vettingJudge.judge(subject, plan);
        Judged<PlanExecution> execution = executionJudge.judge(subject, plan);
        Judged<RoleCoverage> roles = roleJudge.judge(subject);
        Judged<HealthVerdict> health = healthJudge.judge(subject, previous);
        return new Assessment(
                dossier.account().id(),
                dossier.asOf(),
                plan == null ? null : plan.id(),
                currency.result(),
                thoroughness.result(),
                vetting.result(),
                execution.result(),
                roles.result(),
                health.result().health(),
                money(subject, health.result().health().score()),
                wording.findings(worstFirst(List.of(currency, thoroughness, vetting, execution, roles, health))),
                reasons(health.result().losses()));
    }

    private static MoneyAtStake money(Subject subject, @Nullable Double health) {
        Trace trace = subject.trace();
        Revenue revenue = subject.revenue();
        int mark = trace.mark();
        double expected = subject.deals().expected(deal -> true);
        trace.file(mark, Combination.TAKEN, "expectedPipeline", expected);

        double year = Math.max(revenue.lastOrZero(), revenue.priorOrZero());
        trace.lay(revenue.explainedLast());
        trace.lay(revenue.explainedPrior());
        trace.given("none", 0);
        trace.fold(mark, Combination.GREATEST, "revenue of a year", year);
        trace.see("expectedPipeline", "expectedPipeline", expected);
        trace.file(mark, Combination.SUM, "valueAtStake", year + expected);

        Double attention = health == null ? null : (Double) ((year + expected) * (100 - health) / 100);
        trace.see("valueAtStake", "valueAtStake", year + expected);
        int share = trace.mark();
        trace.given("hundred", 100);
        trace.see("health", "health", health);
        if (health != null) {
            trace.fold(share, Combination.DIFFERENCE, "points missing", 100 - health);
            trace.given("hundredth", 0.01);
        }
        trace.file(mark, health == null ? Combination.UNKNOWN : Combination.PRODUCT, "attention", attention);
        return new MoneyAtStake(expected, year + expected, attention);
    }

    /** The parts come in the order of the themes; severities are declared from the most serious on. */
    private static List<Observation> worstFirst(List<Judged<?>> parts) {
        List<Observation> worstFirst = new ArrayList<>(USUAL_FINDINGS);
        int[] ends = new int[SEVERITIES];
        for (Judged<?> part : parts) {
            for (Observation observation : part.observations()) {
                int severity = observation.severity().ordinal();
                worstFirst.add(ends[severity], observation);
                for (int same = severity; same < SEVERITIES; same++) {
                    ends[same]++;
                }
            }
        }
        return worstFirst;
    }

    private List<Reason> reasons(List<Loss> losses) {
        List<Reason> reasons = new ArrayList<>(losses.size());
        for (Loss loss : losses) {
            reasons.add(wording.reason(loss));
        }
        return reasons;
    }
}
