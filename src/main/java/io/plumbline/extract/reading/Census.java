package io.plumbline.extract.reading;

import io.plumbline.mirror.RowSource;
import io.plumbline.salesforce.SalesforceFailedException;
import io.plumbline.salesforce.SalesforceOrg;
import io.plumbline.salesforce.SoqlQuery;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * How many rows there are for each source to read, asked of all sources together before the first is read: a source with
 * none costs no call of its own. The numbers hold for the moment of the run's beginning, as the windows do.
 */
public final class Census {

    private final Map<RowSource, Outlook> outlooks = new HashMap<>();

    private Census() {}

    /** @return one that knows nothing where this way to the org cannot count several queries in one call, or fails to */
    public static Census of(SalesforceOrg org, List<Reading> readings) {
        List<SoqlQuery> queries = readings.stream()
                .flatMap(reading -> Stream.of(reading.inWindow(), reading.all()).flatMap(Optional::stream))
                .toList();
        Census census = new Census();
        census.take(readings, counts(org, queries));
        return census;
    }

    public Outlook of(RowSource source) {
        return outlooks.getOrDefault(source, Outlook.NONE);
    }

    /** How many rows are to come of all sources together; empty where the org did not count every one of them. */
    public OptionalLong inWindows() {
        boolean known = !outlooks.isEmpty()
                && outlooks.values().stream()
                        .allMatch(outlook -> outlook.inWindow().isPresent());
        return known
                ? OptionalLong.of(outlooks.values().stream()
                        .mapToLong(outlook -> outlook.inWindow().getAsLong())
                        .sum())
                : OptionalLong.empty();
    }

    private void take(List<Reading> readings, List<OptionalLong> counts) {
        Iterator<OptionalLong> next = counts.iterator();
        for (Reading reading : readings) {
            OptionalLong inWindow = reading.inWindow().isPresent() ? next.next() : OptionalLong.empty();
            OptionalLong all = reading.all().isPresent() ? next.next() : OptionalLong.empty();
            outlooks.put(reading.row(), new Outlook(inWindow, all));
        }
    }

    /** Whatever keeps the org from counting will be met again by the first source that is read, and told there. */
    private static List<OptionalLong> counts(SalesforceOrg org, List<SoqlQuery> queries) {
        List<OptionalLong> counts = new ArrayList<>();
        try {
            for (int from = 0; from < queries.size(); from += SalesforceOrg.COUNTED_TOGETHER) {
                int to = Math.min(queries.size(), from + SalesforceOrg.COUNTED_TOGETHER);
                List<OptionalLong> some = org.counts(queries.subList(from, to));
                if (some.isEmpty()) {
                    break;
                }
                counts.addAll(some);
            }
        } catch (SalesforceFailedException uncounted) {
            // What is not known is asked source by source.
        }
        counts.addAll(Collections.nCopies(queries.size() - counts.size(), OptionalLong.empty()));
        return counts;
    }
}
