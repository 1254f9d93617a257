package io.plumbline.extract.reading;

import io.plumbline.crm.RecordId;
import io.plumbline.mirror.Watermark;
import io.plumbline.salesforce.SalesforceOrg;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads records that leave no tombstone when they go: all of them, and who is not among them has vanished (trap G3). Where
 * they bear stamps and the org has counted them, that is not always necessary.
 */
final class SnapshotReading {

    /** Up to so many rows cost one call, whatever became of them. */
    private static final long ONE_CALL = 2_000;

    private final SalesforceOrg org;
    private final SourceQuery source;
    private final SourceMirror mirror;
    private final Vanishing vanishing;
    private final Instant until;

    SnapshotReading(SalesforceOrg org, SourceQuery source, SourceMirror mirror, Vanishing vanishing, Instant until) {
        this.org = org;
        this.source = source;
        this.mirror = mirror;
        this.vanishing = vanishing;
        this.until = until;
    }

    /**
     * Whether all that is there is here without reading it all again. Rows that came or changed are in the window; when
     * there are then as many here as there, none has gone. Among few rows that meet a condition one may come and another
     * go without a stamp, so those are read in any case.
     */
    boolean isWholeByCount(Outlook outlook) {
        long held = mirror.count();
        if (!outlook.isKnown() || outlook.inWindow().getAsLong() > held / 2) {
            return false;
        }
        if (held <= ONE_CALL && (source.condition().isPresent() || !outlook.windowIsEmpty())) {
            return false;
        }
        if (outlook.windowIsEmpty() && held != outlook.all().getAsLong()) {
            return false;
        }
        new WindowReading(org, source, mirror, until).read(outlook);
        return mirror.count() == outlook.all().getAsLong();
    }

    /** @param known whether the mirror held all there was, with just what is asked for now */
    void read(boolean known) {
        Optional<Watermark> before = mirror.watermark().filter(Watermark::complete);
        if (before.isEmpty()) {
            // From here on the source is one that is being read: that it holds nothing yet must not pass for nothing.
            mirror.reached(mirror.reached(until, false));
        }
        Set<RecordId> seen = new HashSet<>();
        new PagedReading(org)
                .read(
                        IdRange.ALL,
                        (range, last) -> source.snapshot(
                                last.map(row -> range.after(row.id())).orElse(range)),
                        (page, isLast) -> {
                            if (before.isEmpty()) {
                                mirror.apply(page, mirror.reached(until, false));
                            } else {
                                mirror.apply(page);
                            }
                            page.forEach(record -> seen.add(record.id()));
                        });
        List<RecordId> held = mirror.ids();
        List<RecordId> gone = held.stream().filter(id -> !seen.contains(id)).toList();
        if (known) {
            vanishing.check(source, gone.size(), held.size());
        }
        mirror.hide(gone);
        mirror.countAnew();
        mirror.reached(mirror.reached(until, true));
        mirror.reconciledNow();
    }
}
