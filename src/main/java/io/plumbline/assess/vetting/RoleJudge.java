package io.plumbline.assess.vetting;

import io.plumbline.assess.Evidence;
import io.plumbline.assess.RoleCoverage;
import io.plumbline.assess.account.Comparison;
import io.plumbline.assess.account.Judged;
import io.plumbline.assess.account.Observation;
import io.plumbline.assess.account.Subject;
import io.plumbline.assess.account.WeightedMean;
import io.plumbline.assess.explanation.Combination;
import io.plumbline.assess.explanation.Records;
import io.plumbline.assess.explanation.Trace;
import io.plumbline.config.policy.Severity;
import io.plumbline.config.policy.Theme;
import io.plumbline.dossier.TeamMember;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Judges which roles active people on the account team hold (model section 4). */
public final class RoleJudge {

    private RoleJudge() {}

    public static Judged<RoleCoverage> judge(Subject subject) {
        Trace trace = subject.trace();
        int mark = trace.mark();
        if (subject.dossier().team() == null || subject.dossier().users() == null) {
            trace.given("team and users are known", false);
            trace.file(mark, Combination.UNKNOWN, "roleCoverage", null);
            return new Judged<>(new RoleCoverage(null, List.of()), List.of());
        }
        Map<String, Records> holders = new HashMap<>();
        Set<String> held = new HashSet<>();
        for (TeamMember member : subject.people().activeTeam()) {
            if (member.role() != null) {
                Set<String> roles = subject.words().rolesOf(member.role());
                held.addAll(roles);
                if (trace.isOn()) {
                    roles.forEach(role -> holders.computeIfAbsent(role, key -> trace.records())
                            .add(member.userId()));
                }
            }
        }
        Map<String, Double> weights = subject.policy().roles().weights();
        WeightedMean coverage = new WeightedMean();
        List<String> missing = new ArrayList<>();
        weights.forEach((role, weight) -> {
            coverage.add(held.contains(role) ? 100.0 : 0.0, weight);
            trace.given(role, held.contains(role) ? 100 : 0, holders.getOrDefault(role, trace.records()));
            trace.weigh(weight);
            if (!held.contains(role)) {
                missing.add(role);
            }
        });
        trace.file(mark, Combination.MEAN, "roleCoverage", coverage.value());
        missing.sort(Comparator.comparing((String role) -> weights.getOrDefault(role, 0.0))
                .reversed());
        List<Observation> observations = new ArrayList<>();
        for (String role : missing) {
            observations.add(observation(role, weights.getOrDefault(role, 0.0), subject));
        }
        return new Judged<>(new RoleCoverage(coverage.value(), missing), observations);
    }

    private static Observation observation(String role, double weight, Subject subject) {
        boolean heavy = Comparison.atLeast(weight, subject.policy().findings().roleWarnWeight());
        return Observation.of(
                "role." + role,
                Theme.ROLES,
                heavy ? Severity.WARNING : Severity.INFO,
                Evidence.none().with("weight", weight));
    }
}
