package io.plumbline.salesforce.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.plumbline.crm.FieldName;
import io.plumbline.crm.FieldValue;
import io.plumbline.crm.ObjectName;
import io.plumbline.crm.RecordId;
import io.plumbline.salesforce.RecordWrite;
import io.plumbline.salesforce.call.WriteBatch;
import io.plumbline.testing.Trap;
import java.io.ByteArrayOutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The bytes of an upload are those that FastCSV would write, however they are cut into parts and files. */
@Trap({"E4", "E7"})
class UploadCsvTest {

    private static final List<FieldName> FIELDS =
            List.of(FieldName.of("Name"), FieldName.of("Description"), FieldName.of("Plumbline_Reasons__c"));
    private static final List<String> PIECES =
            List.of("a", "word ", "\"", ",", "\n", "\t", "#", "\u00fc\u20ac", "\ud83d\ude00", "0123456789");

    @ParameterizedTest
    @ValueSource(longs = {20261122, 1, 2})
    void writesAsFastCsvWrites(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 100; round++) {
            List<List<String>> cells = new ArrayList<>();
            List<RecordWrite> writes = writes(random, 1 + random.nextInt(30), 5, cells);

            List<UploadCsv> files = UploadCsv.of(batch(writes), 50_000_000);

            assertThat(files).as("seed %d, round %d", seed, round).hasSize(1);
            assertThat(text(files.getFirst()))
                    .as("seed %d, round %d", seed, round)
                    .isEqualTo(byFastCsv(cells));
        }
    }

    @Test
    void putsLinesTogetherThatDoNotEndWhereAPartEnds() {
        Random random = new Random(20261122);
        List<List<String>> cells = new ArrayList<>();
        List<RecordWrite> writes = writes(random, 400, 4_000, cells);

        UploadCsv file = UploadCsv.of(batch(writes), 50_000_000).getFirst();

        assertThat(file.parts()).hasSizeGreaterThan(10);
        assertThat(text(file)).isEqualTo(byFastCsv(cells));
    }

    @Test
    void beginsAnotherFileWhereTheNextLineWouldBeTooMuch() {
        List<RecordWrite> writes = writes(new Random(1), 50, 20, new ArrayList<>());
        int whole = text(UploadCsv.of(batch(writes), 50_000_000).getFirst()).getBytes(StandardCharsets.UTF_8).length;

        assertThat(UploadCsv.of(batch(writes), whole)).hasSize(1);
        List<UploadCsv> two = UploadCsv.of(batch(writes), whole - 1);

        assertThat(two).hasSize(2);
        assertThat(two.get(1).writes()).isEqualTo(writes.subList(49, 50));
        assertThat(two.stream().flatMap(file -> file.writes().stream())).isEqualTo(writes);
        assertThat(two.get(0).parts().getFirst()).startsWith("Id,".getBytes(StandardCharsets.UTF_8));
        assertThat(two.get(1).parts().getFirst()).startsWith("Id,".getBytes(StandardCharsets.UTF_8));
    }

    private static WriteBatch batch(List<RecordWrite> writes) {
        return WriteBatch.of(writes, Integer.MAX_VALUE).getFirst();
    }

    /** @param cells what should stand in the file, its header first */
    private static List<RecordWrite> writes(Random random, int number, int pieces, List<List<String>> cells) {
        List<String> header = new ArrayList<>(List.of("Id"));
        FIELDS.forEach(field -> header.add(field.value()));
        cells.add(header);
        List<RecordWrite> writes = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            RecordId id = RecordId.of("001" + String.format("%012d", i));
            Map<FieldName, FieldValue> fields = new LinkedHashMap<>();
            List<String> line = new ArrayList<>(List.of(id.value()));
            for (FieldName field : FIELDS) {
                String text = text(random, pieces);
                boolean absent = i > 0 && random.nextInt(5) == 0;
                if (!absent) {
                    fields.put(field, FieldValue.text(text));
                }
                line.add(absent ? "" : text.isBlank() ? "#N/A" : text);
            }
            writes.add(new RecordWrite.Update(ObjectName.of("Account"), id, fields));
            cells.add(line);
        }
        return writes;
    }

    private static String text(Random random, int pieces) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(pieces); i > 0; i--) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }

    private static String text(UploadCsv file) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        file.parts().forEach(bytes::writeBytes);
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static String byFastCsv(List<List<String>> lines) {
        StringWriter text = new StringWriter();
        CsvWriter csv = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.LF)
                .bufferSize(0)
                .build(text);
        lines.forEach(csv::writeRecord);
        return text.toString();
    }
}
