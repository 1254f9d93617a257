package io.plumbline.mirror;

import io.plumbline.crm.RecordId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The live rows that hang on one account, directly or through a parent, by source and within a source by Id.
 *
 * @param account the account's own row
 */
public record AccountRows(MirrorRow account, Map<RowSource, List<MirrorRow>> bySource) {

    public AccountRows {
        bySource = Map.copyOf(bySource);
    }

    public RecordId accountId() {
        return account.id();
    }

    public List<MirrorRow> of(RowSource source) {
        return bySource.getOrDefault(source, List.of());
    }

    public Optional<MirrorRow> row(RowSource source, RecordId id) {
        return of(source).stream().filter(row -> row.id().equals(id)).findFirst();
    }
}
