package io.plumbline.salesforce.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes what Jackson's mapper reads and writes. */
class ShortJsonTest {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                "null",
                "true",
                "7",
                "-12345678901",
                "123456789012345678901234567890",
                "1.5e3",
                "\"\\u00fc \\\"x\\\" \u20ac\"",
                "[]",
                "{}",
                "[1,[true,null],{\"a\":\"b\"}]",
                "{\"id\":\"750\",\"n\":12,\"list\":[{\"x\":null}],\"id\":\"751\"}",
                "\ufeff{\"id\":\"with a mark\"}"
            })
    void readsAsTheMapperReads(String text) {
        byte[] json = text.getBytes(StandardCharsets.UTF_8);

        assertThat(ShortJson.read(json)).isEqualTo(MAPPER.readTree(json));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[1,", "{\"a\":}", "{} {}", "1 2", "<html>", "{\"a\" \"b\"}", "\"open", "[1]]", "nul"})
    void refusesWhatTheMapperRefuses(String text) {
        byte[] json = text.getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> MAPPER.readTree(json)).isInstanceOf(JacksonException.class);
        assertThatThrownBy(() -> ShortJson.read(json)).isInstanceOf(JacksonException.class);
    }

    @Test
    void refusesToGoDeeperThanAnyAnswerGoes() {
        byte[] json = "[".repeat(100_000).getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> ShortJson.read(json)).isInstanceOf(JacksonException.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {20261122, 1, 2})
    void writesAsTheMapperWrites(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            Map<String, Object> object = object(random, 0);

            byte[] json = ShortJson.written(object);

            assertThat(json).as("seed %d, round %d", seed, round).isEqualTo(MAPPER.writeValueAsBytes(object));
            assertThat(ShortJson.read(json)).isEqualTo(MAPPER.readTree(json));
        }
    }

    private static Map<String, Object> object(Random random, int depth) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            object.put(text(random), value(random, depth));
        }
        return object;
    }

    private static Object value(Random random, int depth) {
        return switch (random.nextInt(depth > 2 ? 3 : 5)) {
            case 0 -> random.nextBoolean();
            case 1 -> random.nextLong();
            case 2 -> text(random);
            case 3 -> object(random, depth + 1);
            default -> {
                List<Object> list = new ArrayList<>();
                for (int i = random.nextInt(4); i > 0; i--) {
                    list.add(value(random, depth + 1));
                }
                yield list;
            }
        };
    }

    private static String text(Random random) {
        List<String> pieces = List.of("a", "\"", "\\", "\n", "\u0001", "\u00fc", "\u20ac", "\ud83d\ude00", "SELECT ");
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(6); i > 0; i--) {
            text.append(pieces.get(random.nextInt(pieces.size())));
        }
        return text.toString();
    }
}
