package io.plumbline.salesforce.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.plumbline.crm.FieldName;
import io.plumbline.salesforce.bulk.RowResults.Line;
import io.plumbline.salesforce.call.CallFailedException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Results are read as FastCSV would read them, and what it would refuse is refused. */
class RowResultsTest {

    private static final FieldName ID = FieldName.of("Id");
    private static final String HEADER = "\"sf__Id\",\"sf__Created\",\"Id\",\"Name\"\n";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                HEADER,
                "\ufeff" + HEADER + "\"001\",\"true\",\"002\",\"a \"\"b\"\", c\nd\"\n",
                HEADER + "\n001,TRUE,002,\u00fc\u20ac\r\n,,,\n",
                "sf__Error,Id,sf__Id\n\"CODE:a, b:F --\",001,\n",
                "Id\n001\n",
                HEADER + "001,true,002,\"x\n",
                HEADER + "001,true,\"002\"3,x\n",
                "sf__Id,sf__Id,Id\n1,2,3\n"
            })
    void readsAndRefusesWhatFastCsvDoes(String text) throws IOException {
        List<Line> expected;
        try {
            expected = byFastCsv(text);
        } catch (CsvParseException refused) {
            assertThatThrownBy(() -> read(text)).isInstanceOf(CallFailedException.class);
            return;
        }
        assertThat(read(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(longs = {20261122, 1, 2})
    void readsAnyTextAsFastCsvReadsIt(long seed) throws IOException {
        Random random = new Random(seed);
        List<String> pieces = List.of("a", "\"\"", ",", "\n", "\r\n", " ", "\u00fc\u20ac", "0123456789");
        for (int round = 0; round < 200; round++) {
            StringBuilder text = new StringBuilder("sf__Id,Id,sf__Created,sf__Error,Name\n");
            for (int line = random.nextInt(8); line > 0; line--) {
                for (int cell = 0; cell < 5; cell++) {
                    text.append(cell == 0 ? "\"" : ",\"");
                    for (int i = random.nextInt(4); i > 0; i--) {
                        text.append(pieces.get(random.nextInt(pieces.size())));
                    }
                    text.append('"');
                }
                text.append('\n');
            }
            assertThat(read(text.toString()))
                    .as("seed %d, round %d", seed, round)
                    .isEqualTo(byFastCsv(text.toString()));
        }
    }

    /** FastCSV would not mind: so an answer that was cut could look whole. */
    @ParameterizedTest
    @ValueSource(strings = {"001,true,002", "001,true,002,x,y\n"})
    void refusesALineWithOtherCellsThanTheHeader(String line) {
        assertThatThrownBy(() -> read(HEADER + line)).isInstanceOf(CallFailedException.class);
    }

    @Test
    void refusesResultsThatDoNotSayOfWhatTheyAre() {
        assertThatThrownBy(() -> read("sf__Id,Name\n001,x\n"))
                .isInstanceOf(CallFailedException.class)
                .hasMessageContaining("no column Id");
    }

    private static List<Line> read(String text) {
        return RowResults.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), ID);
    }

    private static List<Line> byFastCsv(String text) throws IOException {
        List<Line> lines = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder()
                .detectBomHeader(true)
                .allowUnclosedQuote(false)
                .ofNamedCsvRecord(
                        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8)) {
            for (NamedCsvRecord line : csv) {
                lines.add(new Line(
                        line.getField("Id"),
                        line.findField("sf__Id").orElse(""),
                        line.findField("sf__Created").orElse("").equalsIgnoreCase("true"),
                        line.findField("sf__Error").orElse("")));
            }
        }
        return lines;
    }
}
