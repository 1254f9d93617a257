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
import org.jspecify.annotations.Nullable;

/**
 * The query cursors that are open on the server. A locator names a cursor and a position in it, is good once, belongs
 * to the session that opened it, and of one user's cursors only the ten youngest live (B1).
 */
public final class Cursors {

    /** Rows of a page when nobody asks for a number. */
    public static final int DEFAULT_BATCH = 2000;

    private static final int MOST_PER_USER = 10;
    private static final int MOST_CHILDREN = 200;
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

    /**
     * @param parent the cursor whose page shows the rows that these are children of; absent for a query of its own
     */
    private record Cursor(
            Session session,
            QueryResult result,
            int batch,
            int position,
            Instant openedAt,
            @Nullable String parent) {}

    /**
     * One page of a result. Sub-selects stand in its rows as pages of their own.
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
        return page(newId(), new Cursor(session, result, batch, 0, clock.instant(), null));
    }

    private String newId() {
        opened++;
        return idPrefix + String.format("%09d", opened) + "AAA";
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
        // The next page of a query ends the cursors of the children on the page before (B4).
        open.values().removeIf(other -> id.equals(other.parent()));
        List<ResultRow> rows = all.subList(cursor.position(), end).stream()
                .map(row -> withChildren(id, cursor, row))
                .toList();
        open.remove(id);
        if (end == all.size()) {
            return new Page(cursor.result(), rows, "");
        }
        open.put(
                id,
                new Cursor(cursor.session(), cursor.result(), cursor.batch(), end, cursor.openedAt(), cursor.parent()));
        evictEldest(cursor.session().userId());
        return new Page(cursor.result(), rows, locator(id, end));
    }

    private ResultRow withChildren(String id, Cursor cursor, ResultRow row) {
        if (row.values().values().stream().noneMatch(QueryResult.class::isInstance)) {
            return row;
        }
        Map<String, @Nullable Object> values = new LinkedHashMap<>(row.values());
        values.replaceAll((name, value) -> value instanceof QueryResult children
                ? page(
                        newId(),
                        new Cursor(
                                cursor.session(),
                                children,
                                Math.min(cursor.batch(), MOST_CHILDREN),
                                0,
                                cursor.openedAt(),
                                id))
                : value);
        return new ResultRow(row.type(), row.id(), values);
    }

    // Children are counted with their parent: else one page of parents would evict its own cursor.
    private void evictEldest(String userId) {
        List<Map.Entry<String, Cursor>> ofUser = open.entrySet().stream()
                .filter(entry -> entry.getValue().session().userId().equals(userId)
                        && entry.getValue().parent() == null)
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
