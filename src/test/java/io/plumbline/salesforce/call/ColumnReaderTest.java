package io.plumbline.salesforce.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.salesforce.FieldDescription.Type;
import io.plumbline.testing.Trap;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Reading straight from the buffer gives what reading the text gives, the same refusals included. */
@Trap({"H1", "H2", "H6", "E11"})
class ColumnReaderTest {

    private static final List<String> CELLS = List.of(
            "",
            "true",
            "false",
            "True",
            "trxe",
            "1",
            "0",
            "-0.10",
            "1e5",
            "007",
            "9.9213206E7",
            "999999999999999999",
            " 5 ",
            "2024-02-29",
            "2023-02-29",
            "2024-13-01",
            "2024-2-9",
            "0000-01-01",
            "2024-00-10",
            "2024-10-00",
            "2024-10-32",
            "2024-04-31",
            "2032-02-29",
            "2016-02-29",
            "2024-1a-01",
            "2024/01-01",
            "2024-01/01",
            "+024-01-01",
            "2024-03-31T01:02:03.456Z",
            "2024-03-31T01:02:03.456+0000",
            "2024-03-31T01:02:03Z",
            "2024-03-31T24:00:00.000Z",
            "2024-03-31T23:60:00.000Z",
            "2024-03-31T23:59:59.99xZ",
            "2024-03-31T23:59:59.9.9Z",
            "2024-03-31T23-59:59.999Z",
            "2024-02-30T23:59:59.999Z",
            "2024-03-31T0\u00e9:59:59.999",
            "2024-03-31T23:59:60.000Z",
            "2024-03-31 01:02:03.456Z",
            "1969-12-31T23:59:59.999Z",
            "9999-12-31T00:00:00.001Z",
            "001000000000001AAA",
            "001000000000001",
            "00100000",
            "0010000000000000",
            "001000000000000000000000",
            "0010000000000000000000000",
            "00100000\u0000",
            "001000000000001AAB",
            "a\r\nb",
            "-",
            "-.5",
            "1.",
            "1.2.3",
            "12345.00",
            "-500",
            "0.00",
            "1234567890123456789",
            "M\u00fcller \u20ac \ud83d\ude00 \ufffd",
            "x");

    @ParameterizedTest
    @EnumSource(Type.class)
    void readsAsTheTextIsRead(Type type) {
        ColumnReader reader = new ColumnReader(type);
        // Twice, so that what is remembered is asked for, too.
        for (int round = 0; round < 2; round++) {
            for (String cell : CELLS) {
                assertThat(read(reader, cell)).as(type + " '" + cell + "'").isEqualTo(expected(type, cell));
            }
        }
    }

    @Test
    void doesNotConfuseShortTextsThatShareAPlaceInItsMemory() {
        long seed = 20261122;
        Random random = new Random(seed);
        ColumnReader reader = new ColumnReader(Type.TEXT);
        for (int i = 0; i < 20_000; i++) {
            String cell = Integer.toString(random.nextInt(2_000), 36) + "a".repeat(random.nextInt(3));
            assertThat(read(reader, cell)).as("seed " + seed).isEqualTo(expected(Type.TEXT, cell));
        }
    }

    @Test
    void doesNotConfuseShortTextsThatDifferInOneByte() {
        ColumnReader reader = new ColumnReader(Type.TEXT);
        for (int length = 1; length <= 26; length++) {
            for (int round = 0; round < 2; round++) {
                for (int differing = 0; differing < length; differing++) {
                    String cell = "a".repeat(differing) + "b" + "a".repeat(length - differing - 1);
                    assertThat(read(reader, cell)).isEqualTo(expected(Type.TEXT, cell));
                }
            }
        }
    }

    @Test
    void readsACellAtTheVeryEndOfTheBuffer() {
        ColumnReader reader = new ColumnReader(Type.TEXT);
        for (int length = 1; length <= 26; length++) {
            String cell = "x".repeat(length - 1) + "y";
            for (int round = 0; round < 2; round++) {
                byte[] buffer = ("#" + cell).getBytes(StandardCharsets.UTF_8);
                assertThat(reader.read(buffer, 1, length)).isEqualTo(TypedText.read(cell, Type.TEXT));
            }
        }
    }

    @Test
    @Trap("E8")
    void refusesWhatIsNotUtf8() {
        byte[] latin = {'M', (byte) 0xFC, 'l', 'l', 'e', 'r'};

        assertThatThrownBy(() -> new ColumnReader(Type.TEXT).read(latin, 0, latin.length))
                .isInstanceOf(NotUtf8Exception.class);
    }

    private static Optional<Object> read(ColumnReader reader, String cell) {
        byte[] buffer = ("##" + cell + "##").getBytes(StandardCharsets.UTF_8);
        try {
            return Optional.of(reader.read(buffer, 2, buffer.length - 4));
        } catch (IllegalArgumentException refused) {
            return Optional.empty();
        }
    }

    private static Optional<Object> expected(Type type, String cell) {
        try {
            return Optional.of(TypedText.read(cell, type));
        } catch (IllegalArgumentException refused) {
            return Optional.empty();
        }
    }
}
