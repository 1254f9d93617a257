package io.plumbline.assess;

import io.plumbline.assess.explanation.Explained;
import io.plumbline.assess.explanation.Explanation;
import io.plumbline.config.policy.Curve;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * Writes what the numbers come from: under {@code explanation} stands each key of the assessment, with the numbers unrounded so
 * that they can be recombined.
 */
final class ExplanationJson {

    private ExplanationJson() {}

    static void write(JsonGenerator json, Explanation explanation) {
        json.writeObjectPropertyStart("explanation");
        explanation.single().forEach((key, explained) -> {
            json.writeName(key);
            node(json, explained);
        });
        for (Map.Entry<String, Map<String, Explained>> group :
                explanation.grouped().entrySet()) {
            json.writeObjectPropertyStart(group.getKey());
            group.getValue().forEach((id, explained) -> {
                json.writeName(id);
                node(json, explained);
            });
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private static void node(JsonGenerator json, Explained explained) {
        json.writeStartObject();
        json.writeStringProperty("name", explained.name());
        json.writeName("value");
        value(json, explained.value());
        json.writeStringProperty("how", explained.how().id());
        if (explained.weight() != null) {
            json.writeName("weight");
            value(json, explained.weight());
        }
        if (explained.at() != null) {
            json.writeStringProperty("at", explained.at());
        }
        if (!explained.records().isEmpty()) {
            json.writeArrayPropertyStart("records");
            explained.records().forEach(id -> value(json, id));
            json.writeEndArray();
        }
        if (!explained.segment().isEmpty()) {
            json.writeArrayPropertyStart("segment");
            for (Curve.Point point : explained.segment()) {
                json.writeStartArray();
                value(json, point.x());
                value(json, point.y());
                json.writeEndArray();
            }
            json.writeEndArray();
        }
        if (!explained.from().isEmpty()) {
            json.writeArrayPropertyStart("from");
            explained.from().forEach(input -> node(json, input));
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private static void value(JsonGenerator json, @Nullable Object value) {
        switch (value) {
            case null -> json.writeNull();
            case Boolean truth -> json.writeBoolean(truth);
            case Double number -> json.writeNumber(plain(number));
            case Number number -> json.writeNumber(number.longValue());
            default -> json.writeString(value.toString());
        }
    }

    private static BigDecimal plain(double number) {
        BigDecimal exact = BigDecimal.valueOf(number).stripTrailingZeros();
        return exact.scale() < 0 ? exact.setScale(0) : exact;
    }
}
