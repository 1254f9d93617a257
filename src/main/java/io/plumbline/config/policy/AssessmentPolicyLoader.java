package io.plumbline.config.policy;

import io.plumbline.config.yaml.NearestWord;
import io.plumbline.config.yaml.YamlFile;
import io.plumbline.config.yaml.YamlMap;
import io.plumbline.config.yaml.YamlValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Turns {@code assessment.yaml} into the policy. */
final class AssessmentPolicyLoader {

    private AssessmentPolicyLoader() {}

    static AssessmentPolicy load(YamlFile file) {
        YamlMap root = file.root();
        AssessmentPolicy policy = new AssessmentPolicy(
                defaultTier(root.map("tiers")),
                text(root.map("text")),
                seniority(root.map("seniority")),
                roles(root.map("roles")),
                people(root.map("people")),
                opportunities(root.map("opportunities")),
                interactions(root.map("interactions")),
                windows(root.map("windows")),
                PlanPolicyLoader.currency(root.map("currency")),
                PlanPolicyLoader.thoroughness(root.map("thoroughness")),
                PlanPolicyLoader.vetting(root.map("vetting")),
                PlanPolicyLoader.execution(root.map("execution")),
                HealthPolicyLoader.health(root.map("health")),
                findings(root.map("finding")),
                Labels.read(root));
        Labels.refuseUnknown(root, policy);
        root.refuseUnknownKeys();
        file.refuseProblems();
        return policy;
    }

    private static int defaultTier(YamlMap tiers) {
        int tier = tiers.integer("default", 1, 3);
        tiers.refuseUnknownKeys();
        return tier;
    }

    private static TextPolicy text(YamlMap text) {
        YamlMap boilerplate = text.map("boilerplate");
        TextPolicy policy = new TextPolicy(
                text.texts("placeholders"),
                text.texts("placeholderStarts"),
                PolicyReader.number(text, RuleKey.aboveZero("charactersPerWord")),
                PolicyReader.number(boilerplate, RuleKey.count("threshold")),
                PolicyReader.number(boilerplate, RuleKey.share("keep")));
        boilerplate.refuseUnknownKeys();
        text.refuseUnknownKeys();
        return policy;
    }

    private static SeniorityPolicy seniority(YamlMap seniority) {
        SeniorityPolicy policy = new SeniorityPolicy(
                PolicyReader.patterns(seniority, "exclude"),
                PolicyReader.patterns(seniority, "executive"),
                PolicyReader.patterns(seniority, "director"),
                PolicyReader.patterns(seniority, "manager"));
        seniority.refuseUnknownKeys();
        return policy;
    }

    private static RolePolicy roles(YamlMap roles) {
        Map<String, Double> weights = new LinkedHashMap<>();
        roles.map("weights").entries().forEach((role, weight) -> weights.put(role, weight.number(0, RuleKey.NO_LIMIT)));
        Map<String, List<String>> mapping = new LinkedHashMap<>();
        roles.map("mapping").entries().forEach((label, mapped) -> {
            List<String> known = new ArrayList<>();
            for (YamlValue role : mapped.list()) {
                if (weights.containsKey(role.text())) {
                    known.add(role.text());
                } else {
                    role.problem("is the role '" + role.text() + "', which has no weight in 'roles.weights'"
                            + NearestWord.suggestion(role.text(), weights.keySet()));
                }
            }
            mapping.put(label, List.copyOf(known));
        });
        RolePolicy policy = new RolePolicy(weights, mapping, roles.texts("sponsorRoles"));
        roles.refuseUnknownKeys();
        return policy;
    }

    private static PeoplePolicy people(YamlMap people) {
        PeoplePolicy policy = new PeoplePolicy(
                people.texts("decisionRoles"), people.texts("championRoles"), people.texts("requiredBuyingRoles"));
        people.refuseUnknownKeys();
        return policy;
    }

    private static OpportunityPolicy opportunities(YamlMap opportunities) {
        YamlMap commitment = opportunities.map("commitment");
        OpportunityPolicy policy = new OpportunityPolicy(
                opportunities.texts("renewalTypes"),
                opportunities.texts("proactiveSources"),
                new OpportunityPolicy.Commitment(
                        thresholds(commitment, "pushed"),
                        thresholds(commitment, "idle"),
                        PolicyReader.number(commitment, RuleKey.count("overdue")),
                        PolicyReader.number(commitment, RuleKey.count("noDecisionMaker"))));
        commitment.refuseUnknownKeys();
        opportunities.refuseUnknownKeys();
        return policy;
    }

    /** Factors by the number that must be reached: these keys are thresholds, never tiers. */
    private static NavigableMap<Double, Double> thresholds(YamlMap commitment, String key) {
        NavigableMap<Double, Double> factors = new TreeMap<>();
        commitment.map(key).entries().forEach((threshold, factor) -> {
            try {
                factors.put(Double.valueOf(threshold), factor.number(0, RuleKey.NO_LIMIT));
            } catch (NumberFormatException e) {
                factor.problem("stands under '" + threshold + "', but the threshold is to be a number");
            }
        });
        return factors;
    }

    private static InteractionPolicy interactions(YamlMap interactions) {
        YamlMap weights = interactions.map("kindWeight");
        InteractionPolicy policy = new InteractionPolicy(
                PolicyReader.number(weights, RuleKey.count("meeting")),
                PolicyReader.number(weights, RuleKey.count("call")),
                PolicyReader.number(weights, RuleKey.count("email")),
                PolicyReader.number(weights, RuleKey.count("other")),
                PolicyReader.daysAboveZero(interactions, "halfLifeDays"),
                PolicyReader.number(interactions, RuleKey.count("unitCap")));
        weights.refuseUnknownKeys();
        interactions.refuseUnknownKeys();
        return policy;
    }

    private static WindowPolicy windows(YamlMap windows) {
        YamlMap history = windows.map("history");
        WindowPolicy policy = new WindowPolicy(
                PolicyReader.days(windows, "capture"),
                PolicyReader.days(windows, "engaged"),
                PolicyReader.days(windows, "sponsor"),
                PolicyReader.days(windows, "trend"),
                PolicyReader.days(windows, "emails"),
                PolicyReader.days(windows, "nextMeeting"),
                PolicyReader.days(windows, "renewalAhead"),
                PolicyReader.days(windows, "idle"),
                PolicyReader.days(windows, "caseTrend"),
                PolicyReader.days(windows, "onTime"),
                PolicyReader.days(windows, "revenueMaxAge"),
                PolicyReader.days(history, "from"),
                PolicyReader.days(history, "to"));
        history.refuseUnknownKeys();
        windows.refuseUnknownKeys();
        return policy;
    }

    private static FindingPolicy findings(YamlMap finding) {
        FindingPolicy policy = new FindingPolicy(
                PolicyReader.number(finding, RuleKey.count("warn")),
                PolicyReader.number(finding, RuleKey.count("critical")),
                PolicyReader.number(finding, RuleKey.count("roleWarnWeight")));
        finding.refuseUnknownKeys();
        return policy;
    }
}
