package io.plumbline.extract;

import io.plumbline.crm.CrmRecord;
import io.plumbline.crm.RecordId;
import io.plumbline.mirror.Mirror;
import io.plumbline.mirror.MirrorRow;
import io.plumbline.mirror.Watermark;
import io.plumbline.salesforce.SalesforceOrg;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One source being brought up to date in one run. */
final class Reading {

    /**
     * Every window begins so long before the end of the last one, because a row becomes visible when its transaction
     * ends, later than its stamp says (trap C1). What is later still is found by reconciliation, not here.
     */
    static final Duration OVERLAP = Duration.ofMinutes(10);

    /** Servers of one org may differ by so much; a watermark beyond that was not set by the org's time (trap C7). */
    private static final Duration SKEW = Duration.ofMinutes(5);

    /** Share of a source's rows that may leave its condition between two runs. */
    private static final double MOST_LEAVING = 0.3;

    /** So few may leave whatever their share. */
    private static final int FEW = 20;

    private final SalesforceOrg org;
    private final Mirror mirror;
    private final SourceQuery source;
    private final RecordId orgId;
    private final Instant until;
    private final RowMaker rowMaker;
    private final List<String> warnings = new ArrayList<>();
    private long rows;
    private long deleted;
    private int pages;

    /** @param until the server's time at which the run began; later rows belong to the next one */
    Reading(SalesforceOrg org, Mirror mirror, SourceQuery source, Instant until) {
        this.org = org;
        this.mirror = mirror;
        this.source = source;
        this.orgId = org.identity().orgId();
        this.until = until;
        this.rowMaker = new RowMaker(source);
    }

    void read() {
        mirror.forgetOthers(orgId, source.source(), source.object());
        if (source.way() == SourceQuery.Way.SNAPSHOT) {
            snapshot();
        } else {
            boolean known = mirror.watermark(orgId, source.source())
                    .filter(mark -> mark.complete() && mark.fingerprint().equals(source.fingerprint()))
                    .isPresent();
            window();
            if (source.condition().isPresent()) {
                dropWhatNoLongerMeetsTheCondition(known);
            }
        }
    }

    List<String> warnings() {
        return warnings;
    }

    long rows() {
        return rows;
    }

    long deleted() {
        return deleted;
    }

    int pages() {
        return pages;
    }

    private void window() {
        Optional<Watermark> before = mirror.watermark(orgId, source.source()).filter(this::isUsable);
        Optional<Instant> from = before.map(mark -> mark.stamp().minus(OVERLAP));
        if (from.filter(start -> start.isAfter(until)).isPresent()) {
            return;
        }
        boolean complete = before.filter(Watermark::complete).isPresent();
        try {
            new PagedReading(org)
                    .read(last -> source.window(from, until, last.map(Reading::position)), (page, isLast) -> {
                        if (isLast || !page.isEmpty()) {
                            apply(page, reached(page, isLast, before), complete || isLast);
                        }
                    });
        } catch (RowsMissingException missing) {
            // Pages before may have moved the watermark over a row that never came.
            mirror.rewind(orgId, source.source(), before);
            throw missing;
        }
    }

    private boolean isUsable(Watermark mark) {
        if (!mark.fingerprint().equals(source.fingerprint())) {
            return false;
        }
        if (mark.stamp().isAfter(until.plus(SKEW))) {
            warnings.add("The mirror claims to know " + source.source() + " up to " + mark.stamp()
                    + ", which lies ahead of Salesforce's clock (" + until + "). All of it was read again.");
            return false;
        }
        return true;
    }

    /** As far as the page goes, never beyond the window (trap C4) and never back behind what was reached before. */
    private Instant reached(List<CrmRecord> page, boolean last, Optional<Watermark> before) {
        Instant reached = last
                ? until
                : RowMaker.stamp(page.getLast()).filter(until::isAfter).orElse(until);
        return before.map(Watermark::stamp).filter(reached::isBefore).orElse(reached);
    }

    private void apply(List<CrmRecord> page, Instant reached, boolean complete) {
        mirror.store(orgId, source.source(), rowsOf(page), new Watermark(source.fingerprint(), reached, complete));
    }

    private List<MirrorRow> rowsOf(List<CrmRecord> page) {
        List<MirrorRow> made =
                page.stream().map(record -> rowMaker.row(record, until)).toList();
        pages++;
        rows += made.size();
        deleted += made.stream().filter(MirrorRow::deleted).count();
        return made;
    }

    private void snapshot() {
        boolean known = mirror.watermark(orgId, source.source())
                .filter(Watermark::complete)
                .isPresent();
        if (!known) {
            // From here on the source is one that is being read: that it holds nothing yet must not pass for nothing.
            mirror.store(orgId, source.source(), List.of(), new Watermark(source.fingerprint(), until, false));
        }
        Set<RecordId> seen = new HashSet<>();
        new PagedReading(org).read(last -> source.snapshot(last.map(CrmRecord::id)), (page, isLast) -> {
            mirror.store(orgId, rowsOf(page));
            page.forEach(record -> seen.add(record.id()));
        });
        vanish(seen, new Watermark(source.fingerprint(), until, true));
    }

    /**
     * A row that no longer meets the condition is not in any window; the count tells whether there is one.
     *
     * @param known whether the source was read with this condition before: then so many rows at once do not leave it by
     *     themselves, and are kept (trap G5)
     */
    private void dropWhatNoLongerMeetsTheCondition(boolean known) {
        long held = mirror.org(orgId).count(source.source());
        long there = org.query(source.ids(Optional.empty())).total();
        if (there >= held) {
            return;
        }
        if (known && held - there > Math.max(FEW, MOST_LEAVING * held)) {
            warnings.add(
                    "%s: %d of %d rows can no longer be found. They are kept as they were, since so many look like a"
                                    .formatted(source.source(), held - there, held)
                            + " loss of access: check what the integration user may see of " + source.object() + ".");
            return;
        }
        Set<RecordId> seen = new HashSet<>();
        new PagedReading(org)
                .read(
                        last -> source.ids(last.map(CrmRecord::id)),
                        (page, isLast) -> page.forEach(record -> seen.add(record.id())));
        vanish(seen, new Watermark(source.fingerprint(), until, true));
    }

    private void vanish(Set<RecordId> seen, Watermark reached) {
        List<RecordId> gone = mirror.org(orgId).ids(source.source()).stream()
                .filter(id -> !seen.contains(id))
                .toList();
        deleted += mirror.vanish(orgId, source.source(), gone, reached);
    }

    private static SourceQuery.Position position(CrmRecord record) {
        Instant stamp = RowMaker.stamp(record)
                .orElseThrow(() -> new IllegalStateException(
                        record.object() + " " + record.id() + " came without the SystemModstamp that was asked for"));
        return new SourceQuery.Position(stamp, record.id());
    }
}
