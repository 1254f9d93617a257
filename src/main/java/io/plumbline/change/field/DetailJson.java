package io.plumbline.change.field;

import io.plumbline.assess.Assessment;
import io.plumbline.assess.Contradiction;
import io.plumbline.assess.Evidence;
import io.plumbline.assess.Finding;
import io.plumbline.assess.RelationshipHealth;
import io.plumbline.assess.WrittenNumber;
import io.plumbline.change.AccountContext;
import io.plumbline.change.AnsweredAssessment;
import io.plumbline.change.ChangePolicy;
import io.plumbline.change.FieldText;
import io.plumbline.change.VerdictMark;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The verdict as JSON for the card on the account page, no longer than its field.
 *
 * <p>It starts with the {@link VerdictMark}, so that cutting never loses it: first the single measures go, then
 * findings from the last, who are the least severe, then all else. What is left is valid JSON and says
 * {@code "cut": true}.
 */
final class DetailJson {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern MARK =
            Pattern.compile("\\{\"mark\":\\{\"verdict\":\"([0-9a-f]*)\",\"texts\":\"([0-9a-f]*)\"}");
    private static final List<String> GO_FIRST =
            List.of("measures", "executionMeasures", "history", "labels", "answered");
    private static final List<String> GO_LAST =
            List.of("sections", "checks", "dimensions", "clocks", "missingRoles", "caps", "reasons", "findings");
    /** Of what stands in the JSON. A card tells by it that it is older than what it reads; raised when a part changes its meaning. */
    private static final int VERSION = 1;
    /** Two years of months: more would be no line any more. */
    private static final int MOST_SCORES = 24;

    private final Map<String, String> labels;
    private final SortedMap<LocalDate, Integer> earlierHealth;

    /**
     * @param labels words for ids, as {@link ChangePolicy#labels}
     * @param earlierHealth as {@link AccountContext#earlierHealth}
     */
    DetailJson(Map<String, String> labels, SortedMap<LocalDate, Integer> earlierHealth) {
        this.labels = labels;
        this.earlierHealth = earlierHealth;
    }

    /** The text with the digest of the texts still open; empty when not even the mark fits. */
    String unsealed(AnsweredAssessment answered, String verdict, int length) {
        ObjectNode root = JSON.createObjectNode();
        root.putObject("mark").put("verdict", verdict).put("texts", "");
        root.put("version", VERSION);
        addVerdict(root, answered.open());
        addAnswered(root, answered);
        return fit(root, length - Digest.of(List.of()).length());
    }

    /** The same with the digest filled in. */
    static String sealed(String unsealed, String texts) {
        return unsealed.replaceFirst("\"texts\":\"\"", "\"texts\":\"" + texts + "\"");
    }

    /** A sealed text as it was before the digest was filled in; any other text as it is. */
    static String withoutSeal(String text) {
        Matcher mark = MARK.matcher(text);
        return mark.lookingAt() ? text.substring(0, mark.start(2)) + text.substring(mark.end(2)) : text;
    }

    static Optional<VerdictMark> mark(String text) {
        Matcher mark = MARK.matcher(text);
        return mark.lookingAt() ? Optional.of(new VerdictMark(mark.group(1), mark.group(2))) : Optional.empty();
    }

    private void addVerdict(ObjectNode root, Assessment assessment) {
        RelationshipHealth health = assessment.health();
        root.put("asOf", assessment.asOf().toString());
        root.put("health", health.written());
        root.put("band", health.band().name());
        root.put("trend", health.trend().name());
        root.put("retention", whole(health.retention()));
        root.put("growth", whole(health.growth()));
        root.put("confidence", whole(health.confidence()));
        root.put("currency", assessment.currency().verdict().name());
        root.put("thoroughness", whole(assessment.thoroughness().score()));
        root.put("vetting", whole(assessment.vetting().score()));
        root.put("execution", whole(assessment.execution().score()));
        root.put("roleCoverage", whole(assessment.roles().score()));
        root.put("valueAtStake", exact(assessment.money().valueAtStake()));
        root.put("expectedPipeline", exact(assessment.money().expectedPipeline()));
        ArrayNode reasons = root.putArray("reasons");
        assessment
                .reasons()
                .forEach(reason -> reasons.addObject()
                        .put("id", reason.measure())
                        .put("label", reason.label())
                        .put("points", exact(reason.points())));
        addAll(root.putArray("caps"), health.caps());
        ArrayNode findings = root.putArray("findings");
        assessment
                .findings()
                .forEach(finding -> addRecords(
                        findings.addObject()
                                .put("id", finding.id())
                                .put("theme", finding.theme().key())
                                .put("severity", finding.severity().key())
                                .put("message", FieldText.normal(finding.message()))
                                .put("remedy", FieldText.normal(finding.remedy())),
                        finding.evidence()));
        ObjectNode clocks = root.putObject("clocks");
        assessment.currency().clocks().forEach((id, verdict) -> clocks.put(id, verdict.name()));
        addScores(root.putObject("dimensions"), health.dimensions(), 1);
        addScores(root.putObject("sections"), assessment.thoroughness().sections(), 100);
        ObjectNode checks = root.putObject("checks");
        assessment.vetting().checks().forEach((id, verdict) -> checks.put(id, verdict.name()));
        addAll(root.putArray("missingRoles"), assessment.roles().missing());
        addScores(root.putObject("executionMeasures"), assessment.execution().measures(), 1);
        addScores(root.putObject("measures"), health.measures(), 1);
        addHistory(root.putArray("history"), assessment);
        addLabels(root);
    }

    /** Where somebody answered nothing, nothing is said of it. */
    private static void addAnswered(ObjectNode root, AnsweredAssessment answered) {
        if (answered.answers().isEmpty()) {
            return;
        }
        ArrayNode findings = root.putArray("answered");
        for (Finding finding : answered.answered()) {
            answered.answer(finding.id())
                    .ifPresent(answer -> findings.addObject()
                            .put("id", finding.id())
                            .put("theme", finding.theme().key())
                            .put("severity", finding.severity().key())
                            .put("message", FieldText.normal(finding.message()))
                            .put("because", FieldText.normal(answer.reason()))
                            .put("by", answer.by().value())
                            .put("until", answer.until().toString()));
        }
    }

    /** The records on both sides of what plan and CRM disagree about, so that the card can lead to them. */
    private static void addRecords(ObjectNode finding, Evidence evidence) {
        if (evidence.get("contradictions") instanceof List<?> contradictions) {
            ArrayNode records = finding.putArray("records");
            for (Object each : contradictions) {
                if (each instanceof Contradiction contradiction && contradiction.ref() != null) {
                    ObjectNode record = records.addObject()
                            .put("id", contradiction.ref())
                            .put("kind", contradiction.kind().id());
                    if (contradiction.other() != null) {
                        record.put("other", contradiction.other());
                    }
                }
            }
        }
    }

    private void addHistory(ArrayNode history, Assessment assessment) {
        SortedMap<LocalDate, Integer> scores = new TreeMap<>(earlierHealth);
        Integer today = assessment.health().written();
        if (today != null) {
            scores.put(assessment.asOf(), today);
        }
        scores.entrySet().stream()
                .skip(Math.max(0, scores.size() - MOST_SCORES))
                .forEach(score ->
                        history.addArray().add(score.getKey().toString()).add(score.getValue()));
    }

    /** Words for what stands here by its id; the card makes the ids of all else readable itself. */
    private void addLabels(ObjectNode root) {
        List<String> ids = new ArrayList<>();
        ids.addAll(root.get("dimensions").propertyNames());
        ids.addAll(root.get("clocks").propertyNames());
        root.get("sections").propertyNames().forEach(section -> ids.add("section." + section));
        root.get("missingRoles").forEach(role -> ids.add("role." + role.asString()));
        ObjectNode words = root.putObject("labels");
        ids.stream().filter(labels::containsKey).forEach(id -> words.put(id, labels.get(id)));
    }

    private static void addAll(ArrayNode array, List<String> ids) {
        ids.forEach(array::add);
    }

    private static void addScores(ObjectNode node, Map<String, ? extends @Nullable Double> scores, int factor) {
        scores.forEach((id, score) -> node.put(id, score == null ? null : whole(score * factor)));
    }

    private static @Nullable Integer whole(@Nullable Double score) {
        return score == null || !Double.isFinite(score) ? null : WrittenNumber.integer(score);
    }

    private static @Nullable BigDecimal exact(double number) {
        return Double.isFinite(number) ? WrittenNumber.json(number) : null;
    }

    private static String fit(ObjectNode root, int length) {
        String text = root.toString();
        if (text.length() <= length) {
            return text;
        }
        root.put("cut", true);
        for (String part : GO_FIRST) {
            root.remove(part);
        }
        ArrayNode findings = (ArrayNode) root.get("findings");
        while ((text = root.toString()).length() > length && !findings.isEmpty()) {
            findings.remove(findings.size() - 1);
        }
        for (String part : GO_LAST) {
            if (text.length() > length) {
                root.remove(part);
                text = root.toString();
            }
        }
        if (text.length() > length) {
            text = root.retain("mark", "version", "cut").toString();
        }
        return text.length() <= length ? text : "";
    }
}
