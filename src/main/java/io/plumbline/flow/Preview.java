package io.plumbline.flow;

import io.plumbline.change.Bounds;
import io.plumbline.change.PlannedAccount;
import io.plumbline.config.Configuration;
import io.plumbline.config.connector.ConnectorConfig.ApiBudget;
import io.plumbline.extract.Extraction;
import io.plumbline.extract.Problem;
import io.plumbline.extract.Readiness;
import io.plumbline.flow.checking.CheckedOrg;
import io.plumbline.flow.checking.OrgCheck;
import io.plumbline.flow.judging.JudgedOrg;
import io.plumbline.flow.preview.CallsPreview;
import io.plumbline.flow.preview.PortfolioPreview;
import io.plumbline.flow.preview.PreviewBuilder;
import io.plumbline.flow.reading.ReadOrg;
import io.plumbline.flow.writing.Conclusion;
import io.plumbline.journal.Run;
import io.plumbline.journal.RunCounters;
import io.plumbline.journal.Verdicts;
import io.plumbline.salesforce.ApiUsage;
import io.plumbline.salesforce.SalesforceFailure;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads an org and judges it as a sync would, and tells what that would write instead of writing it; on request by a second
 * configuration as well, from the same reading. It takes notes in its database as a sync does, and so is to be given one
 * of its own.
 */
public final class Preview {

    private static final int RECORDS_A_CALL = 200;

    /** A job is made, filled, closed, looked at and fetched from. */
    private static final int CALLS_A_JOB = 8;

    /** Who we are, the time, and what the objects look like. */
    private static final int CALLS_TO_BEGIN = 6;

    /** So many kinds of records tell together whether there is anything new. */
    private static final int COUNTS_A_CALL = 5;

    private static final Duration DAY = Duration.ofHours(24);

    private final OrgCheck check;
    private final Configuration configuration;
    private final Verdicts verdicts;
    private final Function<Configuration, PreviewParts> parts;

    Preview(
            OrgCheck check,
            Configuration configuration,
            Verdicts verdicts,
            Function<Configuration, PreviewParts> parts) {
        this.check = check;
        this.configuration = configuration;
        this.verdicts = verdicts;
        this.parts = parts;
    }

    /** What came of it. */
    public sealed interface Answer {}

    /** @param then by the other configuration, where there is one */
    public record Previewed(PortfolioPreview now, Optional<PortfolioPreview> then) implements Answer {}

    /** It ended before it had a result. */
    public record Ended(SyncSummary why) implements Answer {}

    /**
     * @param day the day to judge by; null for today in the org's time zone
     * @param against another configuration to compare with; empty for none
     */
    public Answer run(@Nullable LocalDate day, Optional<Configuration> against) {
        SyncRequest request = new SyncRequest(day, true);
        long began = System.nanoTime();
        try {
            return previewed(request, against);
        } catch (RuntimeException failed) {
            return new Ended(Sync.ended(request, failed, Duration.ofNanos(System.nanoTime() - began)));
        }
    }

    private Previewed previewed(SyncRequest request, Optional<Configuration> against) {
        CheckedOrg org = check.check(request);
        PreviewParts ours = parts.apply(configuration);
        ReadOrg read = ours.reading().read(org);
        PortfolioPreview now = preview(ours, read);
        Optional<PortfolioPreview> then = against.map(other -> other(parts.apply(other), read));
        org.run()
                .finish(
                        Run.State.COMPLETE,
                        RunCounters.ofCallsAlone(org.run().meter().usage().ours()),
                        "A preview: nothing was written.");
        return new Previewed(now, then);
    }

    /** From the same rows; only what the other configuration alone asks for is read besides. */
    private PortfolioPreview other(PreviewParts theirs, ReadOrg read) {
        CheckedOrg org = read.org();
        return preview(theirs, org.run().during(() -> {
            Readiness readiness = ready(theirs.configuration(), org);
            CheckedOrg checked =
                    new CheckedOrg(org.request(), org.salesforce(), org.run(), org.identity(), readiness, org.now());
            if (!readiness.equals(org.readiness())) {
                return theirs.reading().read(checked);
            }
            theirs.dossiers().observe(read.orgId(), org.today());
            return new ReadOrg(checked, read.report(), read.allReadUpTo(), read.tasksReadUpTo());
        }));
    }

    private static Readiness ready(Configuration configuration, CheckedOrg org) {
        Readiness readiness =
                Extraction.preflight(org.salesforce(), configuration.mapping(), configuration.connector());
        if (!readiness.isReady()) {
            throw new SyncRefusedException(
                    readiness.problems().stream().map(Problem::sentence).toList());
        }
        return readiness;
    }

    private PortfolioPreview preview(PreviewParts by, ReadOrg read) {
        PreviewBuilder builder = new PreviewBuilder(by.configuration());
        JudgedOrg judged = by.judging().judge(read, builder);
        CheckedOrg org = read.org();
        return new PortfolioPreview(
                org.identity().instance().toString().replaceAll("/$", "") + " as "
                        + org.identity().userName(),
                org.identity().currency(),
                org.asOf(),
                builder.accounts(judged.changes()),
                calls(by.configuration(), read, judged.plan()),
                Stream.concat(beyondBounds(by.configuration(), judged), Conclusion.remarks(judged).stream())
                        .toList(),
                read.report().failure().map(SalesforceFailure::sentence).stream()
                        .toList());
    }

    /** A sync would write none of it, and somebody has to say that it may. */
    private Stream<String> beyondBounds(Configuration configuration, JudgedOrg judged) {
        boolean first = !verdicts.isAnyWritten(judged.read().orgId());
        return new Bounds(configuration.connector().write().bounds())
                .check(judged.plan(), judged.others(), first).stream()
                        .map(refusal -> "A sync would stop and write none of this, because it is more than write.bounds"
                                + " allows: of " + refusal.numbers()
                                + " If that is what is wanted, 'plumbline sync --accept'"
                                + " with the number of the run that stopped lets it go on.");
    }

    private static CallsPreview calls(Configuration configuration, ReadOrg read, List<PlannedAccount> plan) {
        ApiUsage usage = read.org().run().meter().usage();
        ApiBudget api = configuration.connector().api();
        long changes = plan.stream().mapToLong(PlannedAccount::changes).sum();
        long updates = plan.stream().filter(PlannedAccount::writesFields).count();
        OptionalLong limit = usage.orgLimit();
        return new CallsPreview(
                usage.ours(),
                writing(updates, api) + writing(changes - updates, api),
                CALLS_TO_BEGIN + Math.ceilDiv(read.org().readiness().sources().size(), COUNTS_A_CALL),
                DAY.dividedBy(configuration.connector().schedule().every()),
                limit.isEmpty()
                        ? OptionalLong.empty()
                        : OptionalLong.of((long) Math.floor(api.dailyShare() * limit.getAsLong())));
    }

    private static long writing(long records, ApiBudget api) {
        return records >= api.bulkWriteFrom() ? CALLS_A_JOB : (records + RECORDS_A_CALL - 1) / RECORDS_A_CALL;
    }
}
