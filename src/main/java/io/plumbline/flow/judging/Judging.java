package io.plumbline.flow.judging;

import io.plumbline.assess.Assessment;
import io.plumbline.assess.AssessmentModel;
import io.plumbline.assess.Band;
import io.plumbline.change.AccountContext;
import io.plumbline.change.Change;
import io.plumbline.change.ChangeJson;
import io.plumbline.change.ChangePlanner;
import io.plumbline.change.ChangePolicy;
import io.plumbline.change.ChangeSet;
import io.plumbline.change.Disputes;
import io.plumbline.change.KnownState;
import io.plumbline.change.KnownTask;
import io.plumbline.change.OwnWrites;
import io.plumbline.change.task.People;
import io.plumbline.change.task.TaskBudget;
import io.plumbline.change.task.WeeklyDigest;
import io.plumbline.crm.RecordId;
import io.plumbline.dossier.AccountDossier;
import io.plumbline.dossier.HealthOnDate;
import io.plumbline.dossier.OwnTask;
import io.plumbline.dossier.building.Dossiers;
import io.plumbline.flow.reading.ReadOrg;
import io.plumbline.journal.Effect;
import io.plumbline.journal.Effects;
import io.plumbline.journal.JudgedAccount;
import io.plumbline.journal.Verdicts;
import io.plumbline.journal.WrittenVerdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Third step: judge every account from the mirror, and plan what is to be different in the org. */
public final class Judging {

    private static final Duration WEEK = Duration.ofDays(7);

    /** Writes of an account that a quarrel over a field is looked for in. */
    private static final int MOST_LATELY = 50;

    private final EarlierHealth earlier;

    private final Dossiers dossiers;
    private final Models models;
    private final ChangePolicies policies;
    private final Verdicts verdicts;
    private final Effects effects;
    private final TaskBudget budget;
    private final WeeklyDigest digest;
    private final JudgedAccounts journalWords = new JudgedAccounts();

    public Judging(
            EarlierHealth earlier,
            Dossiers dossiers,
            Models models,
            ChangePolicies policies,
            Verdicts verdicts,
            Effects effects,
            TaskBudget budget,
            WeeklyDigest digest) {
        this.earlier = earlier;
        this.dossiers = dossiers;
        this.models = models;
        this.policies = policies;
        this.verdicts = verdicts;
        this.effects = effects;
        this.budget = budget;
        this.digest = digest;
    }

    public JudgedOrg judge(ReadOrg read) {
        return judge(read, JudgingWatch.NOBODY);
    }

    /** @param watch is told of every account on the way */
    public JudgedOrg judge(ReadOrg read, JudgingWatch watch) {
        return read.org().run().during(() -> judged(read, watch));
    }

    private JudgedOrg judged(ReadOrg read, JudgingWatch watch) {
        OneRun run = new OneRun(read, watch);
        try (Stream<AccountDossier> accounts =
                dossiers.stream(read.orgId(), read.org().asOf(), run::history)) {
            accounts.forEach(run::judgeIfWhole);
        }
        run.remember();
        return new JudgedOrg(read, run.withinBudget(), run.bands, run.tally, run.leftForLater);
    }

    /** The accounts of one run, judged one by one. */
    private final class OneRun {

        private final ReadOrg read;
        private final JudgingWatch watch;
        private final AssessmentModel model;
        private final ChangePolicy policy;
        private final Map<RecordId, WrittenVerdict> lastWritten;
        private final Map<RecordId, Set<String>> settledTasks;
        private final Tally tally = new Tally();
        private final List<ChangeSet> plan = new ArrayList<>();
        private final Map<RecordId, Band> bands = new HashMap<>();
        private final Map<RecordId, Double> attention = new HashMap<>();
        private final Map<RecordId, Integer> openTasks = new HashMap<>();
        private final Map<RecordId, Integer> newTasks = new HashMap<>();
        private final Map<RecordId, List<KnownTask>> digests = new HashMap<>();
        private final List<JudgedAccount.InFull> judged = new ArrayList<>();
        private int leftForLater;

        OneRun(ReadOrg read, JudgingWatch watch) {
            this.read = read;
            this.watch = watch;
            this.model = models.in(read.org().identity().locale());
            this.policy = policies.of(read).withLabels(model.labels());
            this.lastWritten = verdicts.lastWritten(read.orgId());
            this.settledTasks = effects.settledTasks(read.orgId());
        }

        List<HealthOnDate> history(RecordId account) {
            return earlier.of(read.orgId(), account, read.org().asOf());
        }

        /** An account made since everything was read would be blamed for what only was not read yet. */
        void judgeIfWhole(AccountDossier account) {
            read.org().run().goOn();
            if (account.createdAt().filter(read::mayBeHalfRead).isPresent()) {
                leftForLater++;
            } else {
                judge(account);
            }
        }

        private void judge(AccountDossier account) {
            RecordId id = RecordId.of(account.dossier().account().id());
            Optional<WrittenVerdict> before = Optional.ofNullable(lastWritten.get(id));
            Assessment assessment = model.assess(
                    account.dossier(),
                    before.map(written -> Band.valueOf(written.band())).orElse(null));
            AccountContext context = ChangeInputs.context(account, assessment);
            tally.add(assessment, context.name(), ChangeInputs.ownerName(account));
            judged.add(journalWords.of(assessment, context.name()));
            bands.put(id, assessment.health().band());
            attention.put(id, Objects.requireNonNullElse(assessment.money().attention(), 0.0));
            People people = People.of(ChangeInputs.people(account));
            watch.judged(context, people, assessment);
            ChangeSet changes = new ChangePlanner(policy, people)
                    .plan(
                            assessment,
                            context,
                            known(id, account, before),
                            read.org().now());
            plan.add(Disputes.possibleIn(changes) ? Disputes.hold(changes, writtenLately(id)) : changes);
            countTasks(id, account, changes);
        }

        private List<Change.AccountUpdate> writtenLately(RecordId account) {
            Instant from = read.org().now().minus(Duration.ofDays(Disputes.DAYS));
            return effects.ofAccount(read.orgId(), account, MOST_LATELY).stream()
                    .filter(effect -> effect.outcome() == Effect.Outcome.OK
                            && !effect.settledAt().isBefore(from))
                    .map(effect -> ChangeJson.read(effect.payload()))
                    .filter(Change.AccountUpdate.class::isInstance)
                    .map(Change.AccountUpdate.class::cast)
                    .toList();
        }

        /** One that is being closed leaves room for another, else that would come with the next run for no new reason. */
        private void countTasks(RecordId id, AccountDossier account, ChangeSet changes) {
            Set<String> closing = changes.changes().stream()
                    .filter(Change.TaskClosure.class::isInstance)
                    .map(closure -> ((Change.TaskClosure) closure).taskKey())
                    .collect(Collectors.toSet());
            List<OwnTask> tasks = account.tasks().stream()
                    .filter(task -> !WeeklyDigest.is(task.key()))
                    .toList();
            tasks.stream()
                    .filter(task -> !task.closed() && !task.deleted() && !closing.contains(task.key()))
                    .flatMap(task -> task.owner().stream())
                    .forEach(owner -> openTasks.merge(owner, 1, Integer::sum));
            Instant aWeekAgo = read.org().now().minus(WEEK);
            tasks.stream()
                    .filter(task -> task.createdAt().filter(aWeekAgo::isBefore).isPresent())
                    .flatMap(task -> task.owner().stream())
                    .forEach(owner -> newTasks.merge(owner, 1, Integer::sum));
            List<KnownTask> own = account.tasks().stream()
                    .filter(task -> WeeklyDigest.is(task.key()))
                    .map(ChangeInputs::task)
                    .toList();
            if (!own.isEmpty()) {
                digests.put(id, own);
            }
        }

        private KnownState known(RecordId id, AccountDossier account, Optional<WrittenVerdict> before) {
            KnownState asRead = ChangeInputs.known(account, settledTasks.getOrDefault(id, Set.of()), before);
            return new OwnWrites(effects.lastSaved(read.orgId(), id))
                    .over(asRead, account.stamp(), read.tasksReadUpTo());
        }

        /** No more new tasks for anybody than the administrator allows; the accounts that need attention most come first. */
        List<ChangeSet> withinBudget() {
            TaskBudget.Budgeted budgeted = budget.apply(
                    plan, new TaskBudget.Load(openTasks, newTasks), account -> attention.getOrDefault(account, 0.0));
            return policy.makeTasks() ? digest.add(budgeted, digests, read.org().asOf()) : budgeted.plan();
        }

        void remember() {
            if (!read.org().request().dryRun()) {
                verdicts.record(read.orgId(), read.run(), judged);
            }
        }
    }
}
