package io.plumbline.sandbox.soql;

import io.plumbline.sandbox.record.store.RecordView;
import io.plumbline.sandbox.record.store.StoredRecord;
import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/**
 * The rows of a result that are made when somebody looks at them, so that a result of a million records holds nothing but references to them.
 * Records never change, and only fields of their own are shown, so what is read later is what was found.
 */
final class LazyRows extends AbstractList<ResultRow> implements RandomAccess {

    private final RecordView records;
    private final List<StoredRecord> found;
    private final RowShape shape;

    /**
     * @param shape must be {@link RowShape#flat flat}
     */
    LazyRows(RecordView records, List<StoredRecord> found, RowShape shape) {
        this.records = records;
        this.found = List.copyOf(found);
        this.shape = shape;
    }

    @Override
    public ResultRow get(int index) {
        return shape.row(records, found.get(index));
    }

    @Override
    public int size() {
        return found.size();
    }
}
