package io.plumbline.mirror;

import io.plumbline.crm.CrmRecord;
import io.plumbline.crm.ObjectName;
import io.plumbline.crm.RecordId;
import io.plumbline.mirror.content.FieldValues;
import io.plumbline.mirror.content.FieldWriter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;

/** Mirrored rows as rows of the database, and back. */
final class Rows implements RowMapper<MirrorRow> {

    static final String COLUMNS = "source, record_id, object, account_id, parent_id, stamp, deleted, own_key, content";

    private final FieldValues values = new FieldValues();
    private final Map<String, RowSource> sources = new ConcurrentHashMap<>();
    private final Map<String, ObjectName> objects = new ConcurrentHashMap<>();

    @Override
    public MirrorRow mapRow(ResultSet row, int number) throws SQLException {
        CrmRecord record = new CrmRecord(
                objects.computeIfAbsent(row.getString("object"), ObjectName::of),
                RecordId.of(row.getString("record_id")),
                values.read(row.getString("content")));
        return new MirrorRow(
                sources.computeIfAbsent(row.getString("source"), RowSource::of),
                record,
                id(row.getString("account_id")),
                id(row.getString("parent_id")),
                row.getObject("stamp", OffsetDateTime.class).toInstant(),
                row.getBoolean("deleted"),
                Optional.ofNullable(row.getString("own_key")));
    }

    /** One for each of the columns of a stored row, from the org's Id to the content. */
    static @Nullable Object[] parameters(RecordId org, MirrorRow row, FieldWriter writer) {
        return new @Nullable Object[] {
            org.value(),
            row.source().value(),
            row.id().value(),
            row.record().object().value(),
            row.accountId().map(RecordId::value).orElse(null),
            row.parentId().map(RecordId::value).orElse(null),
            moment(row.stamp()),
            row.deleted(),
            row.ownKey().orElse(null),
            writer.text(row.record().fields())
        };
    }

    /** Sorted here and not by the database, whose collation may not tell the letter case of two Ids apart (trap H8). */
    static List<MirrorRow> sorted(List<MirrorRow> found) {
        return found.stream().sorted(Comparator.comparing(MirrorRow::id)).toList();
    }

    static OffsetDateTime moment(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Optional<RecordId> id(@Nullable String text) {
        return Optional.ofNullable(text).map(RecordId::of);
    }
}
