package io.plumbline.salesforce.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.plumbline.salesforce.bulk.CsvLines.NotCsvException;
import io.plumbline.testing.Trap;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against FastCSV, whatever the text, and however it arrives. */
class CsvLinesTest {

    private static final List<String> PIECES =
            List.of("a", "Id", "\"\"", ",", "\n", "\r\n", "\r", " ", "\u00fc\u20ac", "\ud83d\ude00", "0123456789");

    @ParameterizedTest
    @ValueSource(longs = {20261122, 1, 2, 3})
    void readsAsFastCsvReads(long seed) throws IOException, NotCsvException {
        Random random = new Random(seed);
        for (int round = 0; round < 500; round++) {
            byte[] text = csv(random).getBytes(StandardCharsets.UTF_8);

            assertThat(lines(new ByteArrayInputStream(text)))
                    .as("seed %d, round %d", seed, round)
                    .isEqualTo(byFastCsv(text));
        }
    }

    @Test
    @Trap("D10")
    void readsTheSameWhereverTheBytesAreSplit() throws IOException, NotCsvException {
        byte[] text =
                "\ufeffId,\"a \"\"b\"\"\",c\r\n\"\",,\"\u00fc\n\"\"\"\n\r\nx,y,\"z\"".getBytes(StandardCharsets.UTF_8);
        List<List<String>> whole =
                List.of(List.of("Id", "a \"b\"", "c"), List.of("", "", "\u00fc\n\""), List.of("x", "y", "z"));
        for (int first = 1; first < text.length; first++) {
            for (int second = 1; second <= text.length - first; second++) {
                assertThat(lines(new InPieces(text, first, second)))
                        .as("split after %d and %d bytes", first, second)
                        .isEqualTo(whole);
            }
        }
    }

    @Test
    @Trap("D10")
    void readsCellsThatAreLongerThanAnyBuffer() throws IOException, NotCsvException {
        String prose = "word \"quoted\", and\n".repeat(40_000);
        String text = "Id,Prose\n001,\"" + prose.replace("\"", "\"\"") + "\"\n002,\"short\"\n";

        assertThat(lines(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(List.of(List.of("Id", "Prose"), List.of("001", prose), List.of("002", "short")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a,\"b", "\"a\"b,c\n", "a,\"b\"\"", "\""})
    void refusesCellsThatDoNotEnd(String text) {
        assertThatThrownBy(() -> lines(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(NotCsvException.class);
    }

    @Test
    void refusesALineThatIsLongerThanItMayBe() {
        byte[] text = ("\"" + "x".repeat(600_000)).getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> new CsvLines(new ByteArrayInputStream(text), 200_000).next())
                .isInstanceOf(NotCsvException.class)
                .hasMessageContaining("longer");
    }

    private static String csv(Random random) {
        StringBuilder text = new StringBuilder();
        for (int line = random.nextInt(6); line > 0; line--) {
            int cells = 1 + random.nextInt(4);
            for (int i = 0; i < cells; i++) {
                text.append(i == 0 ? "" : ",").append(cell(random));
            }
            text.append(List.of("\n", "\r\n", "\r").get(random.nextInt(3)));
        }
        return text.toString();
    }

    private static String cell(Random random) {
        boolean quoted = random.nextBoolean();
        StringBuilder cell = new StringBuilder();
        for (int i = random.nextInt(5); i > 0; i--) {
            String piece = PIECES.get(random.nextInt(PIECES.size()));
            boolean needsQuotes = piece.matches("(?s)[\",\r\n]+");
            cell.append(quoted || !needsQuotes ? piece : "-");
        }
        return quoted ? "\"" + cell + "\"" : cell.toString();
    }

    private static List<List<String>> byFastCsv(byte[] text) throws IOException {
        List<List<String>> lines = new ArrayList<>();
        try (CsvReader<CsvRecord> csv = CsvReader.builder()
                .allowExtraFields(true)
                .allowMissingFields(true)
                .ofCsvRecord(new ByteArrayInputStream(text), StandardCharsets.UTF_8)) {
            csv.forEach(line -> lines.add(line.getFields()));
        }
        return lines;
    }

    private static List<List<String>> lines(InputStream in) throws IOException, NotCsvException {
        CsvLines csv = new CsvLines(in, 10_000_000);
        List<List<String>> lines = new ArrayList<>();
        while (csv.next()) {
            lines.add(IntStream.range(0, csv.count())
                    .mapToObj(i -> new String(csv.bytes(), csv.from(i), csv.length(i), StandardCharsets.UTF_8))
                    .toList());
        }
        return lines;
    }

    /** Gives so many bytes first, then so many at a time. */
    private static final class InPieces extends ByteArrayInputStream {

        private int next;
        private final int then;

        InPieces(byte[] bytes, int first, int then) {
            super(bytes);
            this.next = first;
            this.then = then;
        }

        @Override
        public int read(byte[] into, int from, int most) {
            int read = super.read(into, from, Math.min(next, most));
            next = then;
            return read;
        }
    }
}
