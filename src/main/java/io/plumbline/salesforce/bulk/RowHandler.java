package io.plumbline.salesforce.bulk;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.RecordType;
import io.plumbline.crm.CrmRecord;
import io.plumbline.crm.FieldLayout;
import io.plumbline.crm.FieldValue;
import io.plumbline.crm.ObjectName;
import io.plumbline.crm.RecordId;
import io.plumbline.salesforce.bulk.ResultColumns.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes records of the lines of one page while FastCSV reads them. The first line is the header; every page has one,
 * and where a page after the first has none, its first line is a record like the others.
 */
final class RowHandler extends AbstractBaseCsvCallbackHandler<Optional<CrmRecord>> {

    private final ObjectName object;
    private final List<Column> asked;
    private final List<String> firstLine = new ArrayList<>();
    private @Nullable ResultColumns columns;
    private @Nullable CellReader[] readers = new CellReader[0];
    private int[] slots = new int[0];
    private FieldLayout layout = new FieldLayout(List.of());
    private boolean headerRead;
    private FieldValue[] fields = new FieldValue[0];
    private @Nullable RecordId id;
    private int idPosition;

    /** @param before the columns of the page before; null on the first one */
    RowHandler(ObjectName object, List<Column> asked, @Nullable ResultColumns before) {
        this.object = object;
        this.asked = asked;
        if (before != null) {
            use(before);
        }
    }

    /** The columns as this page told them. */
    Optional<ResultColumns> columns() {
        return Optional.ofNullable(columns);
    }

    @Override
    protected void handleBegin(long line) {
        fields = new FieldValue[layout.size()];
        id = null;
    }

    @Override
    protected void handleField(int position, char[] buffer, int from, int length, boolean quoted) {
        if (!headerRead) {
            firstLine.add(new String(buffer, from, length));
        } else {
            cell(position, buffer, from, length);
        }
    }

    private void cell(int position, char[] buffer, int from, int length) {
        CellReader reader = position < readers.length ? readers[position] : null;
        if (reader == null) {
            return;
        }
        try {
            if (position == idPosition) {
                id = RecordId.of(new String(buffer, from, length));
                fields[slots[position]] = FieldValue.text(id.value());
            } else {
                fields[slots[position]] = reader.read(buffer, from, length);
            }
        } catch (IllegalArgumentException e) {
            throw new UnreadableRowException(
                    "Field " + asked.get(slots[position]).field() + " of " + object + " "
                            + (id == null ? "without an Id" : id) + " cannot be read: " + e.getMessage() + ".",
                    e);
        }
    }

    /** Empty for the header and for a line that holds nothing. */
    @Override
    protected Optional<CrmRecord> buildRecord() {
        if (getRecordType() == RecordType.EMPTY) {
            return Optional.empty();
        }
        if (!headerRead) {
            headerRead = true;
            if (columns == null || !isRecord(firstLine)) {
                use(header());
                return Optional.empty();
            }
            for (int i = 0; i < firstLine.size(); i++) {
                char[] text = firstLine.get(i).toCharArray();
                cell(i, text, 0, text.length);
            }
        }
        if (id == null) {
            throw new UnreadableRowException("A record of " + object + " came without an Id.", null);
        }
        return Optional.of(new CrmRecord(object, id, layout.with(fields)));
    }

    private boolean isRecord(List<String> cells) {
        return cells.size() == readers.length && RecordId.isId(cells.get(idPosition));
    }

    private ResultColumns header() {
        try {
            return ResultColumns.of(firstLine, asked);
        } catch (IllegalArgumentException e) {
            throw new UnreadableRowException(
                    "The result for " + object + " does not have the columns that were asked for: " + e.getMessage()
                            + ".",
                    e);
        }
    }

    private void use(ResultColumns told) {
        columns = told;
        idPosition = told.idPosition();
        readers = new CellReader[told.count()];
        slots = new int[told.count()];
        for (int i = 0; i < told.count(); i++) {
            Optional<Column> column = told.byPosition().get(i);
            readers[i] = column.map(known -> new CellReader(known.type())).orElse(null);
            slots[i] = column.map(asked::indexOf).orElse(-1);
        }
        layout = new FieldLayout(asked.stream().map(Column::field).toList());
        fields = new FieldValue[layout.size()];
    }

    /** A line that is no record of what was asked. */
    static final class UnreadableRowException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        UnreadableRowException(String what, @Nullable Throwable cause) {
            super(what, cause);
        }
    }
}
