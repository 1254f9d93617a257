package io.plumbline.extract.reading;

import io.plumbline.config.mapping.SourceName;
import io.plumbline.crm.CrmRecord;
import io.plumbline.crm.RecordId;
import io.plumbline.mirror.GatheredRows;
import io.plumbline.mirror.Mirror;
import io.plumbline.mirror.MirrorRow;
import io.plumbline.mirror.OpenStream;
import io.plumbline.mirror.RowSource;
import io.plumbline.mirror.Watermark;
import io.plumbline.salesforce.StreamPlace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/** The mirror of one source while it is being brought up to date, and what came of it so far. */
public final class SourceMirror {

    private static final RowSource ACCOUNTS = RowSource.of(SourceName.ACCOUNT.key());

    private final Mirror mirror;
    private final RecordId org;
    private final SourceQuery query;
    private final String fingerprint;
    private final RowMaker rowMaker;
    private final Instant until;
    private final ReadingWatch watch;
    private final List<String> warnings = new ArrayList<>();
    private long rows;
    private long deleted;
    private long outOfSight;
    private int pages;
    private boolean compared;

    /** @param until the server's time at which the run began; later rows belong to the next one */
    public SourceMirror(Mirror mirror, RecordId org, SourceQuery query, Instant until, ReadingWatch watch) {
        this.mirror = mirror;
        this.org = org;
        this.query = query;
        this.fingerprint = query.fingerprint();
        this.rowMaker = new RowMaker(query);
        this.until = until;
        this.watch = watch;
    }

    Optional<Watermark> watermark() {
        return mirror.watermark(org, query.source());
    }

    Watermark reached(Instant stamp, boolean complete) {
        return new Watermark(fingerprint, stamp, complete);
    }

    void apply(List<CrmRecord> page, Watermark reached) {
        mirror.store(org, query.source(), rowsOf(page), reached);
    }

    void apply(List<CrmRecord> page) {
        mirror.store(org, rowsOf(page));
    }

    /** For the rows of a large answer. */
    GatheredRows gathered(Slice window) {
        return mirror.gathered(org, query.source(), window.from());
    }

    void gather(List<CrmRecord> page, GatheredRows waiting) {
        page.forEach(record -> waiting.add(row(record)));
        arrived(page.size());
    }

    void apply(GatheredRows waiting, Slice window, StreamPlace place) {
        waiting.store(new OpenStream(fingerprint, window.from(), window.to(), place.text()));
    }

    void reached(Watermark reached) {
        mirror.reached(org, query.source(), reached);
    }

    void rewind(Optional<Watermark> to) {
        mirror.rewind(org, query.source(), to);
    }

    void hide(Collection<RecordId> ids) {
        outOfSight += mirror.hide(org, query.source(), ids);
    }

    List<RecordId> ids() {
        return mirror.org(org).ids(query.source());
    }

    long count() {
        return mirror.org(org).count(query.source());
    }

    long countAnew() {
        return mirror.countAnew(org, query.source());
    }

    void eachStamp(BiConsumer<RecordId, Instant> visitor) {
        mirror.org(org).eachStamp(query.source(), visitor);
    }

    /** Live rows whose account was deleted at this moment or later. */
    List<RecordId> hangingOnDeletedSince(Instant moment) {
        return mirror.org(org).hangingOnDeleted(ACCOUNTS, moment, query.source());
    }

    Optional<Instant> reconciled() {
        return mirror.reconciled(org, query.source());
    }

    void reconciledNow() {
        mirror.reconciled(org, query.source(), until);
        compared = true;
    }

    /** Whether it was compared with the org row by row in this run. */
    public boolean wasCompared() {
        return compared;
    }

    Optional<OpenStream> openStream() {
        return mirror.openStream(org, query.source());
    }

    void closeStream() {
        mirror.closeStream(org, query.source());
    }

    void warn(String warning) {
        warnings.add(warning);
    }

    public List<String> warnings() {
        return warnings;
    }

    public long rows() {
        return rows;
    }

    public long deleted() {
        return deleted;
    }

    public long outOfSight() {
        return outOfSight;
    }

    public int pages() {
        return pages;
    }

    private List<MirrorRow> rowsOf(List<CrmRecord> page) {
        List<MirrorRow> made = page.stream().map(this::row).toList();
        arrived(made.size());
        return made;
    }

    private MirrorRow row(CrmRecord record) {
        MirrorRow row = rowMaker.row(record, until);
        if (row.deleted()) {
            deleted++;
        }
        return row;
    }

    private void arrived(int some) {
        pages++;
        rows += some;
        watch.arrived(some);
    }
}
