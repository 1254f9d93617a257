package io.plumbline.assess.vetting;

import io.plumbline.assess.CheckVerdict;
import io.plumbline.assess.Contradiction;
import io.plumbline.assess.Evidence;
import io.plumbline.assess.PlanVetting;
import io.plumbline.assess.account.Judged;
import io.plumbline.assess.account.Observation;
import io.plumbline.assess.account.Subject;
import io.plumbline.assess.account.WeightedMean;
import io.plumbline.assess.explanation.Combination;
import io.plumbline.assess.explanation.Trace;
import io.plumbline.config.policy.Severity;
import io.plumbline.config.policy.Theme;
import io.plumbline.config.policy.VettingCheck;
import io.plumbline.config.policy.VettingPolicy;
import io.plumbline.dossier.CompactMap;
import io.plumbline.dossier.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Asks the checks of the policy; without a governing plan all of them are unknown (model section 4). */
public final class VettingJudge {

    /** A check of the policy with what it asks. */
    private record Asked(VettingPolicy.Check check, CheckRule rule) {}

    private final List<Asked> checks;

    public VettingJudge(VettingPolicy policy) {
        this.checks = policy.checks().stream()
                .map(check -> new Asked(check, CheckRules.of(check.check())))
                .toList();
    }

    public Judged<PlanVetting> judge(Subject subject, @Nullable Plan governing) {
        CompactMap.Builder<CheckVerdict> verdicts = new CompactMap.Builder<>(checks.size());
        List<Contradiction> contradictions = new ArrayList<>();
        List<Observation> observations = new ArrayList<>();
        Trace trace = subject.trace();
        WeightedMean passed = new WeightedMean();
        for (Asked asked : checks) {
            VettingPolicy.Check check = asked.check();
            int mark = trace.mark();
            if (governing == null) {
                trace.given("planId", null);
            }
            CheckOutcome outcome = governing == null
                    ? CheckOutcome.unknown()
                    : asked.rule().check(governing, subject, check.numbers());
            verdicts.put(check.check().id(), outcome.verdict());
            boolean known = outcome.verdict() != CheckVerdict.UNKNOWN;
            trace.file(
                    mark,
                    known ? Combination.ALL : Combination.UNKNOWN,
                    "checks",
                    check.check().id(),
                    outcome.verdict());
            if (outcome.evidence().get("contradictions") instanceof List<?> found) {
                found.forEach(each -> contradictions.add((Contradiction) each));
            }
            switch (outcome.verdict()) {
                case PASS -> passed.add(100, check.weight());
                case FAIL -> {
                    passed.add(0, check.weight());
                    observations.add(observation(check.check(), outcome, subject));
                }
                case UNKNOWN -> {}
            }
        }
        Map<String, CheckVerdict> byId = verdicts.build();
        int mark = trace.mark();
        for (Asked asked : checks) {
            String id = asked.check().check().id();
            trace.seeMember("checks", id, byId.get(id));
            trace.weigh(asked.check().weight());
        }
        Double score = passed.value();
        trace.file(mark, Combination.MEAN, "vetting", score);
        return new Judged<>(new PlanVetting(score, byId, contradictions), observations);
    }

    private static Observation observation(VettingCheck check, CheckOutcome outcome, Subject subject) {
        Severity severity = check == VettingCheck.CONSISTENT ? Severity.CRITICAL : Severity.WARNING;
        Observation observation =
                Observation.of(check.id(), Theme.VETTING, severity, outcome.variant(), outcome.evidence());
        if (outcome.evidence().get("contradictions") instanceof List<?> found) {
            observation = counted(observation, found);
        }
        return outcome.evidence().get("approvedById") instanceof String approver
                ? observation.saying("approver", subject.people().nameOf(approver))
                : observation;
    }

    private static Observation counted(Observation observation, List<?> contradictions) {
        Contradiction.Kind[] kinds = Contradiction.Kind.values();
        int[] counts = new int[kinds.length];
        for (Object each : contradictions) {
            counts[((Contradiction) each).kind().ordinal()]++;
        }
        Evidence extras = observation.extras().with("count", contradictions.size());
        for (Contradiction.Kind kind : kinds) {
            extras = extras.with(kind.id(), counts[kind.ordinal()]);
        }
        return observation.saying(extras);
    }
}
