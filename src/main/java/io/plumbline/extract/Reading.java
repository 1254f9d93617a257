package io.plumbline.extract;

import io.plumbline.config.mapping.SourceName;
import io.plumbline.crm.CrmRecord;
import io.plumbline.crm.RecordId;
import io.plumbline.mirror.Watermark;
import io.plumbline.salesforce.SalesforceFailedException;
import io.plumbline.salesforce.SalesforceFailure;
import io.plumbline.salesforce.SalesforceOrg;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One source being brought up to date in one run. */
final class Reading {

    /** Within so long after its stamp a row becomes visible, unless its transaction takes unusually long (trap C1). */
    static final Duration SETTLING = Duration.ofMinutes(5);

    /**
     * Every window begins so long before the end of the last one: once for rows that had not settled, once more for
     * clocks that differ. What is later still is found by {@link Reconciliation}.
     */
    static final Duration OVERLAP = SETTLING.multipliedBy(2);

    /** Servers of one org may differ by so much; a watermark beyond that was not set by the org's time (trap C7). */
    private static final Duration SKEW = Duration.ofMinutes(5);

    /** Row by row once a day; an hour less, so that a schedule by the hour does not make it every second day. */
    private static final Duration RECONCILED_EVERY = Duration.ofHours(23);

    /** For so long after an account was deleted its rows are looked after: once a day in any case. */
    private static final Duration FOLLOWED_FOR = Duration.ofDays(2);

    /** Rates and the like, which are few; a little less than an hour, so that a schedule by the hour reads them each time. */
    private static final Duration SETTINGS_EVERY = Duration.ofMinutes(55);

    private final SalesforceOrg org;
    private final SourceQuery source;
    private final SourceMirror mirror;
    private final Vanishing vanishing;
    private final Instant until;

    /** @param until the server's time at which the run began */
    Reading(SalesforceOrg org, SourceQuery source, SourceMirror mirror, Vanishing vanishing, Instant until) {
        this.org = org;
        this.source = source;
        this.mirror = mirror;
        this.vanishing = vanishing;
        this.until = until;
    }

    /** When what brings this one's records along stood still, nothing is asked but for the daily comparison. */
    void read(RunSoFar soFar) {
        if (soFar.aboveStandsStill(source.source()) && isKnown() && !isComparisonDue()) {
            mirror.reached(mirror.reached(until, true));
        } else if (!isKnown() || !wasReadLately()) {
            read();
        }
        if (soFar.accountsMayHaveGone() && source.ownAccount().isPresent()) {}
    }

    private boolean wasReadLately() {
        boolean settings = SourceName.of(source.source().value())
                .filter(SourceName::isSettings)
                .isPresent();
        return settings
                && mirror.watermark()
                        .map(Watermark::stamp)
                        .filter(at -> at.plus(SETTINGS_EVERY).isAfter(until) && !at.isAfter(until.plus(SKEW)))
                        .isPresent();
    }

    private void read() {
        if (source.way() == SourceQuery.Way.SNAPSHOT) {
            snapshot();
        } else {
            boolean refilled = !isKnown() && mirror.count() > 0;
            boolean first = mirror.watermark().isEmpty();
            window();
            if (refilled || isReconciliationDue(first)) {
                if (!source.unstamped().isEmpty() && !refilled) {
                    refresh();
                }
                new Reconciliation(org, source, mirror, vanishing).run();
            } else if (first) {
                mirror.reconciledNow();
            }
            followMerges();
        }
    }

    /**
     * Rows that still hang on an account that was deleted are asked for by Id. After a merge they hang on the survivor,
     * and nothing promises that being moved gives them a new stamp (trap G1).
     */
    private void followMerges() {
        new RowsById(org, source).read(mirror.hangingOnDeletedSince(until.minus(FOLLOWED_FOR)), mirror::apply);
    }

    /** Whether it was read to its end with just what is asked for now. */
    private boolean isKnown() {
        return mirror.watermark()
                .filter(mark -> mark.complete() && mark.fingerprint().equals(source.fingerprint()))
                .isPresent();
    }

    private boolean isReconciliationDue(boolean first) {
        // A row that no longer meets the condition is not in any window; the count tells whether there is one.
        if (source.condition().isPresent() && !isAsManyAsThere()) {
            return true;
        }
        return !first && isComparisonDue();
    }

    private boolean isComparisonDue() {
        return mirror.reconciled()
                .filter(at -> at.plus(RECONCILED_EVERY).isAfter(until) && !at.isAfter(until.plus(SKEW)))
                .isEmpty();
    }

    /** Values that change without a stamp are in no window: all rows are read again, and those that differ stored (trap C8). */
    private void refresh() {
        new PagedReading(org)
                .read(
                        Slice.window(Optional.empty(), until),
                        (slice, last) -> source.window(slice, last.map(Reading::position)),
                        (page, isLast) -> mirror.apply(page));
    }

    private boolean isAsManyAsThere() {
        try {
            return org.count(source.stamps(IdRange.ALL)) == mirror.count();
        } catch (SalesforceFailedException failed) {
            if (failed.failure() instanceof SalesforceFailure.TookTooLong) {
                return false;
            }
            throw failed;
        }
    }

    private void window() {
        Optional<Watermark> before = mirror.watermark().filter(this::isUsable);
        if (before.isEmpty() && new LargeReading(org, source, mirror).read(until)) {
            before = mirror.watermark();
            if (before.filter(mark -> !mark.stamp().isBefore(until)).isPresent()) {
                return;
            }
        }
        pageByPage(before);
    }

    private void pageByPage(Optional<Watermark> before) {
        Optional<Instant> from = before.map(mark -> mark.stamp().minus(OVERLAP));
        if (from.filter(start -> start.isAfter(until)).isPresent()) {
            return;
        }
        boolean complete = before.filter(Watermark::complete).isPresent();
        try {
            new PagedReading(org)
                    .read(
                            Slice.window(from, until),
                            (slice, last) -> source.window(slice, last.map(Reading::position)),
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

    private boolean isUsable(Watermark mark) {
        if (!mark.fingerprint().equals(source.fingerprint())) {
            return false;
        }
        if (mark.stamp().isAfter(until.plus(SKEW))) {
            mirror.warn("The mirror claims to know " + source.source() + " up to " + mark.stamp()
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

    private void snapshot() {
        Optional<Watermark> before = mirror.watermark().filter(Watermark::complete);
        boolean known = isKnown();
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
        mirror.reached(mirror.reached(until, true));
    }

    private static SourceQuery.Position position(CrmRecord record) {
        Instant stamp = RowMaker.stamp(record)
                .orElseThrow(() -> new IllegalStateException(
                        record.object() + " " + record.id() + " came without the SystemModstamp that was asked for"));
        return new SourceQuery.Position(stamp, record.id());
    }
}
