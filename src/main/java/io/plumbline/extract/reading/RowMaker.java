package io.plumbline.extract.reading;

import io.plumbline.crm.CrmRecord;
import io.plumbline.crm.FieldChoice;
import io.plumbline.crm.FieldName;
import io.plumbline.crm.FieldValue;
import io.plumbline.crm.RecordId;
import io.plumbline.mirror.MirrorRow;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Makes a row of the mirror of a record as it was read. */
final class RowMaker {

    private static final FieldName ID = FieldName.of("Id");

    private final SourceQuery source;
    private final List<FieldName> above;
    private final FieldChoice content;

    RowMaker(SourceQuery source) {
        this.source = source;
        this.above = Stream.of(source.parent(), source.ownAccount())
                .flatMap(Optional::stream)
                .toList();
        // The stamp moves when a related record does, which must not look like other content.
        this.content = new FieldChoice(
                source.fields().contains(SourceQuery.STAMP)
                        ? Set.of(ID, SourceQuery.DELETED)
                        : Set.of(ID, SourceQuery.DELETED, SourceQuery.STAMP));
    }

    /** @param snapshot when the record was read, for objects without a stamp of their own */
    MirrorRow row(CrmRecord record, Instant snapshot) {
        Optional<RecordId> above = above(record);
        boolean isAccount = above.filter(RecordId::isOfAccount).isPresent();
        return new MirrorRow(
                source.source(),
                content.of(record),
                isAccount ? above : Optional.empty(),
                isAccount ? Optional.empty() : above,
                stamp(record).orElse(snapshot),
                isDeleted(record),
                source.ownKey().flatMap(record::text));
    }

    /** What names the parent comes first: a child of an opportunity moves with it, unnoticed by its own stamp. */
    private Optional<RecordId> above(CrmRecord record) {
        for (FieldName field : above) {
            Optional<RecordId> named = record.reference(field);
            if (named.isPresent()) {
                return named;
            }
        }
        return Optional.empty();
    }

    static Optional<Instant> stamp(CrmRecord record) {
        return record.value(SourceQuery.STAMP).orElse(FieldValue.EMPTY) instanceof FieldValue.Moment moment
                ? Optional.of(moment.instant())
                : Optional.empty();
    }

    static boolean isDeleted(CrmRecord record) {
        return record.value(SourceQuery.DELETED).orElse(FieldValue.EMPTY) instanceof FieldValue.Flag flag && flag.set();
    }
}
