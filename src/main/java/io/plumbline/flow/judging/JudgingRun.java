package io.plumbline.flow.judging;

import io.plumbline.assess.Band;
import io.plumbline.change.Bounds;
import io.plumbline.change.Change;
import io.plumbline.change.ChangeSet;
import io.plumbline.change.Disputes;
import io.plumbline.change.Held;
import io.plumbline.change.KnownTask;
import io.plumbline.change.PlannedAccount;
import io.plumbline.change.task.AttentionLimits;
import io.plumbline.change.task.WeeklyDigest;
import io.plumbline.crm.RecordId;
import io.plumbline.flow.judging.AccountJudge.Judged;
import io.plumbline.flow.reading.ReadOrg;
import io.plumbline.journal.Effects;
import io.plumbline.journal.Standing;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a run has judged so far, taken account by account, by one thread. */
final class JudgingRun {

    /** Writes of an account that a quarrel over a field is looked for in. */
    private static final int MOST_LATELY = 50;

    private final ReadOrg read;
    private final AccountJudge judge;
    private final Effects effects;
    private final JudgedPortions portions;
    private final Claims claims;
    private final JudgingWatch watch;
    private final Map<RecordId, PlannedAccount> plan = new LinkedHashMap<>();
    private final Map<RecordId, Band> bands = new HashMap<>();
    private final Map<String, Integer> held = new LinkedHashMap<>();
    private final Map<RecordId, List<KnownTask>> digests = new HashMap<>();
    private final Set<RecordId> disputed = new HashSet<>();
    private final Set<RecordId> looked = new HashSet<>();
    private final Tally tally = new Tally();
    private int leftForLater;
    private int answers;

    JudgingRun(
            ReadOrg read,
            AccountJudge judge,
            Effects effects,
            JudgedPortions portions,
            Claims claims,
            JudgingWatch watch) {
        this.read = read;
        this.judge = judge;
        this.effects = effects;
        this.portions = portions;
        this.claims = claims;
        this.watch = watch;
    }

    ReadOrg read() {
        return read;
    }

    /** Takes note that these were looked at, whether or not there was anything to judge. */
    void looked(Collection<RecordId> accounts) {
        looked.addAll(accounts);
    }

    /** @param judgement empty for an account that is left for the next run */
    void take(Optional<Judged> judgement) {
        read.org().run().goOn();
        read.org().run().progress().did(1);
        judgement.ifPresentOrElse(this::take, () -> leftForLater++);
    }

    private void take(Judged judged) {
        RecordId id = judged.id();
        watch.judged(judged.context(), judged.people(), judged.answered());
        answers += judged.answered().answers().size();
        ChangeSet changes = judged.changes();
        Standing standing = judged.standing();
        if (Disputes.possibleIn(changes)) {
            disputed.add(id);
            changes = Disputes.hold(
                    changes,
                    Disputes.lately(
                            effects.ofAccount(read.orgId(), id, MOST_LATELY),
                            read.org().now()));
            standing = judge.standing(judged.account(), judged.answered(), changes);
        }
        portions.add(judged.inFull(), standing, changes);
        claims.add(changes, standing, portions.stores());
        plan.put(id, PlannedAccount.of(changes.with(withoutCreations(changes), List.of())));
        hold(changes.held());
        bands.put(id, judged.answered().seen().health().band());
        tally.add(standing);
        looked.add(id);
        List<KnownTask> own = judged.account().tasks().stream()
                .filter(task -> WeeklyDigest.is(task.key()))
                .map(ChangeInputs::task)
                .toList();
        if (!own.isEmpty()) {
            digests.put(id, own);
        }
    }

    private static List<Change> withoutCreations(ChangeSet set) {
        return set.changes().stream()
                .filter(change -> !(change instanceof Change.TaskCreation))
                .toList();
    }

    private void hold(Collection<Held> more) {
        more.forEach(one -> held.merge(one.reason(), 1, Integer::sum));
    }

    int accounts() {
        return plan.size();
    }

    Set<RecordId> judged() {
        return plan.keySet();
    }

    Map<RecordId, List<KnownTask>> digests() {
        return digests;
    }

    Set<RecordId> lookedAt() {
        return looked;
    }

    Tally tally() {
        return tally;
    }

    /** Records what the limits left of the tasks that accounts ask for. */
    JudgedOrg within(AttentionLimits.Within within, Extent extent) {
        add(within.given());
        add(within.digests());
        within.held().forEach((why, number) -> held.merge(why, number, Integer::sum));
        return result(extent, List.of(), tally, Bounds.Others.NONE);
    }

    /** @param sets the change sets of this run within the limits; of a run that stores, their new tasks and digests alone */
    JudgedOrg within(List<ChangeSet> sets, Extent extent, Tally ofOrg, Bounds.Others others) {
        held.clear();
        for (ChangeSet set : sets) {
            hold(set.held());
            if (portions.stores()) {
                add(set.changes());
            } else {
                plan.put(set.account(), PlannedAccount.of(set));
            }
        }
        return result(extent, portions.stores() ? List.of() : sets, ofOrg, others);
    }

    private void add(Collection<? extends Change> more) {
        portions.record(more);
        more.forEach(change -> plan.computeIfPresent(change.account(), (id, planned) -> planned.with(List.of(change))));
    }

    private JudgedOrg result(Extent extent, List<ChangeSet> changes, Tally ofOrg, Bounds.Others others) {
        return new JudgedOrg(
                read,
                extent,
                List.copyOf(plan.values()),
                changes,
                held,
                bands,
                ofOrg,
                others,
                disputed,
                leftForLater,
                answers);
    }
}
