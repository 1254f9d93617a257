package io.plumbline.flow.judging;

import io.plumbline.assess.AssessmentModel;
import io.plumbline.change.Bounds;
import io.plumbline.change.ChangePolicy;
import io.plumbline.change.task.AttentionLimits;
import io.plumbline.crm.RecordId;
import io.plumbline.dossier.AccountDossier;
import io.plumbline.dossier.building.Dossiers;
import io.plumbline.flow.progress.Phase;
import io.plumbline.flow.reading.ReadOrg;
import io.plumbline.journal.Answers;
import io.plumbline.journal.Effects;
import io.plumbline.journal.Standing;
import io.plumbline.journal.Standings;
import io.plumbline.journal.Verdicts;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
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
        EarlierWrites writes = extent instanceof Extent.Everything
                ? EarlierWrites.ofAll(
                        verdicts, effects, answers, read.orgId(), read.org().asOf())
                : EarlierWrites.ofEach(
                        verdicts, effects, answers, read.orgId(), read.org().asOf());
        JudgingRun run = new JudgingRun(read, model, policy, effects, writes, watch);
        return switch (extent) {
            case Extent.Everything everything -> all(run, everything);
            case Extent.Changed changed -> some(run, changed, changed.accounts());
            case Extent.Named named -> some(run, named, named.accounts());
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

    private JudgedOrg all(JudgingRun run, Extent extent) {
        ReadOrg read = run.read();
        try (Stream<AccountDossier> accounts = dossiers.stream(
                read.orgId(),
                read.org().asOf(),
                account -> earlier.of(read.orgId(), account, read.org().asOf()))) {
            accounts.forEach(run::judgeIfWhole);
        }
        Tally tally = new Tally();
        run.standings().forEach(tally::add);
        if (!read.org().request().dryRun()) {
            verdicts.record(read.orgId(), read.run(), run.judged());
            soFar.beginsAnew(read.orgId());
            standings.replaceAll(read.orgId(), run.standings());
        }
        return run.result(
                extent,
                limits.ofAll(run.forLimits(), read.org().now(), read.org().asOf(), run.makesTasks()),
                tally,
                Bounds.Others.NONE);
    }

    /** Besides these, whatever a limit of somebody's attention now makes room for. */
    private JudgedOrg some(JudgingRun run, Extent extent, Set<RecordId> accounts) {
        ReadOrg read = run.read();
        RememberedTasks remembered = new RememberedTasks(standings.tasks(), read.orgId());
        Set<RecordId> next = accounts;
        do {
            judge(run, next);
            next = run.makesTasks()
                    ? limits.concerned(
                            remembered,
                            run.forLimits(),
                            read.org().now(),
                            read.org().asOf())
                    : Set.of();
        } while (!next.isEmpty());
        if (!read.org().request().dryRun()) {
            verdicts.record(read.orgId(), read.run(), run.judged());
        }
        Standing.Totals totals = standings.totals(read.orgId());
        int judgedBefore =
                (int) run.standings().stream().filter(Standing::judgedBefore).count();
        return run.result(
                extent,
                limits.ofSome(
                        remembered,
                        run.forLimits(),
                        read.org().now(),
                        read.org().asOf(),
                        run.makesTasks()),
                Tally.of(standings, read.orgId()),
                new Bounds.Others(
                        Math.max(0, totals.accounts() - run.standings().size()),
                        Math.max(0, totals.judgedBefore() - judgedBefore)));
    }

    private void judge(JudgingRun run, Collection<RecordId> accounts) {
        if (accounts.isEmpty()) {
            return;
        }
        ReadOrg read = run.read();
        int before = run.standings().size();
        Set<RecordId> gone = new HashSet<>(accounts);
        try (Stream<AccountDossier> dossiersOfThese = dossiers.some(
                read.orgId(),
                accounts,
                read.org().asOf(),
                account -> earlier.of(read.orgId(), account, read.org().asOf()))) {
            dossiersOfThese
                    .peek(account ->
                            gone.remove(RecordId.of(account.dossier().account().id())))
                    .forEach(run::judgeIfWhole);
        }
        run.looked(accounts);
        if (!read.org().request().dryRun()) {
            standings.replace(
                    read.orgId(),
                    run.standings().subList(before, run.standings().size()),
                    gone);
        }
    }
}
