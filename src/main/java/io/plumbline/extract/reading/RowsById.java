package io.plumbline.extract.reading;

import io.plumbline.crm.CrmRecord;
import io.plumbline.crm.RecordId;
import io.plumbline.salesforce.SalesforceOrg;
import java.util.List;
import java.util.function.Consumer;

/** Reads certain rows of a source as they are now, deleted or not, whether or not they meet its condition still. */
final class RowsById {

    /** So many Ids are asked for in one query. */
    private static final int CHUNK = 400;

    private final SalesforceOrg org;
    private final SourceQuery query;

    RowsById(SalesforceOrg org, SourceQuery query) {
        this.org = org;
        this.query = query;
    }

    /** @param taker is given those that the org shows */
    void read(List<RecordId> ids, Consumer<List<CrmRecord>> taker) {
        for (int from = 0; from < ids.size(); from += CHUNK) {
            List<RecordId> chunk = ids.subList(from, Math.min(from + CHUNK, ids.size()));
            new PagedReading(org)
                    .read(
                            last -> query.rows(last.map(row -> rest(chunk, row)).orElse(chunk)),
                            (page, isLast) -> taker.accept(page));
        }
    }

    private static List<RecordId> rest(List<RecordId> ids, CrmRecord after) {
        return ids.stream().filter(id -> id.compareTo(after.id()) > 0).toList();
    }
}
