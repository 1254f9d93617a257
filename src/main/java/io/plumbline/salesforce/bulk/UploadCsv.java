package io.plumbline.salesforce.bulk;

import io.plumbline.crm.FieldName;
import io.plumbline.crm.FieldValue;
import io.plumbline.crm.StorableText;
import io.plumbline.salesforce.RecordWrite;
import io.plumbline.salesforce.call.WriteBatch;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
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
        if (write instanceof RecordWrite.Upsert upsert && upsert.mailsOwner()) {
            return false;
        }
        for (FieldValue value : write.fields().values()) {
            if (value instanceof FieldValue.Text text && readsAsClear(text.text())) {
                return false;
            }
        }
        return true;
    }

    private static boolean readsAsClear(String text) {
        return text.indexOf('#') >= 0 && text.strip().equals(CLEAR);
    }

    /** As many files as are needed to keep each within its bytes; a single row may be longer than that. */
    static List<UploadCsv> of(WriteBatch batch, int mostBytes) {
        List<FieldName> columns = columns(batch);
        CsvLine line = new CsvLine();
        columns.forEach(column -> line.cell(column.value()));
        line.end();
        byte[] header = Arrays.copyOf(line.bytes(), line.length());
        List<UploadCsv> files = new ArrayList<>();
        List<RecordWrite> writes = new ArrayList<>();
        Parts parts = new Parts(header);
        for (RecordWrite write : batch.writes()) {
            render(write, columns, line);
            if (!writes.isEmpty() && parts.bytes() + line.length() > mostBytes) {
                files.add(new UploadCsv(writes, parts.whole()));
                writes = new ArrayList<>();
                parts = new Parts(header);
            }
            writes.add(write);
            parts.add(line.bytes(), line.length());
        }
        files.add(new UploadCsv(writes, parts.whole()));
        return files;
    }

    /** The column by which a result is found again. */
    static FieldName key(WriteBatch batch) {
        return batch.keyField().orElse(FieldName.of("Id"));
    }

    private static List<FieldName> columns(WriteBatch batch) {
        Set<FieldName> columns = new LinkedHashSet<>();
        columns.add(key(batch));
        for (RecordWrite write : batch.writes()) {
            columns.addAll(write.fields().keySet());
        }
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

    private static void render(RecordWrite write, List<FieldName> columns, CsvLine line) {
        Map<FieldName, FieldValue> fields = write.fields();
        line.begin();
        line.cell(WriteBatch.record(write));
        for (int i = 1; i < columns.size(); i++) {
            FieldValue value = fields.get(columns.get(i));
            line.cell(value == null ? "" : cell(value));
        }
        line.end();
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

        private static final int PART = 256 * 1024;

        private final List<byte[]> full = new ArrayList<>();
        private byte[] open = new byte[PART];
        private int used;

        Parts(byte[] header) {
            add(header, header.length);
        }

        long bytes() {
            return (long) full.size() * PART + used;
        }

        /** A line may begin in one part and end in another: to Salesforce they are one. */
        void add(byte[] line, int length) {
            int taken = 0;
            while (taken < length) {
                if (used == PART) {
                    full.add(open);
                    open = new byte[PART];
                    used = 0;
                }
                int more = Math.min(length - taken, PART - used);
                System.arraycopy(line, taken, open, used, more);
                used += more;
                taken += more;
            }
        }

        List<byte[]> whole() {
            full.add(Arrays.copyOf(open, used));
            return full;
        }
    }
}
