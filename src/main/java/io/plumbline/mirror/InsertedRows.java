package io.plumbline.mirror;

import io.plumbline.crm.RecordId;
import io.plumbline.mirror.content.FieldWriter;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** New rows by inserts of many rows each, for H2. All or none of a page, but for the last few. */
final class InsertedRows implements NewRows {

    private static final int TOGETHER = 50;
    private static final int COLUMNS = 10;

    private final JdbcTemplate jdbc;
    private final RecordId org;
    private final RowSource source;
    private final FieldWriter writer = new FieldWriter();
    private List<MirrorRow> rows = new ArrayList<>();

    InsertedRows(JdbcTemplate jdbc, RecordId org, RowSource source) {
        this.jdbc = jdbc;
        this.org = org;
        this.source = source;
    }

    @Override
    public void add(MirrorRow row) {
        rows.add(row);
    }

    /** What does not fit into H2's memory before the commit is written twice. */
    @Override
    public boolean areEnough() {
        return rows.size() >= 500;
    }

    @Override
    public List<MirrorRow> putUnlessThere() {
        List<MirrorRow> page = rows;
        rows = new ArrayList<>();
        if (page.size() < WORTH_IT) {
            return page;
        }
        Set<String> ids = new HashSet<>();
        page.forEach(row -> ids.add(row.id().value()));
        if (ids.size() < page.size() || isAnyBetween(ids)) {
            return page;
        }
        int whole = page.size() - page.size() % TOGETHER;
        jdbc.execute(insert(), (PreparedStatement statement) -> {
            for (int from = 0; from < whole; from += TOGETHER) {
                set(statement, page.subList(from, from + TOGETHER));
                statement.addBatch();
            }
            return statement.executeBatch();
        });
        return page.subList(whole, page.size());
    }

    /**
     * Ids come in runs, so the rows of a page are mostly neighbours. H2 sorts texts as Java does and would look at all rows of
     * a source for a list of Ids; another database may sort by a language and not tell letter cases apart (trap H8).
     */
    private boolean isAnyBetween(Set<String> ids) {
        return !jdbc.queryForList(
                        "select record_id from mirror_row where org_id = ? and source = ? and record_id >= ?"
                                + " and record_id <= ? limit 1",
                        String.class,
                        org.value(),
                        source.value(),
                        Collections.min(ids),
                        Collections.max(ids))
                .isEmpty();
    }

    private static String insert() {
        String places = "(" + String.join(", ", Collections.nCopies(COLUMNS, "?")) + ")";
        return "insert into mirror_row (org_id, source, record_id, object, account_id, parent_id, stamp, deleted,"
                + " own_key, content) values " + String.join(", ", Collections.nCopies(TOGETHER, places));
    }

    private void set(PreparedStatement statement, List<MirrorRow> some) throws SQLException {
        int place = 1;
        for (MirrorRow row : some) {
            for (@Nullable Object value : Rows.parameters(org, row, writer)) {
                if (value instanceof String text) {
                    statement.setString(place, text);
                } else {
                    statement.setObject(place, value);
                }
                place++;
            }
        }
    }
}
