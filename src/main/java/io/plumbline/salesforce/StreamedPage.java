package io.plumbline.salesforce;

import io.plumbline.crm.CrmRecord;
import java.util.List;

/**
 * Some records of a large answer.
 *
 * @param records at most a few thousand; empty only when the whole answer is
 * @param total how many records the whole answer has
 * @param last whether these are the last ones, and all before them arrived
 * @param next where to go on once these records are stored. Several pages in a row may have the same place: then the
 *     records after it are given again after a restart
 */
public record StreamedPage(List<CrmRecord> records, long total, boolean last, StreamPlace next) {

    public StreamedPage {
        records = List.copyOf(records);
    }
}
