package io.plumbline.extract.reading;

import io.plumbline.crm.RecordId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.stream.Collectors;

/** Values as SOQL writes them; both kinds here need no escaping (trap L5). */
final class SoqlText {

    /** Milliseconds always, as Salesforce writes them. */
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private SoqlText() {}

    static String moment(Instant moment) {
        return MOMENT.format(moment);
    }

    static String idIn(Collection<RecordId> ids) {
        return ids.stream().map(id -> "'" + id + "'").collect(Collectors.joining(", ", "Id IN (", ")"));
    }
}
