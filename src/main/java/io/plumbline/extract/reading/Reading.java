package io.plumbline.extract.reading;

import io.plumbline.config.mapping.SourceName;
import io.plumbline.mirror.RowSource;
import io.plumbline.mirror.Watermark;
import io.plumbline.salesforce.SalesforceFailedException;
import io.plumbline.salesforce.SalesforceFailure;
import io.plumbline.salesforce.SalesforceOrg;
import io.plumbline.salesforce.SoqlQuery;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** One source being brought up to date in one run. */
public final class Reading {

    /** Row by row once a day; an hour less, so that a schedule by the hour does not make it every second day. */
    private static final Duration COMPARED_EVERY = Duration.ofHours(23);

    /** For so long after an account was deleted its rows are looked after: once a day in any case. */
    private static final Duration FOLLOWED_FOR = Duration.ofDays(2);

    /** Rates and the like, which are few; a little less than an hour, so that a schedule by the hour reads them each time. */
    private static final Duration SETTINGS_EVERY = Duration.ofMinutes(55);

    private final SalesforceOrg org;
    private final SourceQuery source;
    private final SourceMirror mirror;
    private final Vanishing vanishing;
    private final Instant until;
    private final WindowReading window;
    private final SnapshotReading snapshot;

    /** @param until the server's time at which the run began */
    public Reading(SalesforceOrg org, SourceQuery source, SourceMirror mirror, Vanishing vanishing, Instant until) {
        this.org = org;
        this.source = source;
        this.mirror = mirror;
        this.vanishing = vanishing;
        this.until = until;
        this.window = new WindowReading(org, source, mirror, until);
        this.snapshot = new SnapshotReading(org, source, mirror, vanishing, until);
    }

    public SourceQuery source() {
        return source;
    }

    /** What came of it so far. */
    public SourceMirror mirror() {
        return mirror;
    }

    RowSource row() {
        return source.source();
    }

    /** The window that is to be read, as one question; empty for records without stamps. */
    Optional<SoqlQuery> inWindow() {
        return source.isStamped() ? Optional.of(window.query()) : Optional.empty();
    }

    /** All rows there are, where some may go that no window shows: those that leave a condition, or leave no tombstone. */
    Optional<SoqlQuery> all() {
        return source.condition().isPresent() || isSnapshot()
                ? Optional.of(source.stamps(IdRange.ALL))
                : Optional.empty();
    }

    /**
     * Reads what is new. When what brings this one's records along stood still, nothing is asked but for the daily
     * comparison.
     *
     * @param outlook what the org said of this source at the beginning of the run
     */
    public void read(Outlook outlook, boolean aboveStandsStill) {
        boolean known = isKnown();
        if (aboveStandsStill && known && !isComparisonDue()) {
            mirror.reached(mirror.reached(until, true));
        } else if (known && wasReadLately()) {
            return;
        } else if (isSnapshot()) {
            if (!known || isComparisonDue() || !snapshot.isWholeByCount(outlook)) {
                snapshot.read(known);
            }
        } else {
            readWindow(outlook, known);
        }
    }

    private boolean wasReadLately() {
        boolean settings = SourceName.of(source.source().value())
                .filter(SourceName::isSettings)
                .isPresent();
        return settings
                && mirror.watermark()
                        .map(Watermark::stamp)
                        .filter(at -> at.plus(SETTINGS_EVERY).isAfter(until) && !window.isAhead(at))
                        .isPresent();
    }

    private void readWindow(Outlook outlook, boolean known) {
        boolean refilled = !known && mirror.count() > 0;
        boolean first = mirror.watermark().isEmpty();
        window.read(outlook);
        if (refilled || isReconciliationDue(first, outlook)) {
            if (!source.unstamped().isEmpty() && !refilled) {
                window.refresh();
            }
            new Reconciliation(org, source, mirror, vanishing).run();
        } else if (first) {
            mirror.reconciledNow();
        }
    }

    /**
     * Rows that still hang on an account that was deleted are asked for by Id. After a merge they hang on the survivor,
     * and nothing promises that being moved gives them a new stamp (trap G1).
     */
    public void followMerges() {
        if (source.ownAccount().isPresent()) {
            new RowsById(org, source).read(mirror.hangingOnDeletedSince(until.minus(FOLLOWED_FOR)), mirror::apply);
        }
    }

    private boolean isSnapshot() {
        return source.way() == SourceQuery.Way.SNAPSHOT;
    }

    /** Whether it was read to its end with just what is asked for now. */
    private boolean isKnown() {
        return mirror.watermark()
                .filter(mark -> mark.complete() && mark.fingerprint().equals(source.fingerprint()))
                .isPresent();
    }

    private boolean isReconciliationDue(boolean first, Outlook outlook) {
        // A row that no longer meets the condition is not in any window; the count tells whether there is one.
        if (source.condition().isPresent() && !isAsManyAsThere(outlook)) {
            return true;
        }
        return !first && isComparisonDue();
    }

    private boolean isComparisonDue() {
        return mirror.reconciled()
                .filter(at -> at.plus(COMPARED_EVERY).isAfter(until) && !window.isAhead(at))
                .isEmpty();
    }

    private boolean isAsManyAsThere(Outlook outlook) {
        if (outlook.all().isPresent()) {
            return outlook.all().getAsLong() == mirror.count();
        }
        try {
            return org.count(source.stamps(IdRange.ALL)) == mirror.count();
        } catch (SalesforceFailedException failed) {
            if (failed.failure() instanceof SalesforceFailure.TookTooLong) {
                return false;
            }
            throw failed;
        }
    }
}
