package io.plumbline.extract.reading;

import io.plumbline.crm.CrmRecord;
import io.plumbline.mirror.Watermark;
import io.plumbline.salesforce.SalesforceOrg;
import io.plumbline.salesforce.SoqlQuery;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads what bears a stamp of a closed window: what changed since the watermark, or everything at first. */
final class WindowReading {

    /** Within so long after its stamp a row becomes visible, unless its transaction takes unusually long (trap C1). */
    private static final Duration SETTLING = Duration.ofMinutes(5);

    /**
     * Every window begins so long before the end of the last one: once for rows that had not settled, once more for
     * clocks that differ. What is later still is found by {@link Reconciliation}.
     */
    static final Duration OVERLAP = SETTLING.multipliedBy(2);

    /** Servers of one org may differ by so much; a watermark beyond that was not set by the org's time (trap C7). */
    private static final Duration SKEW = Duration.ofMinutes(5);

    private final SalesforceOrg org;
    private final SourceQuery source;
    private final SourceMirror mirror;
    private final Instant until;

    WindowReading(SalesforceOrg org, SourceQuery source, SourceMirror mirror, Instant until) {
        this.org = org;
        this.source = source;
        this.mirror = mirror;
        this.until = until;
    }

    /** The window as one question. */
    SoqlQuery query() {
        Optional<Instant> from = mirror.watermark()
                .filter(this::isOfThisQuery)
                .filter(mark -> !isAhead(mark.stamp()))
                .map(WindowReading::start);
        return source.window(Slice.window(from, until), Optional.empty());
    }

    /** Whether a moment of the org's own time cannot be known yet. */
    boolean isAhead(Instant stamp) {
        return stamp.isAfter(until.plus(SKEW));
    }

    void read(Outlook outlook) {
        Optional<Watermark> before = mirror.watermark().filter(this::isUsable);
        if (before.isPresent() && outlook.windowIsEmpty()) {
            mirror.reached(mirror.reached(notBehind(until, before), true));
            return;
        }
        if (mayBeLarge(before, outlook)
                && new LargeReading(org, source, mirror)
                        .read(Slice.window(before.map(WindowReading::start), until), outlook.inWindow())) {
            before = mirror.watermark();
            if (before.filter(mark -> !mark.stamp().isBefore(until)).isPresent()) {
                return;
            }
        }
        pageByPage(before);
    }

    /** What changed is mostly little, which is not worth a call of its own to find out. */
    private static boolean mayBeLarge(Optional<Watermark> before, Outlook outlook) {
        return before.isEmpty() || outlook.inWindow().isPresent();
    }

    /** Values that change without a stamp are in no window: all rows are read again, and those that differ stored (trap C8). */
    void refresh() {
        new PagedReading(org)
                .readInAnyOrder(
                        Slice.window(Optional.empty(), until),
                        mirror.count(),
                        (slice, last) -> source.window(slice, last.map(WindowReading::position)),
                        mirror::apply);
    }

    private void pageByPage(Optional<Watermark> before) {
        Optional<Instant> from = before.map(WindowReading::start);
        if (from.filter(start -> start.isAfter(until)).isPresent()) {
            return;
        }
        boolean complete = before.filter(Watermark::complete).isPresent();
        try {
            new PagedReading(org)
                    .read(
                            Slice.window(from, until),
                            (slice, last) -> source.window(slice, last.map(WindowReading::position)),
                            (page, isLast) -> {
                                if (isLast || !page.isEmpty()) {
                                    mirror.apply(
                                            page, mirror.reached(reached(page, isLast, before), complete || isLast));
                                }
                            });
        } catch (RowsMissingException missing) {
            // Pages before may have moved the watermark over a row that never came.
            mirror.rewind(before);
            throw missing;
        }
    }

    private static Instant start(Watermark mark) {
        return mark.stamp().minus(OVERLAP);
    }

    private boolean isOfThisQuery(Watermark mark) {
        return mark.fingerprint().equals(source.fingerprint());
    }

    private boolean isUsable(Watermark mark) {
        if (!isOfThisQuery(mark)) {
            return false;
        }
        if (isAhead(mark.stamp())) {
            mirror.warn("The mirror claims to know " + source.source() + " up to " + mark.stamp()
                    + ", which lies ahead of Salesforce's clock (" + until + "). All of it was read again.");
            return false;
        }
        return true;
    }

    /** As far as the page goes, never beyond the window (trap C4). */
    private Instant reached(List<CrmRecord> page, boolean last, Optional<Watermark> before) {
        Instant reached = last
                ? until
                : RowMaker.stamp(page.getLast()).filter(until::isAfter).orElse(until);
        return notBehind(reached, before);
    }

    /** Never back behind what was reached before. */
    private static Instant notBehind(Instant reached, Optional<Watermark> before) {
        return before.map(Watermark::stamp).filter(reached::isBefore).orElse(reached);
    }

    private static SourceQuery.Position position(CrmRecord record) {
        Instant stamp = RowMaker.stamp(record)
                .orElseThrow(() -> new IllegalStateException(
                        record.object() + " " + record.id() + " came without the SystemModstamp that was asked for"));
        return new SourceQuery.Position(stamp, record.id());
    }
}
