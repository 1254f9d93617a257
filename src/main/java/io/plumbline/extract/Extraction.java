package io.plumbline.extract;

import io.plumbline.config.connector.ConnectorConfig;
import io.plumbline.config.mapping.Mapping;
import io.plumbline.config.mapping.Source;
import io.plumbline.config.mapping.SourceName;
import io.plumbline.crm.ObjectName;
import io.plumbline.crm.RecordId;
import io.plumbline.extract.reading.Census;
import io.plumbline.extract.reading.Reading;
import io.plumbline.extract.reading.ReadingWatch;
import io.plumbline.extract.reading.RowsMissingException;
import io.plumbline.extract.reading.SourceMirror;
import io.plumbline.extract.reading.SourceQuery;
import io.plumbline.extract.reading.Vanishing;
import io.plumbline.mirror.Gap;
import io.plumbline.mirror.Mirror;
import io.plumbline.mirror.OrgFacts;
import io.plumbline.mirror.RowSource;
import io.plumbline.mirror.Watermark;
import io.plumbline.salesforce.OrgIdentity;
import io.plumbline.salesforce.SalesforceFailedException;
import io.plumbline.salesforce.SalesforceOrg;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Brings the mirror of an org up to date with what the mapping asks for.
 *
 * <p>Holds no state of its own: what was read is in the mirror, so a run that was cut off goes on where it stopped.
 */
public final class Extraction {

    private static final int SHOWN = 20;

    private final Mapping mapping;
    private final ConnectorConfig config;
    private final Mirror mirror;

    public Extraction(Mapping mapping, ConnectorConfig config, Mirror mirror) {
        this.mapping = mapping;
        this.config = config;
        this.mirror = mirror;
    }

    /**
     * Whether the org gives what is asked of it, for reading and for writing; to be called before anything else.
     *
     * @throws SalesforceFailedException when the org cannot be asked at all
     */
    public Readiness preflight(SalesforceOrg org) {
        OrgIdentity identity = org.identity();
        return preflight(org, mapping, config, showedEverything(identity));
    }

    /** Whether the last run found all objects; dated rates are not missed where an org has none. */
    private boolean showedEverything(OrgIdentity org) {
        boolean rates = !org.multiCurrency()
                || mirror.watermark(org.orgId(), RowSource.of(SourceName.DATED_RATES.key()))
                        .isPresent();
        return rates
                && mirror.org(org.orgId()).gaps().stream()
                        .allMatch(gap -> gap.field().isPresent());
    }

    /** The same without a mirror. */
    public static Readiness preflight(SalesforceOrg org, Mapping mapping, ConnectorConfig config) {
        return preflight(org, mapping, config, false);
    }

    private static Readiness preflight(SalesforceOrg org, Mapping mapping, ConnectorConfig config, boolean likelyAll) {
        OrgIdentity identity = org.identity();
        Descriptions descriptions = new Descriptions(org, objects(mapping, identity), likelyAll);
        return new Preflight(mapping, config, identity, descriptions).check();
    }

    private static Set<ObjectName> objects(Mapping mapping, OrgIdentity identity) {
        return Stream.concat(
                        mapping.sources().values().stream()
                                .filter(source -> identity.multiCurrency()
                                        || !source.name().isSettings())
                                .map(Source::object),
                        Stream.of(WriteTargets.TASK))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** {@link #preflight} and {@link #run(SalesforceOrg, Readiness)} in one. */
    public ExtractReport run(SalesforceOrg org) {
        return run(org, preflight(org));
    }

    /**
     * Reads what changed since the last run, or everything the first time.
     *
     * @return what was read; partial when a source broke off for a reason that may pass by itself
     * @throws SalesforceFailedException when a call fails for a reason that somebody has to mend
     * @throws IllegalStateException when the org is not ready
     */
    public ExtractReport run(SalesforceOrg org, Readiness readiness) {
        return run(org, readiness, org.serverTime());
    }

    /**
     * As {@link #run(SalesforceOrg, Readiness)}, in a run that has asked for the time.
     *
     * @param until the server's time at the start of the run
     */
    public ExtractReport run(SalesforceOrg org, Readiness readiness, Instant until) {
        return run(org, readiness, until, ReadingWatch.NOBODY);
    }

    /** As {@link #run(SalesforceOrg, Readiness, Instant)}, and somebody looks on. */
    public ExtractReport run(SalesforceOrg org, Readiness readiness, Instant until, ReadingWatch watch) {
        if (!readiness.isReady()) {
            throw new IllegalStateException("The org is not ready: "
                    + String.join(
                            " ",
                            readiness.problems().stream().map(Problem::sentence).toList()));
        }
        OrgIdentity identity = org.identity();
        mirror.remember(new OrgFacts(
                identity.orgId(),
                identity.timeZone(),
                identity.locale(),
                identity.fiscalYear(),
                identity.currency(),
                identity.multiCurrency()));
        mirror.replaceGaps(identity.orgId(), readiness.gaps());
        forgetUnread(identity, readiness);
        List<Done> done = mirror.filling(() -> read(org, identity, readiness, until, watch));
        // What hangs on nothing is found by an index that a mirror which is being filled may lack.
        Map<RowSource, List<RecordId>> orphans = mirror.org(identity.orgId())
                .withoutAccount(readiness.sources().stream()
                        .filter(Extraction::belongsToAccounts)
                        .map(SourceQuery::source)
                        .toList());
        return new ExtractReport(
                identity,
                until,
                done.stream().map(each -> report(readiness, each, orphans)).toList(),
                readiness.gaps(),
                done.stream()
                        .flatMap(each -> each.reading().mirror().warnings().stream())
                        .toList());
    }

    /** A source and what came of reading it. */
    private record Done(Reading reading, SourceReport.Outcome outcome) {}

    private List<Done> read(
            SalesforceOrg org, OrgIdentity identity, Readiness readiness, Instant until, ReadingWatch watch) {
        List<Done> done = new ArrayList<>();
        Vanishing vanishing = new Vanishing(config.read());
        RunSoFar soFar = new RunSoFar();
        List<Reading> readings = new ArrayList<>();
        for (SourceQuery source : readiness.sources()) {
            mirror.forgetOthers(identity.orgId(), source.source(), source.object());
            SourceMirror here = new SourceMirror(mirror, identity.orgId(), source, until, watch);
            readings.add(new Reading(org, source, here, vanishing, until));
        }
        Census census = Census.of(org, readings);
        census.inWindows().ifPresent(watch::expected);
        for (Reading reading : readings) {
            watch.reading(reading.source().source());
            SourceReport.Outcome outcome = outcome(reading, soFar, census);
            soFar.note(reading, outcome);
            done.add(new Done(reading, outcome));
        }
        return done;
    }

    /**
     * The sources that were never read to their end with what is asked of them now. As long as there is one, what the
     * mirror lacks may well be there: nothing should be judged or written, since a task that was not read yet would
     * pass for one that was never made (traps C6, F10, K9).
     */
    public List<RowSource> unfinished(RecordId org, Readiness readiness) {
        return readiness.sources().stream()
                .filter(source -> mirror.watermark(org, source.source())
                        .filter(mark -> mark.complete() && mark.fingerprint().equals(source.fingerprint()))
                        .isEmpty())
                .map(SourceQuery::source)
                .toList();
    }

    /** Every task of ours whose stamp lies before this moment was read, however the last run ended. */
    public Instant ownTasksReadUpTo(RecordId org) {
        return mirror.watermark(org, RowSource.OWN_TASKS).map(Watermark::stamp).orElse(Instant.EPOCH);
    }

    /** Everything but settings that carries an earlier stamp was read, of every source, however the last run ended. */
    public Instant readUpTo(RecordId org, Readiness readiness) {
        return readiness.sources().stream()
                .filter(source -> SourceName.of(source.source().value())
                        .filter(SourceName::isSettings)
                        .isEmpty())
                .map(source -> mirror.watermark(org, source.source())
                        .map(Watermark::stamp)
                        .orElse(Instant.EPOCH))
                .min(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
    }

    private static SourceReport.Outcome outcome(Reading reading, RunSoFar soFar, Census census) {
        if (soFar.stopped().isPresent()) {
            return new SourceReport.NotRead(
                    "The run had to stop before: " + soFar.stopped().get().what());
        }
        try {
            RowSource source = reading.source().source();
            reading.read(census.of(source), soFar.aboveStandsStill(source));
            if (soFar.accountsMayHaveGone()) {
                reading.followMerges();
            }
            return new SourceReport.Complete();
        } catch (RowsMissingException missing) {
            return new SourceReport.Incomplete(missing.failure());
        } catch (SalesforceFailedException failed) {
            if (!failed.failure().passing()) {
                throw failed;
            }
            return new SourceReport.Incomplete(failed.failure());
        }
    }

    /** What can no longer be seen is unknown from now on, not as it was when it last could. */
    private void forgetUnread(OrgIdentity identity, Readiness readiness) {
        for (Gap gap : readiness.gaps()) {
            if (gap.field().isEmpty()) {
                mirror.forget(identity.orgId(), gap.source());
            }
        }
        if (config.accountScope().isEmpty()) {
            mirror.forget(identity.orgId(), RowSource.SCOPE);
        }
        if (!config.write().tasks()) {
            mirror.forget(identity.orgId(), RowSource.OWN_TASKS);
        }
    }

    private static boolean belongsToAccounts(SourceQuery source) {
        return source.account().isPresent() || source.parent().isPresent();
    }

    private static SourceReport report(Readiness readiness, Done done, Map<RowSource, List<RecordId>> allOrphans) {
        SourceQuery source = done.reading().source();
        SourceMirror here = done.reading().mirror();
        List<RecordId> orphans = allOrphans.getOrDefault(source.source(), List.of());
        return new SourceReport(
                source.source().value(),
                source.object().value(),
                done.outcome(),
                here.rows(),
                here.deleted(),
                here.outOfSight(),
                here.pages(),
                readiness.gaps().stream()
                        .filter(gap -> gap.source().equals(source.source()))
                        .toList(),
                orphans.size(),
                orphans.stream().limit(SHOWN).toList());
    }
}
