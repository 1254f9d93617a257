package io.plumbline.extract;

import io.plumbline.config.mapping.SourceName;
import io.plumbline.extract.reading.Reading;
import io.plumbline.extract.reading.SourceMirror;
import io.plumbline.mirror.RowSource;
import io.plumbline.salesforce.SalesforceFailure;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the sources that were read in a run tell about those that come after them. */
final class RunSoFar {

    private static final RowSource ACCOUNTS = RowSource.of(SourceName.ACCOUNT.key());

    private final Set<RowSource> still = new HashSet<>();
    private boolean accountsMayHaveGone;
    private @Nullable SalesforceFailure stopped;

    void note(Reading reading, SourceReport.Outcome outcome) {
        RowSource source = reading.source().source();
        SourceMirror here = reading.mirror();
        if (outcome instanceof SourceReport.Complete && here.rows() == 0 && here.outOfSight() == 0) {
            still.add(source);
        }
        if (source.equals(ACCOUNTS)) {
            accountsMayHaveGone = here.deleted() > 0 || here.wasCompared();
        }
        if (outcome instanceof SourceReport.Incomplete incomplete && stopsTheRun(incomplete.failure())) {
            stopped = incomplete.failure();
        }
    }

    /** Why nothing more is to be asked in this run. */
    Optional<SalesforceFailure> stopped() {
        return Optional.ofNullable(stopped);
    }

    /** Whether nothing came of the source that brings this one's records along, see {@link SourceName#follows}. */
    boolean aboveStandsStill(RowSource source) {
        return SourceName.of(source.value())
                .flatMap(SourceName::follows)
                .filter(above -> still.contains(RowSource.of(above.key())))
                .isPresent();
    }

    /** Whether an account was seen deleted in this run, or may have been in one that broke off. */
    boolean accountsMayHaveGone() {
        return accountsMayHaveGone;
    }

    /** The next source would meet the same, and calls that fail are counted, too. */
    private static boolean stopsTheRun(SalesforceFailure failure) {
        return failure instanceof SalesforceFailure.LimitReached
                || failure instanceof SalesforceFailure.Maintenance
                || failure instanceof SalesforceFailure.Unreachable;
    }
}
