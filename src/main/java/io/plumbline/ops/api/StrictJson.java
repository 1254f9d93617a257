package io.plumbline.ops.api;

import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.http.MediaType;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/**
 * Reads the requests of the contract and nothing else: flat, without a key twice or a key that it does not know, and with
 * text where text is asked for (trap L12).
 */
final class StrictJson extends JacksonJsonHttpMessageConverter {

    private static final int DEEPEST = 4;
    private static final int LONGEST_TEXT = 20_000;

    StrictJson() {
        super(mapper());
    }

    @Override
    public boolean canRead(ResolvableType type, @Nullable MediaType media) {
        Class<?> asked = type.toClass();
        return (asked == JudgementRequest.class || asked == AnswerRequest.class) && super.canRead(type, media);
    }

    @Override
    public boolean canWrite(ResolvableType type, Class<?> value, @Nullable MediaType media) {
        return false;
    }

    private static JsonMapper mapper() {
        JsonFactory bounded = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEEPEST)
                        .maxStringLength(LONGEST_TEXT)
                        .build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        return JsonMapper.builder(bounded)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .withCoercionConfig(
                        LogicalType.Textual,
                        config -> config.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
                .build();
    }
}
