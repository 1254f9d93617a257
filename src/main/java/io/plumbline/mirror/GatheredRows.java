package io.plumbline.mirror;

import io.plumbline.crm.RecordId;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Rows of a large answer, which wait here until they are as many as the database takes well in one transaction. Not for several
 * threads at once.
 */
public final class GatheredRows {

    private final RecordId org;
    private final RowSource source;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final RowStore store;
    private final boolean told;
    private final NewRows waiting;
    private long live;

    /** @param told whether note is taken of each row that says something new, as opposed to the source as a whole */
    GatheredRows(
            RecordId org,
            RowSource source,
            JdbcTemplate jdbc,
            TransactionTemplate transaction,
            RowStore store,
            boolean told) {
        this.org = org;
        this.source = source;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.store = store;
        this.told = told;
        this.waiting = told ? new ChangedRows() : NewRows.in(jdbc, org, source);
    }

    /** @param row of the source, which is not stored by this */
    public void add(MirrorRow row) {
        waiting.add(row);
        live += row.deleted() ? 0 : 1;
    }

    public boolean areEnough() {
        return waiting.areEnough();
    }

    /** Stores them with what is being read and where to go on with it (trap D6). */
    public void store(OpenStream reading) {
        transaction.executeWithoutResult(status -> {
            put();
            new OpenStreams(org, jdbc).put(source, reading);
        });
    }

    /** Stores the last of them with the watermark up to which reading has come. */
    public void store(Watermark reached) {
        transaction.executeWithoutResult(status -> {
            put();
            new Watermarks(org, jdbc).put(source, reached);
        });
    }

    private void put() {
        long liveNow = live;
        live = 0;
        if (told) {
            store.store(org, waiting.putUnlessThere());
        } else {
            store.storeUntold(org, source, waiting, liveNow);
        }
    }
}
