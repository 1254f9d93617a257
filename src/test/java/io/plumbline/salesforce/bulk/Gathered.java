package io.plumbline.salesforce.bulk;

import io.plumbline.crm.CrmRecord;
import io.plumbline.crm.FieldName;
import io.plumbline.salesforce.PageTaker;
import io.plumbline.salesforce.StreamPlace;
import io.plumbline.salesforce.StreamedPage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Stores what is read as a mirror would: by Id, each page together with the place after it. */
final class Gathered implements PageTaker {

    final Map<String, CrmRecord> records = new LinkedHashMap<>();
    final List<StreamedPage> pages = new ArrayList<>();
    final List<StreamPlace> begun = new ArrayList<>();
    StreamPlace place;
    int failAtPage = -1;

    /** What a program that is killed looks like from the inside. */
    static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @Override
    public void take(StreamedPage page) {
        if (pages.size() == failAtPage) {
            throw new Killed();
        }
        pages.add(page);
        page.records().forEach(record -> records.put(record.id().value(), record));
        place = page.next();
    }

    @Override
    public void begun(StreamPlace start) {
        begun.add(start);
        place = start;
    }

    String text(String id, String field) {
        return records.get(id).text(FieldName.of(field)).orElse("");
    }
}
