package io.plumbline.sandbox.gate;

import io.plumbline.sandbox.oauth.Session;
import io.plumbline.sandbox.soql.QueryResult;
import io.plumbline.sandbox.soql.ResultRow;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The query cursors that are open on the server. A locator names a cursor and a position in it, is good once, belongs
 * to the session that opened it, and of one user's cursors only the ten youngest live (B1).
 */
public final class Cursors {

    /** Rows of a page when nobody asks for a number. */
    public static final int DEFAULT_BATCH = 2000;

    private static final int MOST_PER_USER = 10;
    private static final Duration LIFE = Duration.ofDays(2);

    private final Clock clock;
    private final String idPrefix;
    private final Map<String, Cursor> open = new LinkedHashMap<>();
    private int mostRows = DEFAULT_BATCH;
    private long opened;

    /**
     * No cursor yet.
     *
     * @param clock the org's clock
     * @param orgId part of the look of a locator
     */
    public Cursors(Clock clock, String orgId) {
        this.clock = clock;
        this.idPrefix = "01g" + orgId.substring(3, 6);
    }

    private record Cursor(Session session, QueryResult result, int batch, int position, Instant openedAt) {}

    /**
     * One page of a result.
     *
     * @param locator where the next page is found; empty on the last
     */
    public record Page(QueryResult result, List<ResultRow> rows, String locator) {

        public boolean done() {
            return locator.isEmpty();
        }
    }

    /** Lets the server give fewer rows a page than asked for, as it may. */
    public synchronized void mostRowsPerPage(int rows) {
        mostRows = rows;
    }

    /** The first page of a result; what is left stays open under the page's locator. */
    public synchronized Page first(Session session, QueryResult result, int batch) {
        opened++;
        String id = idPrefix + String.format("%09d", opened) + "AAA";
        return page(id, new Cursor(session, result, batch, 0, clock.instant()));
    }

    /**
     * The page at a locator.
     *
     * @throws RefusedException when the locator is used up, unknown, evicted, or of another session
     */
    public synchronized Page next(Session session, String locator) {
        int dash = locator.lastIndexOf('-');
        String id = dash < 0 ? locator : locator.substring(0, dash);
        Cursor cursor = open.get(id);
        if (cursor == null
                || !locator.equals(locator(id, cursor.position()))
                || clock.instant().isAfter(cursor.openedAt().plus(LIFE))) {
            throw new RefusedException("INVALID_QUERY_LOCATOR", "invalid query locator");
        }
        if (!cursor.session().equals(session)) {
            // After a new sign-in the old locator fails so for ever; the query has to start again.
            throw new RefusedException("INVALID_SESSION_ID", "the query locator belongs to another session");
        }
        return page(id, cursor);
    }

    /** Closes all cursors, as a restart of the server would. */
    public synchronized void evictAll() {
        open.clear();
    }

    private Page page(String id, Cursor cursor) {
        List<ResultRow> all = cursor.result().rows();
        int end = Math.min(all.size(), cursor.position() + Math.min(cursor.batch(), mostRows));
        List<ResultRow> rows = all.subList(cursor.position(), end);
        if (end == all.size()) {
            open.remove(id);
            return new Page(cursor.result(), rows, "");
        }
        open.remove(id);
        open.put(id, new Cursor(cursor.session(), cursor.result(), cursor.batch(), end, cursor.openedAt()));
        evictEldest(cursor.session().userId());
        return new Page(cursor.result(), rows, locator(id, end));
    }

    private void evictEldest(String userId) {
        List<Map.Entry<String, Cursor>> ofUser = open.entrySet().stream()
                .filter(entry -> entry.getValue().session().userId().equals(userId))
                .sorted(java.util.Comparator.comparing(Map.Entry::getKey))
                .toList();
        for (int i = 0; i < ofUser.size() - MOST_PER_USER; i++) {
            open.remove(ofUser.get(i).getKey());
        }
    }

    private static String locator(String id, int position) {
        return id + "-" + position;
    }
}
