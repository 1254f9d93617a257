package io.plumbline.salesforce.bulk;

import io.plumbline.crm.CrmRecord;
import io.plumbline.crm.FieldLayout;
import io.plumbline.crm.FieldValue;
import io.plumbline.crm.ObjectName;
import io.plumbline.crm.RecordId;
import io.plumbline.salesforce.bulk.ResultColumns.Column;
import io.plumbline.salesforce.call.ColumnReader;
import io.plumbline.salesforce.call.NotUtf8Exception;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Makes records of the lines of all pages. The first line of a page is the header; every page has one, and where a page after the
 * first has none, its first line is a record like the others.
 */
final class RowReader {

    private final ObjectName object;
    private final List<Column> asked;
    private final FieldLayout layout;
    private @Nullable ResultColumns columns;
    private @Nullable ColumnReader[] readers = new ColumnReader[0];
    private int[] slots = new int[0];
    private boolean headerRead;
    private int idPosition;

    RowReader(ObjectName object, List<Column> asked) {
        this.object = object;
        this.asked = asked;
        this.layout = new FieldLayout(asked.stream().map(Column::field).toList());
    }

    /** Another page begins. What the columns of the one before were, and which values came in them, is still known. */
    void beginPage() {
        headerRead = false;
    }

    /**
     * Null for the header.
     *
     * @throws io.plumbline.salesforce.call.NotUtf8Exception when a cell is no text in UTF-8
     * @throws UnreadableRowException when it is no record of what was asked
     */
    @Nullable
    CrmRecord read(CsvLines line) {
        if (!headerRead) {
            headerRead = true;
            List<String> cells =
                    IntStream.range(0, line.count()).mapToObj(line::text).toList();
            if (columns == null || !isRecord(cells)) {
                use(header(cells));
                return null;
            }
        }
        return record(line);
    }

    private CrmRecord record(CsvLines line) {
        if (line.count() != readers.length) {
            throw new UnreadableRowException(
                    "A record of " + object + " came with " + line.count() + " cells instead of " + readers.length
                            + ".",
                    null);
        }
        FieldValue[] fields = new FieldValue[layout.size()];
        RecordId id = id(line);
        fields[slots[idPosition]] = FieldValue.text(id.value());
        for (int i = 0; i < readers.length; i++) {
            ColumnReader reader = readers[i];
            if (reader != null && i != idPosition) {
                fields[slots[i]] = value(line, i, reader, id);
            }
        }
        return new CrmRecord(object, id, layout.with(fields));
    }

    private RecordId id(CsvLines line) {
        String text = line.text(idPosition);
        try {
            return RecordId.of(text);
        } catch (IllegalArgumentException e) {
            throw new UnreadableRowException(
                    text.isEmpty()
                            ? "A record of " + object + " came without an Id."
                            : "Field Id of " + object + " cannot be read: " + e.getMessage() + ".",
                    e);
        }
    }

    private FieldValue value(CsvLines line, int cell, ColumnReader reader, RecordId id) {
        try {
            return reader.read(line.bytes(), line.from(cell), line.length(cell));
        } catch (NotUtf8Exception e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw new UnreadableRowException(
                    "Field " + asked.get(slots[cell]).field() + " of " + object + " " + id + " cannot be read: "
                            + e.getMessage() + ".",
                    e);
        }
    }

    private boolean isRecord(List<String> cells) {
        return cells.size() == readers.length && RecordId.isId(cells.get(idPosition));
    }

    private ResultColumns header(List<String> names) {
        try {
            return ResultColumns.of(names, asked);
        } catch (IllegalArgumentException e) {
            throw new UnreadableRowException(
                    "The result for " + object + " does not have the columns that were asked for: " + e.getMessage()
                            + ".",
                    e);
        }
    }

    private void use(ResultColumns told) {
        if (told.equals(columns)) {
            return;
        }
        columns = told;
        idPosition = told.idPosition();
        readers = new ColumnReader[told.count()];
        slots = new int[told.count()];
        for (int i = 0; i < told.count(); i++) {
            Optional<Column> column = told.byPosition().get(i);
            readers[i] = column.map(known -> new ColumnReader(known.type())).orElse(null);
            slots[i] = column.map(asked::indexOf).orElse(-1);
        }
    }

    /** A line that is no record of what was asked. */
    static final class UnreadableRowException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        UnreadableRowException(String what, @Nullable Throwable cause) {
            super(what, cause);
        }
    }
}
