package io.plumbline.mirror.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.crm.FieldName;
import io.plumbline.crm.FieldValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** What is written by hand is, character for character, what Jackson writes: rows of earlier versions were written by it. */
class FieldValuesTest {

    private final FieldValues values = new FieldValues();
    private final FieldWriter writer = new FieldWriter();
    private final JsonMapper jackson = JsonMapper.builder().build();

    @ParameterizedTest
    @ValueSource(longs = {20261122, 1, 2, 3})
    void writesWhatJacksonWrites(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 2_000; round++) {
            Map<FieldName, FieldValue> fields = new LinkedHashMap<>();
            for (int i = random.nextInt(6); i > 0; i--) {
                fields.put(FieldName.of("Field_" + i + (i % 2 == 0 ? "__r.Name" : "")), value(random));
            }

            String written = writer.text(fields);

            assertThat(written).as("seed %s, round %s", seed, round).isEqualTo(byJackson(fields));
            assertThat(values.read(written)).isEqualTo(fields);
        }
    }

    @Test
    void writesEveryCharacterOfTheFirstPlaneAsJacksonDoes() {
        for (char c = 1; c < Character.MIN_SURROGATE; c++) {
            Map<FieldName, FieldValue> fields = Map.of(FieldName.of("Name"), FieldValue.text("a" + c + "b" + c));
            assertThat(writer.text(fields)).isEqualTo(byJackson(fields));
        }
    }

    /** Eight bytes are looked at together. */
    @Test
    void escapesWhereverItStands() {
        for (char c = 1; c < 256; c++) {
            for (int place = 0; place < 2 * Long.BYTES; place++) {
                for (String text : List.of("abcdefghijklmnop", "!\u007f#[] ~!#[]\u0080 ~!#\u00ff")) {
                    String with = text.substring(0, place) + c + text.substring(place);
                    Map<FieldName, FieldValue> fields = Map.of(FieldName.of("Name"), FieldValue.text(with));
                    assertThat(writer.text(fields)).isEqualTo(byJackson(fields));
                }
            }
        }
    }

    @Test
    @DisplayName("names are written as they are, in whatever order and number they come from record to record")
    void knowsNamesApartThatComeElsewhere() {
        for (List<String> names : List.of(List.of("A", "B", "C"), List.of("B", "A"), List.<String>of(), List.of("C"))) {
            Map<FieldName, FieldValue> fields = new LinkedHashMap<>();
            names.forEach(name -> fields.put(FieldName.of(name), FieldValue.text(name + "1")));
            assertThat(writer.text(fields)).isEqualTo(byJackson(fields));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024-02-29T23:59:59Z",
                "2024-02-29T23:59:00Z",
                "1969-12-31T23:59:59.999Z",
                "0000-01-01T00:00:00.001Z",
                "9999-12-31T23:59:59.120Z",
                "2024-02-29T23:59:59.000001Z",
                "-0001-12-31T00:00:00Z",
                "+10000-01-01T00:00:00Z"
            })
    @DisplayName("moments and their days are written as their own texts have them")
    void writesMomentsAndDays(String text) {
        Instant moment = Instant.parse(text);
        Map<FieldName, FieldValue> fields = new LinkedHashMap<>();
        fields.put(FieldName.of("CreatedDate"), FieldValue.moment(moment));
        fields.put(FieldName.of("CloseDate"), FieldValue.day(LocalDate.ofInstant(moment, ZoneOffset.UTC)));

        assertThat(writer.text(fields)).isEqualTo(byJackson(fields));
    }

    @ParameterizedTest
    @CsvSource({
        "m2024-02-29T23:59:59Z, 2024-02-29T23:59:59Z",
        "m2024-02-29T00:00:00.001Z, 2024-02-29T00:00:00.001Z",
        "m0000-01-01T00:00:00Z, 0000-01-01T00:00:00Z",
        "m2024-12-31T24:00:00Z, 2025-01-01T00:00:00Z",
        "m2024-02-29T23:59:59.12Z, 2024-02-29T23:59:59.120Z",
        "m2024-02-29T23:59:59.123456Z, 2024-02-29T23:59:59.123456Z",
        "m2024-02-29T23:59:59+01:00, 2024-02-29T22:59:59Z",
        "m-0001-12-31T00:00:00Z, -0001-12-31T00:00:00Z",
        "m+10000-01-01T00:00:00Z, +10000-01-01T00:00:00Z"
    })
    @DisplayName("a moment is read as Java reads it, in whichever form an earlier version wrote it")
    void readsMoments(String written, Instant moment) {
        assertThat(values.read("{\"At\":\"" + written + "\"}"))
                .isEqualTo(Map.of(FieldName.of("At"), FieldValue.moment(moment)));
        assertThat(Instant.parse(written.substring(1))).isEqualTo(moment);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "m2023-02-29T00:00:00Z",
                "m2024-13-01T00:00:00Z",
                "m2024-00-01T00:00:00Z",
                "m2024-01-00T00:00:00Z",
                "m2024-01-01T25:00:00Z",
                "m2024-01-01T00:60:00Z",
                "m2024-01-01T00:00:60Z",
                "m2024-01-01T00:00:00",
                "m2024-01-01 00:00:00Z",
                "m2024-01-01T00:00:0/Z",
                "m",
                "d2023-02-29",
                "d2024-04-31",
                "d2024-1-01",
                "d2024-01-0:",
                "d"
            })
    void refusesWhatIsNoDayAndNoMoment(String written) {
        assertThatThrownBy(() -> values.read("{\"At\":\"" + written + "\"}"))
                .isInstanceOf(DateTimeParseException.class);
    }

    @Test
    @DisplayName("records with other fields, or the same in another order, are told apart")
    void readsRecordsOfSeveralKinds() {
        for (String names : List.of("AB", "BA", "AB", "", "B", "ABC", "BA")) {
            Map<FieldName, FieldValue> fields = new LinkedHashMap<>();
            names.chars().forEach(c -> fields.put(FieldName.of((char) c + "__c"), FieldValue.number(c)));
            Map<FieldName, FieldValue> read = values.read(writer.text(fields));
            assertThat(read).isEqualTo(fields);
            assertThat(read.keySet()).containsExactlyElementsOf(fields.keySet());
        }
    }

    @Test
    void writesHalfACharacterAsAQuestionMark() {
        assertThat(writer.text(Map.of(FieldName.of("Name"), FieldValue.text("a\ud83d b\ude00"))))
                .isEqualTo("{\"Name\":\"ta? b?\"}");
    }

    private String byJackson(Map<FieldName, FieldValue> fields) {
        Map<String, String> texts = new LinkedHashMap<>();
        fields.forEach((name, value) -> texts.put(name.value(), text(value)));
        return jackson.writeValueAsString(texts);
    }

    private static String text(FieldValue value) {
        return switch (value) {
            case FieldValue.Text text -> "t" + text;
            case FieldValue.Decimal number -> "n" + number;
            case FieldValue.Flag flag -> "b" + flag;
            case FieldValue.Day day -> "d" + day;
            case FieldValue.Moment moment -> "m" + moment;
            case FieldValue.Empty empty -> null;
        };
    }

    private static FieldValue value(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> FieldValue.text(text(random));
            case 1 -> FieldValue.number(BigDecimal.valueOf(random.nextLong(), random.nextInt(12) - 3));
            case 2 -> FieldValue.flag(random.nextBoolean());
            case 3 -> FieldValue.day(LocalDate.ofEpochDay(random.nextInt(-800_000, 4_000_000)));
            case 4 ->
                FieldValue.moment(Instant.ofEpochMilli(random.nextLong(-70_000_000_000_000L, 300_000_000_000_000L)));
            default -> FieldValue.EMPTY;
        };
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        List<String> odd = List.of("\"", "\\", "/", "\n", "\u0000", "ü", "\u20ac", "\ud83d\ude00", "plain words ");
        for (int i = random.nextInt(12); i > 0; i--) {
            text.append(odd.get(random.nextInt(odd.size())));
        }
        return text.toString();
    }
}
