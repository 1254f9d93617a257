package io.plumbline.flow.judging;

import io.plumbline.assess.Assessment;
import io.plumbline.assess.AssessmentModel;
import io.plumbline.assess.Band;
import io.plumbline.change.AccountContext;
import io.plumbline.change.AnsweredAssessment;
import io.plumbline.change.Bounds;
import io.plumbline.change.ChangePlanner;
import io.plumbline.change.ChangePolicy;
import io.plumbline.change.ChangeSet;
import io.plumbline.change.Disputes;
import io.plumbline.change.KnownState;
import io.plumbline.change.KnownTask;
import io.plumbline.change.OwnWrites;
import io.plumbline.change.task.AttentionLimits;
import io.plumbline.change.task.People;
import io.plumbline.change.task.WeeklyDigest;
import io.plumbline.crm.RecordId;
import io.plumbline.dossier.AccountDossier;
import io.plumbline.flow.reading.ReadOrg;
import io.plumbline.journal.Effects;
import io.plumbline.journal.JudgedAccount;
import io.plumbline.journal.Standing;
import io.plumbline.journal.WrittenVerdict;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The accounts of one run, judged one by one. */
final class JudgingRun {

    /** Writes of an account that a quarrel over a field is looked for in. */
    private static final int MOST_LATELY = 50;

    private final ReadOrg read;
    private final AssessmentModel model;
    private final ChangePolicy policy;
    private final Effects effects;
    private final EarlierWrites earlier;
    private final JudgingWatch watch;
    private final JudgedAccounts journalWords = new JudgedAccounts();
    private final List<ChangeSet> plan = new ArrayList<>();
    private final Map<RecordId, Band> bands = new HashMap<>();
    private final List<Standing> standings = new ArrayList<>();
    private final Map<RecordId, List<KnownTask>> digests = new HashMap<>();
    private final List<JudgedAccount.InFull> judged = new ArrayList<>();
    private final Set<RecordId> disputed = new HashSet<>();
    private final Set<RecordId> looked = new HashSet<>();
    private int leftForLater;
    private int answers;

    JudgingRun(
            ReadOrg read,
            AssessmentModel model,
            ChangePolicy policy,
            Effects effects,
            EarlierWrites earlier,
            JudgingWatch watch) {
        this.read = read;
        this.model = model;
        this.policy = policy;
        this.effects = effects;
        this.earlier = earlier;
        this.watch = watch;
    }

    ReadOrg read() {
        return read;
    }

    boolean makesTasks() {
        return policy.makeTasks();
    }

    List<JudgedAccount.InFull> judged() {
        return judged;
    }

    /** In the order in which they were judged. */
    List<Standing> standings() {
        return Collections.unmodifiableList(standings);
    }

    /** Takes note that these were looked at, whether or not there was anything to judge. */
    void looked(Collection<RecordId> accounts) {
        looked.addAll(accounts);
    }

    /** An account made since everything was read would be blamed for what only was not read yet. */
    void judgeIfWhole(AccountDossier account) {
        read.org().run().goOn();
        read.org().run().progress().did(1);
        if (account.createdAt().filter(read::mayBeHalfRead).isPresent()) {
            leftForLater++;
        } else {
            judge(account);
        }
    }

    private void judge(AccountDossier account) {
        RecordId id = RecordId.of(account.dossier().account().id());
        Optional<WrittenVerdict> before = earlier.verdict().apply(id);
        Assessment assessment = model.assess(
                account.dossier(),
                before.map(written -> Band.valueOf(written.band())).orElse(null));
        AnsweredAssessment answered =
                AnsweredAssessment.of(assessment, earlier.answers().apply(id));
        answers += answered.answers().size();
        AccountContext context = ChangeInputs.context(account, assessment);
        ChangeSet changes = planned(id, account, answered, context, before);
        plan.add(changes);
        judged.add(journalWords.of(answered, context.name()));
        bands.put(id, assessment.health().band());
        standings.add(AccountStandings.of(
                account, answered.open(), changes, read.org().now()));
        looked.add(id);
        List<KnownTask> own = account.tasks().stream()
                .filter(task -> WeeklyDigest.is(task.key()))
                .map(ChangeInputs::task)
                .toList();
        if (!own.isEmpty()) {
            digests.put(id, own);
        }
    }

    private ChangeSet planned(
            RecordId id,
            AccountDossier account,
            AnsweredAssessment answered,
            AccountContext context,
            Optional<WrittenVerdict> before) {
        People people = People.of(ChangeInputs.people(account));
        watch.judged(context, people, answered);
        ChangeSet changes = new ChangePlanner(policy, people)
                .plan(answered, context, known(id, account, before), read.org().now());
        if (!Disputes.possibleIn(changes)) {
            return changes;
        }
        disputed.add(id);
        return Disputes.hold(
                changes,
                Disputes.lately(
                        effects.ofAccount(read.orgId(), id, MOST_LATELY),
                        read.org().now()));
    }

    private KnownState known(RecordId id, AccountDossier account, Optional<WrittenVerdict> before) {
        KnownState asRead = ChangeInputs.known(account, earlier.settledTasks().apply(id), before);
        return new OwnWrites(effects.lastSaved(read.orgId(), id)).over(asRead, account.stamp(), read.tasksReadUpTo());
    }

    AttentionLimits.Judged forLimits() {
        return new AttentionLimits.Judged(plan, standings, digests, looked);
    }

    JudgedOrg result(Extent extent, List<ChangeSet> withinLimits, Tally tally, Bounds.Others others) {
        return new JudgedOrg(read, extent, withinLimits, bands, tally, others, disputed, leftForLater, answers);
    }
}
