package io.plumbline.flow.judging;

import io.plumbline.assess.AssessmentModel;
import io.plumbline.change.Bounds;
import io.plumbline.change.ChangePolicy;
import io.plumbline.change.ChangeSet;
import io.plumbline.change.task.AttentionLimits;
import io.plumbline.crm.RecordId;
import io.plumbline.dossier.AccountDossier;
import io.plumbline.dossier.HealthOnDate;
import io.plumbline.dossier.building.Dossiers;
import io.plumbline.dossier.building.UnbuiltDossier;
import io.plumbline.flow.progress.Phase;
import io.plumbline.flow.reading.ReadOrg;
import io.plumbline.journal.Answers;
import io.plumbline.journal.Effects;
import io.plumbline.journal.Standings;
import io.plumbline.journal.Verdicts;
import io.plumbline.writeback.Outbox;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Third step: judge accounts from the mirror, all or those that changed ({@link JudgedSoFar}), and plan what is to be
 * different in the org.
 */
public final class Judging {

    private final EarlierHealth earlier;
    private final Dossiers dossiers;
    private final Models models;
    private final ChangePolicies policies;
    private final JudgedSoFar soFar;
    private final Verdicts verdicts;
    private final Effects effects;
    private final Answers answers;
    private final Standings standings;
    private final Outbox outbox;
    private final AttentionLimits limits;

    public Judging(
            EarlierHealth earlier,
            Dossiers dossiers,
            Models models,
            ChangePolicies policies,
            JudgedSoFar soFar,
            Verdicts verdicts,
            Effects effects,
            Answers answers,
            Standings standings,
            Outbox outbox,
            AttentionLimits limits) {
        this.earlier = earlier;
        this.dossiers = dossiers;
        this.models = models;
        this.policies = policies;
        this.soFar = soFar;
        this.verdicts = verdicts;
        this.effects = effects;
        this.answers = answers;
        this.standings = standings;
        this.outbox = outbox;
        this.limits = limits;
    }

    public JudgedOrg judge(ReadOrg read) {
        return judge(read, JudgingWatch.NOBODY);
    }

    /** @param watch is told of every account on the way */
    public JudgedOrg judge(ReadOrg read, JudgingWatch watch) {
        return read.org().run().during(() -> judged(read, watch));
    }

    private JudgedOrg judged(ReadOrg read, JudgingWatch watch) {
        read.org().run().progress().enter(Phase.JUDGING);
        AssessmentModel model = models.in(read.org().identity().locale());
        ChangePolicy policy = policies.of(read).withLabels(model.labels());
        Extent extent = withAnswered(soFar.extent(read, policy), read);
        read.org().run().progress().expect(soFar.expected(read.orgId(), extent));
        AccountJudge judge = new AccountJudge(read, model, policy);
        JudgedPortions portions = new JudgedPortions(read, verdicts, standings, outbox);
        return switch (extent) {
            case Extent.Everything everything ->
                portions.stores()
                        ? all(judge, portions, everything, watch, policy.makeTasks())
                        : tried(judge, portions, everything, watch, policy.makeTasks());
            case Extent.Changed changed ->
                some(judge, portions, changed, changed.accounts(), watch, policy.makeTasks());
            case Extent.Named named -> some(judge, portions, named, named.accounts(), watch, policy.makeTasks());
        };
    }

    /** Besides what changed, the accounts of which somebody said something since. */
    private Extent withAnswered(Extent extent, ReadOrg read) {
        return switch (extent) {
            case Extent.Everything everything -> everything;
            case Extent.Named named -> named;
            case Extent.Changed changed -> {
                Set<RecordId> accounts = new HashSet<>(changed.accounts());
                accounts.addAll(answers.notYetHeard(read.orgId(), read.org().asOf()));
                yield new Extent.Changed(accounts);
            }
        };
    }

    private JudgedOrg all(
            AccountJudge judge, JudgedPortions portions, Extent extent, JudgingWatch watch, boolean makesTasks) {
        Claims.OfAll claims = new Claims.OfAll(limits.queue());
        ReadOrg read = judge.read();
        JudgingRun run = new JudgingRun(read, judge, effects, portions, claims, watch);
        soFar.beginsAnew(read.orgId());
        judgeAll(run, judge);
        portions.flush(Set.of());
        standings.keepOnly(read.orgId(), run.judged());
        return run.within(
                limits.ofAll(
                        claims.wanted(),
                        claims.tasks(),
                        run.digests(),
                        read.org().now(),
                        read.org().asOf(),
                        makesTasks),
                extent);
    }

    /** A dry run, which is asked for every value that it would write: it holds them all. */
    private JudgedOrg tried(
            AccountJudge judge, JudgedPortions portions, Extent extent, JudgingWatch watch, boolean makesTasks) {
        Claims.OfEach claims = new Claims.OfEach();
        ReadOrg read = judge.read();
        JudgingRun run = new JudgingRun(read, judge, effects, portions, claims, watch);
        judgeAll(run, judge);
        return run.within(
                limits.ofAll(of(run, claims), read.org().now(), read.org().asOf(), makesTasks),
                extent,
                run.tally(),
                Bounds.Others.NONE);
    }

    private void judgeAll(JudgingRun run, AccountJudge judge) {
        ReadOrg read = run.read();
        Function<RecordId, Earlier> writes = new EarlierWrites(verdicts, effects, answers)
                .ofAll(read.orgId(), read.org().asOf());
        try (Stream<UnbuiltDossier> accounts = dossiers.unbuilt(
                read.orgId(),
                read.org().asOf(),
                account -> earlier.of(read.orgId(), account, read.org().asOf()))) {
            new InTurn(Runtime.getRuntime().availableProcessors())
                    .each(
                            accounts.map(account -> new Due(account, writes.apply(account.account()))),
                            due -> judge.judge(due.account().build(), due.earlier()),
                            run::take);
        }
    }

    /** All that is needed to judge an account. */
    private record Due(UnbuiltDossier account, Earlier earlier) {}

    private static AttentionLimits.Judged of(JudgingRun run, Claims.OfEach claims) {
        return new AttentionLimits.Judged(claims.sets(), claims.standings(), run.digests(), run.lookedAt());
    }

    /** Besides these, whatever a limit of somebody's attention now makes room for. */
    private JudgedOrg some(
            AccountJudge judge,
            JudgedPortions portions,
            Extent extent,
            Set<RecordId> accounts,
            JudgingWatch watch,
            boolean makesTasks) {
        Claims.OfEach claims = new Claims.OfEach();
        ReadOrg read = judge.read();
        JudgingRun run = new JudgingRun(read, judge, effects, portions, claims, watch);
        judge(run, judge, portions, accounts);
        List<ChangeSet> plan = makesTasks ? withinLimits(run, judge, portions, claims) : claims.sets();
        Tally ofOrg = Tally.of(standings, read.orgId());
        return run.within(
                plan,
                extent,
                ofOrg,
                new Bounds.Others(
                        Math.max(0, ofOrg.accounts() - run.accounts()),
                        Math.max(0, ofOrg.judgedBefore() - run.tally().judgedBefore())));
    }

    private List<ChangeSet> withinLimits(
            JudgingRun run, AccountJudge judge, JudgedPortions portions, Claims.OfEach claims) {
        AttentionLimits.Among among = among(run, claims);
        while (!among.concerned().isEmpty()) {
            judge(run, judge, portions, among.concerned());
            among = among(run, claims);
        }
        return among.plan();
    }

    private AttentionLimits.Among among(JudgingRun run, Claims.OfEach claims) {
        ReadOrg read = run.read();
        return limits.among(
                new RememberedTasks(standings.tasks(), read.orgId()),
                of(run, claims),
                read.org().now(),
                read.org().asOf());
    }

    private void judge(JudgingRun run, AccountJudge judge, JudgedPortions portions, Collection<RecordId> accounts) {
        if (accounts.isEmpty()) {
            return;
        }
        ReadOrg read = run.read();
        RecordId org = read.orgId();
        LocalDate asOf = read.org().asOf();
        ReadAhead<List<HealthOnDate>> health = new ReadAhead<>(accounts, some -> earlier.ofSome(org, some, asOf));
        ReadAhead<Earlier> writes = new ReadAhead<>(
                accounts, some -> new EarlierWrites(verdicts, effects, answers).ofSome(org, some, asOf));
        Set<RecordId> gone = new HashSet<>(accounts);
        try (Stream<AccountDossier> dossiersOfThese = dossiers.some(org, accounts, asOf, health::of)) {
            dossiersOfThese.forEach(account -> {
                RecordId id = RecordId.of(account.dossier().account().id());
                gone.remove(id);
                run.take(judge.judge(account, writes.of(id)));
            });
        }
        run.looked(accounts);
        portions.flush(gone);
    }
}
