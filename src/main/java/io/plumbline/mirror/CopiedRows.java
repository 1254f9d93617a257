package io.plumbline.mirror;

import io.plumbline.crm.RecordId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/** New rows by PostgreSQL's COPY. */
final class CopiedRows implements NewRows {

    private static final String COPY =
            "copy mirror_row (org_id, source, record_id, object, account_id, parent_id, stamp,"
                    + " deleted, own_key, content) from stdin with (format binary)";
    private static final int VALUES = 10;

    private final JdbcTemplate jdbc;
    private final Rows rows;

    CopiedRows(JdbcTemplate jdbc, Rows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    @Override
    public List<MirrorRow> putUnlessThere(RecordId org, List<MirrorRow> page) {
        if (page.size() < WORTH_IT) {
            return page;
        }
        Set<String> there = there(org, page);
        List<MirrorRow> fresh = new ArrayList<>(page.size());
        List<MirrorRow> others = new ArrayList<>();
        for (MirrorRow row : page) {
            (there.add(row.id().value()) ? fresh : others).add(row);
        }
        if (!fresh.isEmpty()) {
            jdbc.execute((ConnectionCallback<Boolean>) connection -> copy(connection, org, fresh));
        }
        return others;
    }

    @Override
    public int atOnce() {
        return 2_000;
    }

    private Set<String> there(RecordId org, List<MirrorRow> page) {
        String[] ids = page.stream().map(row -> row.id().value()).toArray(String[]::new);
        return new HashSet<>(jdbc.queryForList(
                "select record_id from mirror_row where org_id = ? and source = ? and record_id = any(?)",
                String.class,
                org.value(),
                page.getFirst().source().value(),
                ids));
    }

    private boolean copy(Connection connection, RecordId org, List<MirrorRow> fresh) throws SQLException {
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY);
        try {
            BinaryCopy out = new BinaryCopy(copy);
            for (MirrorRow row : fresh) {
                write(out, org, row);
            }
            out.end();
            return true;
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    private void write(BinaryCopy out, RecordId org, MirrorRow row) throws SQLException {
        out.row(VALUES);
        out.text(org.value());
        out.text(row.source().value());
        out.text(row.id().value());
        out.text(row.record().object().value());
        out.text(row.accountId().map(RecordId::value).orElse(null));
        out.text(row.parentId().map(RecordId::value).orElse(null));
        out.moment(row.stamp());
        out.flag(row.deleted());
        out.text(row.ownKey().orElse(null));
        out.text(bytes -> rows.content(row, bytes));
    }
}
