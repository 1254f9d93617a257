package io.plumbline.assess;

import io.plumbline.assess.explanation.Explanation;
import java.io.StringWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes an assessment as one line of JSON (model section 7). Safe for use by several threads. */
public final class AssessmentJson {

    private final JsonMapper mapper = JsonMapper.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    /** The JSON object, without line break. */
    public String write(Assessment assessment) {
        return write(assessment, null);
    }

    /** The JSON object with {@code explanation} as its last member, without line break. */
    public String write(ExplainedAssessment explained) {
        return write(explained.assessment(), explained.explanation());
    }

    private String write(Assessment assessment, @Nullable Explanation explanation) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = mapper.createGenerator(text)) {
            json.writeStartObject();
            plan(json, assessment);
            health(json, assessment.health());
            money(json, assessment.money());
            findings(json, assessment.findings());
            reasons(json, assessment.reasons());
            if (explanation != null) {
                ExplanationJson.write(json, explanation);
            }
            json.writeEndObject();
        }
        return text.toString();
    }

    private static void plan(JsonGenerator json, Assessment assessment) {
        json.writeStringProperty("accountId", assessment.accountId());
        json.writeStringProperty("asOf", assessment.asOf().toString());
        text(json, "planId", assessment.planId());
        PlanCurrency currency = assessment.currency();
        json.writeStringProperty("currency", currency.verdict().name());
        words(json, "clocks", currency.clocks(), ClockVerdict::name);
        number(json, "drift", currency.drift());
        PlanThoroughness thoroughness = assessment.thoroughness();
        number(json, "thoroughness", thoroughness.score());
        numbers(json, "sections", thoroughness.sections());
        texts(json, "notMeasured", thoroughness.notMeasured());
        PlanVetting vetting = assessment.vetting();
        number(json, "vetting", vetting.score());
        words(json, "checks", vetting.checks(), CheckVerdict::name);
        json.writeName("contradictions");
        value(json, vetting.contradictions());
        number(json, "execution", assessment.execution().score());
        numbers(json, "executionMeasures", assessment.execution().measures());
        number(json, "roleCoverage", assessment.roles().score());
        texts(json, "missingRoles", assessment.roles().missing());
    }

    private static void health(JsonGenerator json, RelationshipHealth health) {
        number(json, "health", health.score());
        number(json, "uncappedHealth", health.uncapped());
        json.writeName("writtenHealth");
        value(json, health.written());
        number(json, "retention", health.retention());
        number(json, "growth", health.growth());
        texts(json, "caps", health.caps());
        numbers(json, "dimensions", health.dimensions());
        numbers(json, "measures", health.measures());
        number(json, "confidence", health.confidence());
        json.writeStringProperty("band", health.band().name());
        json.writeStringProperty("trend", health.trend().name());
    }

    private static void money(JsonGenerator json, MoneyAtStake money) {
        number(json, "expectedPipeline", money.expectedPipeline());
        number(json, "valueAtStake", money.valueAtStake());
        number(json, "attention", money.attention());
    }

    private static void findings(JsonGenerator json, List<Finding> findings) {
        json.writeArrayPropertyStart("findings");
        for (Finding finding : findings) {
            json.writeStartObject();
            json.writeStringProperty("id", finding.id());
            json.writeStringProperty("theme", finding.theme().key());
            json.writeStringProperty("severity", finding.severity().key());
            json.writeObjectPropertyStart("evidence");
            finding.evidence().values().forEach((name, value) -> {
                json.writeName(name);
                value(json, value);
            });
            json.writeEndObject();
            json.writeStringProperty("message", finding.message());
            json.writeStringProperty("remedy", finding.remedy());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void reasons(JsonGenerator json, List<Reason> reasons) {
        json.writeArrayPropertyStart("reasons");
        for (Reason reason : reasons) {
            json.writeStartObject();
            json.writeStringProperty("measure", reason.measure());
            number(json, "points", reason.points());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void number(JsonGenerator json, String name, @Nullable Double number) {
        json.writeName(name);
        value(json, number);
    }

    private static void text(JsonGenerator json, String name, @Nullable String text) {
        json.writeName(name);
        value(json, text);
    }

    private static void texts(JsonGenerator json, String name, List<String> texts) {
        json.writeName(name);
        value(json, texts);
    }

    private static void numbers(JsonGenerator json, String name, Map<String, ? extends @Nullable Double> numbers) {
        json.writeObjectPropertyStart(name);
        numbers.forEach((key, number) -> number(json, key, number));
        json.writeEndObject();
    }

    private static <T> void words(JsonGenerator json, String name, Map<String, T> words, Function<T, String> word) {
        json.writeObjectPropertyStart(name);
        words.forEach((key, value) -> json.writeStringProperty(key, word.apply(value)));
        json.writeEndObject();
    }

    private static void value(JsonGenerator json, @Nullable Object value) {
        switch (value) {
            case null -> json.writeNull();
            case Double number -> json.writeNumber(WrittenNumber.json(number));
            case Integer number -> json.writeNumber(number);
            case Boolean truth -> json.writeBoolean(truth);
            case String text -> json.writeString(text);
            case LocalDate date -> json.writeString(date.toString());
            case Enum<?> word -> json.writeString(word.name());
            case Contradiction contradiction -> {
                json.writeStartObject();
                json.writeStringProperty("kind", contradiction.kind().id());
                text(json, "ref", contradiction.ref());
                json.writeEndObject();
            }
            case List<?> list -> {
                json.writeStartArray();
                list.forEach(element -> value(json, element));
                json.writeEndArray();
            }
            default -> throw new IllegalArgumentException("No evidence is of " + value.getClass());
        }
    }
}
