package io.plumbline.salesforce.bulk;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.plumbline.crm.FieldName;
import io.plumbline.crm.FieldValue;
import io.plumbline.crm.StorableText;
import io.plumbline.salesforce.RecordWrite;
import io.plumbline.salesforce.call.WriteBatch;
import java.io.ByteArrayOutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Writes as the CSV of one job: UTF-8 without a mark, lines ended by LF whatever the machine does (traps E4, E7, E8). An
 * empty cell leaves a field as it is and {@code #N/A} clears it, so all three states of a field arrive (trap E6). The
 * columns are those of all rows, not of the first.
 *
 * @param writes those in it, in order
 * @param parts the bytes
 */
record UploadCsv(List<RecordWrite> writes, List<byte[]> parts) {

    static final String CLEAR = "#N/A";

    UploadCsv {
        writes = List.copyOf(writes);
        parts = List.copyOf(parts);
    }

    /**
     * Whether a write can go this way: not a text that reads {@code #N/A}, which would clear its field (trap E6), and
     * not a record whose owner is to get a mail, which only a call can ask for.
     */
    static boolean canSay(RecordWrite write) {
        boolean mails = write instanceof RecordWrite.Upsert upsert && upsert.mailsOwner();
        return !mails
                && write.fields().values().stream()
                        .noneMatch(value -> value instanceof FieldValue.Text text
                                && text.text().strip().equals(CLEAR));
    }

    /** As many files as are needed to keep each within its bytes; a single row may be longer than that. */
    static List<UploadCsv> of(WriteBatch batch, int mostBytes) {
        List<FieldName> columns = columns(batch);
        Line rendered = new Line();
        byte[] header = rendered.of(columns.stream().map(FieldName::value).toList());
        List<UploadCsv> files = new ArrayList<>();
        List<RecordWrite> writes = new ArrayList<>();
        Parts lines = new Parts(header);
        long bytes = header.length;
        for (RecordWrite write : batch.writes()) {
            byte[] line = rendered.of(cells(write, columns));
            if (!writes.isEmpty() && bytes + line.length > mostBytes) {
                files.add(new UploadCsv(writes, lines.whole()));
                writes = new ArrayList<>();
                lines = new Parts(header);
                bytes = header.length;
            }
            writes.add(write);
            lines.add(line);
            bytes += line.length;
        }
        files.add(new UploadCsv(writes, lines.whole()));
        return files;
    }

    /** The column by which a result is found again. */
    static FieldName key(WriteBatch batch) {
        return batch.keyField().orElse(FieldName.of("Id"));
    }

    private static List<FieldName> columns(WriteBatch batch) {
        Set<FieldName> columns = new LinkedHashSet<>();
        columns.add(key(batch));
        batch.writes().forEach(write -> columns.addAll(write.fields().keySet()));
        Map<String, FieldName> spelt = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (FieldName column : columns) {
            if (column.isPath()) {
                throw new IllegalArgumentException("Only fields of the record itself can be written, not " + column);
            }
            FieldName other = spelt.putIfAbsent(column.value(), column);
            if (other != null) {
                throw new IllegalArgumentException("One field is named both " + other + " and " + column);
            }
        }
        return List.copyOf(columns);
    }

    private static List<String> cells(RecordWrite write, List<FieldName> columns) {
        List<String> cells = new ArrayList<>(columns.size());
        cells.add(WriteBatch.record(write));
        for (FieldName column : columns.subList(1, columns.size())) {
            FieldValue value = write.fields().get(column);
            cells.add(value == null ? "" : cell(value));
        }
        return cells;
    }

    private static String cell(FieldValue value) {
        return switch (value) {
            case FieldValue.Empty nothing -> CLEAR;
            case FieldValue.Text words -> {
                String text = StorableText.of(words.text());
                yield text.isBlank() ? CLEAR : text;
            }
            case FieldValue.Decimal number -> number.number().toPlainString();
            case FieldValue.Flag flag -> Boolean.toString(flag.set());
            case FieldValue.Day day -> day.date().toString();
            case FieldValue.Moment moment ->
                DateTimeFormatter.ISO_INSTANT.format(moment.instant().truncatedTo(ChronoUnit.MILLIS));
        };
    }

    /** Lines put together: as many parts as there are lines would each be handed to the network by itself. */
    private static final class Parts {

        private static final int LONG = 256 * 1024;

        private final List<byte[]> closed = new ArrayList<>();
        private ByteArrayOutputStream open = new ByteArrayOutputStream(LONG);

        Parts(byte[] header) {
            add(header);
        }

        void add(byte[] line) {
            if (open.size() > 0 && open.size() + line.length > LONG) {
                closed.add(open.toByteArray());
                open = new ByteArrayOutputStream(LONG);
            }
            open.writeBytes(line);
        }

        List<byte[]> whole() {
            closed.add(open.toByteArray());
            return closed;
        }
    }

    /** Renders one line at a time, so that a file can end where the next one would be too much. */
    private static final class Line {

        private final StringWriter text = new StringWriter();
        private final CsvWriter csv = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.LF)
                .bufferSize(0)
                .build(text);

        byte[] of(List<String> cells) {
            text.getBuffer().setLength(0);
            csv.writeRecord(cells);
            return text.toString().getBytes(StandardCharsets.UTF_8);
        }
    }
}
