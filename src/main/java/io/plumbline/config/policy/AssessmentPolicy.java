package io.plumbline.config.policy;

import io.plumbline.config.yaml.ConfigurationException;
import io.plumbline.config.yaml.YamlFile;
import java.util.Map;

/**
 * Every number, window, weight, curve and word list of the assessment, as {@code assessment.yaml} gives them.
 *
 * @param defaultTier 1, 2 or 3: the tier of an account that has none of these
 * @param labels what people read instead of the shipped words, by id: {@code section.risks}, {@code role.innovator}, {@code
 *     rhythm.recency}
 */
public record AssessmentPolicy(
        int defaultTier,
        TextPolicy text,
        SeniorityPolicy seniority,
        RolePolicy roles,
        PeoplePolicy people,
        OpportunityPolicy opportunities,
        InteractionPolicy interactions,
        WindowPolicy windows,
        CurrencyPolicy currency,
        ThoroughnessPolicy thoroughness,
        VettingPolicy vetting,
        ExecutionPolicy execution,
        HealthPolicy health,
        FindingPolicy findings,
        Map<String, String> labels) {

    public AssessmentPolicy {
        labels = Map.copyOf(labels);
    }

    /**
     * Reads {@code assessment.yaml}.
     *
     * @throws ConfigurationException listing everything that section 0 of the model rejects, each with its line
     */
    public static AssessmentPolicy load(YamlFile file) {
        return AssessmentPolicyLoader.load(file);
    }
}
