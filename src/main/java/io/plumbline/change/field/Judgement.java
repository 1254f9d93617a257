package io.plumbline.change.field;

import io.plumbline.assess.Assessment;
import io.plumbline.assess.RelationshipHealth;
import io.plumbline.assess.WrittenNumber;
import io.plumbline.change.AnsweredAssessment;
import io.plumbline.change.ChangePolicy;
import io.plumbline.config.mapping.Result;
import io.plumbline.crm.FieldName;
import io.plumbline.crm.FieldValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The judged values of one account as they are written: whole numbers half up (model section 0), picklist values, and the
 * names of what is missing.
 *
 * <p>All other results are texts about these; see {@link AccountPlanner} for when they follow.
 */
record Judgement(Map<Result, FieldValue> values) {

    static Judgement of(Assessment assessment, ChangePolicy policy) {
        RelationshipHealth health = assessment.health();
        Map<Result, FieldValue> values = new EnumMap<>(Result.class);
        values.put(Result.HEALTH, health.written() == null ? FieldValue.EMPTY : FieldValue.number(health.written()));
        values.put(Result.RETENTION, whole(health.retention()));
        values.put(Result.GROWTH, whole(health.growth()));
        values.put(Result.CONFIDENCE, whole(health.confidence()));
        values.put(Result.THOROUGHNESS, whole(assessment.thoroughness().score()));
        values.put(Result.VETTING, whole(assessment.vetting().score()));
        values.put(Result.EXECUTION, whole(assessment.execution().score()));
        values.put(Result.ROLE_COVERAGE, whole(assessment.roles().score()));
        values.put(Result.BAND, label(policy, Result.BAND, health.band()));
        values.put(
                Result.PLAN_CURRENCY,
                label(policy, Result.PLAN_CURRENCY, assessment.currency().verdict()));
        values.put(Result.TREND, label(policy, Result.TREND, health.trend()));
        MissingNames missing = new MissingNames(policy);
        values.put(
                Result.MISSING_ROLES,
                missing.of(Result.MISSING_ROLES, "role.", assessment.roles().missing()));
        values.put(Result.MISSING_SECTIONS, missing.of(Result.MISSING_SECTIONS, "section.", emptySections(assessment)));
        values.put(
                Result.EXECUTIVE_CONTACT,
                health.executives() == null
                        ? FieldValue.EMPTY
                        : label(policy, Result.EXECUTIVE_CONTACT, health.executives()));
        return new Judgement(values);
    }

    private static List<String> emptySections(Assessment assessment) {
        return assessment.thoroughness().sections().entrySet().stream()
                .filter(section -> section.getValue() <= 0)
                .map(Map.Entry::getKey)
                .toList();
    }

    Judgement {
        values = Collections.unmodifiableMap(new EnumMap<>(values));
    }

    /** Whether an earlier value of this result gives way to another. */
    boolean flips(Result result, ChangePolicy policy, Map<FieldName, FieldValue> known) {
        FieldValue before = before(result, policy, known);
        return !before.isEmpty() && !before.equals(values.get(result));
    }

    static FieldValue before(Result result, ChangePolicy policy, Map<FieldName, FieldValue> known) {
        return policy.target(result)
                .map(target -> known.getOrDefault(target.name(), FieldValue.EMPTY))
                .orElse(FieldValue.EMPTY);
    }

    /** What the texts are about: when this stays the same, so do they. */
    String digest(AnsweredAssessment answered) {
        Assessment assessment = answered.open();
        List<String> parts = new ArrayList<>();
        values.forEach((result, value) -> parts.add(result.key() + "=" + value));
        Stream<String> reasons = assessment.reasons().stream().map(reason -> reason.measure());
        reasons.sorted().forEach(parts::add);
        Stream<String> findings = assessment.findings().stream()
                .map(finding -> finding.id() + ":" + finding.severity().name());
        findings.sorted().forEach(parts::add);
        answered.answers()
                .forEach((finding, answer) -> parts.add(
                        "answered " + finding + ":" + answer.until() + ":" + answer.by() + ":" + answer.reason()));
        return Digest.of(parts);
    }

    Judgement with(Result result, FieldValue value) {
        Map<Result, FieldValue> others = new EnumMap<>(values);
        others.put(result, value);
        return new Judgement(others);
    }

    /** The same, but with the number that stands wherever ours is less than the configured points from it. */
    Judgement toleratingSmallMoves(ChangePolicy policy, Map<FieldName, FieldValue> known) {
        BigDecimal least = BigDecimal.valueOf(policy.minScoreChange());
        Map<Result, FieldValue> calm = new EnumMap<>(values);
        calm.replaceAll((result, value) -> {
            FieldValue before = before(result, policy, known);
            boolean small = value instanceof FieldValue.Decimal now
                    && before instanceof FieldValue.Decimal then
                    && now.number().subtract(then.number()).abs().compareTo(least) < 0;
            return small ? before : value;
        });
        return new Judgement(calm);
    }

    static FieldValue label(ChangePolicy policy, Result result, Enum<?> verdict) {
        return FieldValue.text(policy.target(result)
                .map(target -> target.mapped().label(verdict.name()))
                .orElse(verdict.name()));
    }

    /** Unknown is blank, never zero; what is no number never leaves us (trap H9). */
    private static FieldValue whole(@Nullable Double score) {
        return score == null || !Double.isFinite(score)
                ? FieldValue.EMPTY
                : FieldValue.number(WrittenNumber.integer(score));
    }
}
