package io.plumbline.salesforce.soap;

import io.plumbline.salesforce.soap.page.FlatPages;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What was learned of the records of a query, from one page to the next. Safe for use by many threads. */
final class OpenQueries {

    /** More of them are not under way at once; one that is forgotten is learned again. */
    private static final int MOST = 16;

    private final Map<String, FlatPages> byLocator = new LinkedHashMap<>();

    /** @param locator good for one use, as it is in the org */
    synchronized Optional<FlatPages> take(String locator) {
        return Optional.ofNullable(byLocator.remove(locator));
    }

    synchronized void keep(String locator, FlatPages pages) {
        byLocator.put(locator, pages);
        if (byLocator.size() > MOST) {
            byLocator.remove(byLocator.keySet().iterator().next());
        }
    }
}
