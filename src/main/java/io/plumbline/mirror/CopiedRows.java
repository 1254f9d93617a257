package io.plumbline.mirror;

import io.plumbline.crm.RecordId;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.util.PSQLState;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * New rows by PostgreSQL's COPY. Where nothing of their source is there, it is tried with all of them, and the key says whether
 * one of them came a second time; from then on, and where anything is there, is asked first which of them are.
 */
final class CopiedRows implements NewRows {

    private static final String COPY =
            "copy mirror_row (org_id, source, record_id, object, account_id, parent_id, stamp,"
                    + " deleted, own_key, content) from stdin with (format binary)";
    private static final int MOST_ROWS = 5_000;
    private static final int MOST_BYTES = 8 << 20;

    private final JdbcTemplate jdbc;
    private final RecordId org;
    private final RowSource source;
    private final BinaryRows rows;
    private boolean begun;
    private boolean areAllNew;

    CopiedRows(JdbcTemplate jdbc, RecordId org, RowSource source) {
        this.jdbc = jdbc;
        this.org = org;
        this.source = source;
        this.rows = new BinaryRows(org, source);
    }

    @Override
    public void add(MirrorRow row) {
        rows.add(row);
    }

    @Override
    public boolean areEnough() {
        return rows.size() >= MOST_ROWS || rows.bytes() >= MOST_BYTES;
    }

    @Override
    public List<MirrorRow> putUnlessThere() {
        List<MirrorRow> others = others(copied());
        rows.clear();
        return others;
    }

    /** Which of the rows were stored. */
    private BitSet copied() {
        if (rows.size() < WORTH_IT) {
            return new BitSet();
        }
        return areAllCopied() ? all() : copiedIfNew();
    }

    private BitSet all() {
        BitSet all = new BitSet();
        all.set(0, rows.size());
        return all;
    }

    private boolean areAllCopied() {
        if (!begun) {
            areAllNew = isNothingThere();
            begun = true;
        }
        areAllNew =
                areAllNew && Boolean.TRUE.equals(jdbc.execute((ConnectionCallback<Boolean>) this::copiedIfAllAreNew));
        return areAllNew;
    }

    private boolean isNothingThere() {
        return jdbc.query(
                        "select record_id from mirror_row where org_id = ? and source = ? limit 1",
                        (row, number) -> row.getString(1),
                        org.value(),
                        source.value())
                .isEmpty();
    }

    private boolean copiedIfAllAreNew(Connection connection) throws SQLException {
        Savepoint before = connection.setSavepoint();
        try {
            copy(connection, all());
        } catch (SQLException e) {
            if (!PSQLState.UNIQUE_VIOLATION.getState().equals(e.getSQLState())) {
                throw e;
            }
            connection.rollback(before);
            return false;
        }
        connection.releaseSavepoint(before);
        return true;
    }

    private BitSet copiedIfNew() {
        Set<String> there = there();
        BitSet fresh = new BitSet();
        for (int i = 0; i < rows.size(); i++) {
            fresh.set(i, there.add(rows.id(i)));
        }
        if (!fresh.isEmpty()) {
            jdbc.execute((ConnectionCallback<Boolean>) connection -> {
                copy(connection, fresh);
                return true;
            });
        }
        return fresh;
    }

    private Set<String> there() {
        String[] ids = IntStream.range(0, rows.size()).mapToObj(rows::id).toArray(String[]::new);
        return new HashSet<>(jdbc.query(
                "select record_id from mirror_row where org_id = ? and source = ? and record_id = any(?)",
                (row, number) -> row.getString(1),
                org.value(),
                source.value(),
                ids));
    }

    private List<MirrorRow> others(BitSet copied) {
        List<MirrorRow> others = new ArrayList<>();
        for (int i = copied.nextClearBit(0); i < rows.size(); i = copied.nextClearBit(i + 1)) {
            others.add(rows.get(i));
        }
        return others;
    }

    private void copy(Connection connection, BitSet some) throws SQLException {
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY);
        try {
            rows.sendHeader(copy);
            for (int from = some.nextSetBit(0); from >= 0; ) {
                int to = some.nextClearBit(from);
                rows.send(copy, from, to);
                from = some.nextSetBit(to);
            }
            BinaryRows.sendEnd(copy);
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }
}
