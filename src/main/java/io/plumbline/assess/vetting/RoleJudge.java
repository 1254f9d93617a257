package io.plumbline.assess.vetting;

import io.plumbline.assess.Evidence;
import io.plumbline.assess.RoleCoverage;
import io.plumbline.assess.account.Comparison;
import io.plumbline.assess.account.Judged;
import io.plumbline.assess.account.LabelList;
import io.plumbline.assess.account.Observation;
import io.plumbline.assess.account.Subject;
import io.plumbline.assess.account.WeightedMean;
import io.plumbline.assess.explanation.Combination;
import io.plumbline.assess.explanation.Records;
import io.plumbline.assess.explanation.Trace;
import io.plumbline.config.policy.FindingPolicy;
import io.plumbline.config.policy.RolePolicy;
import io.plumbline.config.policy.Severity;
import io.plumbline.config.policy.Theme;
import io.plumbline.dossier.TeamMember;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Judges which roles active people on the account team hold (model section 4). */
public final class RoleJudge {

    /** A role of the policy in its place, with its finding, and the labels that stand for it, marked by their places. */
    private record Role(int place, String id, double weight, boolean[] labels, Observation finding) {}

    private final LabelList labels;
    private final List<Role> roles = new ArrayList<>();
    private final List<Role> heaviestFirst;

    public RoleJudge(RolePolicy policy, FindingPolicy findings) {
        labels = new LabelList(policy.mapping().keySet());
        policy.weights().forEach((id, weight) -> {
            boolean[] marked = new boolean[labels.size()];
            policy.mapping().forEach((label, mapped) -> marked[labels.placeOf(label)] |= mapped.contains(id));
            roles.add(new Role(roles.size(), id, weight, marked, finding(id, weight, findings)));
        });
        heaviestFirst = new ArrayList<>(roles);
        heaviestFirst.sort(Comparator.comparingDouble(Role::weight).reversed());
    }

    public Judged<RoleCoverage> judge(Subject subject) {
        Trace trace = subject.trace();
        int mark = trace.mark();
        if (subject.dossier().team() == null || subject.dossier().users() == null) {
            trace.given("team and users are known", false);
            trace.file(mark, Combination.UNKNOWN, "roleCoverage", null);
            return new Judged<>(new RoleCoverage(null, List.of()), List.of());
        }
        boolean[] held = held(subject.people().activeTeam());
        WeightedMean coverage = new WeightedMean();
        for (Role role : roles) {
            boolean covered = held[role.place()];
            coverage.add(covered ? 100 : 0, role.weight());
            trace.given(role.id(), covered ? 100 : 0, holders(role, subject));
            trace.weigh(role.weight());
        }
        Double score = coverage.value();
        trace.file(mark, Combination.MEAN, "roleCoverage", score);
        List<String> missing = new ArrayList<>(roles.size());
        List<Observation> observations = new ArrayList<>(roles.size());
        for (Role role : heaviestFirst) {
            if (!held[role.place()]) {
                missing.add(role.id());
                observations.add(role.finding());
            }
        }
        return new Judged<>(new RoleCoverage(score, missing), observations);
    }

    /** The roles that somebody has, marked by their places. */
    private boolean[] held(List<TeamMember> team) {
        boolean[] held = new boolean[roles.size()];
        for (TeamMember member : team) {
            int label = member.role() == null ? -1 : labels.placeOf(member.role());
            if (label >= 0) {
                for (Role role : roles) {
                    held[role.place()] |= role.labels()[label];
                }
            }
        }
        return held;
    }

    private Records holders(Role role, Subject subject) {
        Records holders = subject.trace().records();
        if (subject.trace().isOn()) {
            for (TeamMember member : subject.people().activeTeam()) {
                int place = member.role() == null ? -1 : labels.placeOf(member.role());
                if (place >= 0 && role.labels()[place]) {
                    holders.add(member.userId());
                }
            }
        }
        return holders;
    }

    private static Observation finding(String role, double weight, FindingPolicy policy) {
        boolean heavy = Comparison.atLeast(weight, policy.roleWarnWeight());
        return Observation.of(
                ("role." + role).intern(),
                Theme.ROLES,
                heavy ? Severity.WARNING : Severity.INFO,
                Evidence.none().with("weight", weight));
    }
}
