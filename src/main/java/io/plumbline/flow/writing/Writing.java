package io.plumbline.flow.writing;

import io.plumbline.assess.Band;
import io.plumbline.change.Bounds;
import io.plumbline.change.Change;
import io.plumbline.change.ChangeJson;
import io.plumbline.change.PlannedAccount;
import io.plumbline.config.Configuration;
import io.plumbline.crm.RecordId;
import io.plumbline.flow.SyncRefusedException;
import io.plumbline.flow.judging.Extent;
import io.plumbline.flow.judging.JudgedOrg;
import io.plumbline.flow.judging.JudgedSoFar;
import io.plumbline.flow.progress.Phase;
import io.plumbline.flow.progress.RunProgress;
import io.plumbline.flow.retention.Forgetting;
import io.plumbline.journal.Effect;
import io.plumbline.journal.Effects;
import io.plumbline.journal.RunId;
import io.plumbline.journal.Stop;
import io.plumbline.journal.Stops;
import io.plumbline.journal.Verdicts;
import io.plumbline.journal.WrittenVerdict;
import io.plumbline.salesforce.WriteOutcome;
import io.plumbline.writeback.Outbox;
import io.plumbline.writeback.Pause;
import io.plumbline.writeback.Settlement;
import io.plumbline.writeback.StepWatch;
import io.plumbline.writeback.Writeback;
import io.plumbline.writeback.WritebackReport;
import io.plumbline.writeback.WritebackSettings;
import io.plumbline.writeback.lease.Lease;
import io.plumbline.writeback.quarantine.Quarantine;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Fourth step: send the plan, unless it is a dry run or goes beyond the bounds. */
public final class Writing {

    private static final int ATTEMPTS = 3;

    /** What is remembered of so many accounts is remembered together. */
    private static final int TOGETHER = 1000;

    /** Long enough to look into what happened; the journal keeps the outcomes for longer. */
    private static final Duration SETTLED_FOR = Duration.ofDays(7);

    private final Configuration configuration;
    private final Outbox outbox;
    private final Effects effects;
    private final Verdicts verdicts;
    private final Stops stops;
    private final Forgetting forgetting;
    private final JudgedSoFar soFar;
    private final Quarantine quarantine;
    private final Pause pause;
    private final StepWatch watch;

    public Writing(
            Configuration configuration,
            Outbox outbox,
            Quarantine quarantine,
            Effects effects,
            Verdicts verdicts,
            Stops stops,
            Forgetting forgetting,
            JudgedSoFar soFar,
            Pause pause,
            StepWatch watch) {
        this.configuration = configuration;
        this.outbox = outbox;
        this.effects = effects;
        this.verdicts = verdicts;
        this.pause = pause;
        this.quarantine = quarantine;
        this.stops = stops;
        this.forgetting = forgetting;
        this.soFar = soFar;
        this.watch = watch;
    }

    public WrittenOrg write(JudgedOrg judged) {
        return judged.read().org().run().during(() -> written(judged));
    }

    private WrittenOrg written(JudgedOrg judged) {
        if (judged.read().org().request().dryRun()) {
            return WrittenOrg.notSent(judged);
        }
        RecordId org = judged.read().orgId();
        boolean firstRun = !verdicts.isAnyWritten(org);
        Optional<Bounds.Refusal> refusal =
                new Bounds(configuration.connector().write().bounds()).check(judged.plan(), judged.others(), firstRun);
        if (refusal.isPresent() && !isAccepted(judged, refusal.get())) {
            Bounds.Refusal beyond = refusal.get();
            outbox.withdraw(
                    judged.read().org().run().held().lease(),
                    judged.read().run().value());
            stops.record(
                    org,
                    new Stop(
                            judged.read().run(),
                            judged.read().org().now(),
                            beyond.touched(),
                            beyond.flipped(),
                            beyond.newTasks()));
            return WrittenOrg.beyondBounds(judged, beyond);
        }
        long run = judged.read().run().value();
        Lease lease = judged.read().org().run().held().lease();
        RunProgress progress = judged.read().org().run().progress();
        progress.enter(Phase.WRITING);
        progress.expect(
                judged.plan().stream().mapToLong(PlannedAccount::changes).sum());
        outbox.closeAbandoned(lease, run, judged.read().org().now(), this::remember);
        WritebackReport report = new Writeback(
                        judged.read().org().salesforce(),
                        outbox,
                        quarantine,
                        settled -> remember(settled, progress),
                        pause,
                        settings())
                .send(
                        lease,
                        run,
                        judged.plan().stream().map(PlannedAccount::account).collect(Collectors.toSet()));
        watch.around(StepWatch.Step.REMEMBER, () -> rememberWritten(judged, report));
        soFar.cameThrough(judged, lease);
        if (judged.extent() instanceof Extent.Everything) {
            forgetting.nightly(org, judged.read().org().now());
            outbox.forget(lease, judged.read().org().now().minus(SETTLED_FOR));
        }
        return WrittenOrg.sent(judged, report);
    }

    /** @throws SyncRefusedException when the run that is named did not stop at the bounds */
    private boolean isAccepted(JudgedOrg judged, Bounds.Refusal beyond) {
        RunId accepted = judged.read().org().request().accepted();
        if (accepted == null) {
            return false;
        }
        Stop stop = stops.find(judged.read().orgId(), accepted)
                .orElseThrow(
                        () -> new SyncRefusedException(
                                List.of(
                                        "Run " + accepted + " is none of this org that stopped"
                                                + " at the bounds, so there is nothing to accept. The run that stopped names its number.")));
        return stop.covers(judged.read().org().now(), beyond.touched(), beyond.flipped(), beyond.newTasks());
    }

    private WritebackSettings settings() {
        return new WritebackSettings(
                configuration.mapping().taskKey(),
                configuration.tasks().openStatus(),
                configuration.tasks().assignmentMail(),
                ATTEMPTS,
                configuration.connector().api().bulkWriteFrom());
    }

    private void remember(List<Settlement> settled, RunProgress progress) {
        remember(settled);
        progress.did(settled.size());
    }

    private void remember(List<Settlement> settled) {
        settled.stream()
                .collect(Collectors.groupingBy(
                        Settlement::org, Collectors.mapping(Writing::effect, Collectors.toList())))
                .forEach(effects::recordAll);
    }

    private static Effect effect(Settlement settled) {
        Effect.Outcome outcome = switch (settled.outcome()) {
            case WriteOutcome.Saved saved -> Effect.Outcome.OK;
            case WriteOutcome.Refused refused -> Effect.Outcome.REFUSED;
            case WriteOutcome.Unknown unknown -> Effect.Outcome.UNKNOWN;
        };
        Change change = settled.change();
        return new Effect(
                new RunId(settled.run()),
                change.account(),
                settled.outcome() instanceof WriteOutcome.Saved saved ? Optional.of(saved.id()) : Optional.empty(),
                change.key(),
                outcome,
                change.reason(),
                settled.message(),
                ChangeJson.write(change),
                settled.at());
    }

    /** Only what Salesforce holds counts as written: the band that hysteresis starts from, and the mark of our texts. */
    private void rememberWritten(JudgedOrg judged, WritebackReport report) {
        RecordId org = judged.read().orgId();
        List<PlannedAccount> standing = judged.plan().stream()
                .filter(account -> report.accountsTouched().contains(account.account()) || !account.writesFields())
                .toList();
        inPortions(
                standing,
                some -> verdicts.written(
                        org,
                        some.stream().map(account -> written(judged, account)).toList()));
        inPortions(
                judged.plan(),
                some -> effects.settled(
                        org,
                        judged.read().org().asOf(),
                        some.stream()
                                .collect(Collectors.toMap(PlannedAccount::account, PlannedAccount::settledTasks))));
    }

    private static void inPortions(List<PlannedAccount> accounts, Consumer<List<PlannedAccount>> remember) {
        for (int from = 0; from < accounts.size(); from += TOGETHER) {
            remember.accept(accounts.subList(from, Math.min(from + TOGETHER, accounts.size())));
        }
    }

    private static WrittenVerdict written(JudgedOrg judged, PlannedAccount account) {
        return new WrittenVerdict(
                account.account(),
                judged.read().org().asOf(),
                judged.bands()
                        .getOrDefault(account.account(), Band.INSUFFICIENT)
                        .name(),
                account.mark().verdict(),
                account.mark().texts());
    }
}
