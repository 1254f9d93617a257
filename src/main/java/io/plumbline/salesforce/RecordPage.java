package io.plumbline.salesforce;

import io.plumbline.crm.CrmRecord;
import java.util.List;
import java.util.Optional;

/**
 * A page of records.
 *
 * @param total how many records the whole answer has
 * @param next where the next page is; empty on the last one
 */
public record RecordPage(List<CrmRecord> records, long total, Optional<PageCursor> next) {

    public RecordPage {
        records = List.copyOf(records);
    }
}
