package io.plumbline.flow.judging;

import io.plumbline.change.task.AttentionLimits;
import io.plumbline.change.task.WeeklyDigest;
import io.plumbline.crm.RecordId;
import io.plumbline.journal.Standing;
import io.plumbline.journal.StandingTask;
import io.plumbline.journal.StandingTasks;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** What the journal remembers of an org's tasks. */
record RememberedTasks(StandingTasks journal, RecordId org) implements AttentionLimits.Remembered {

    @Override
    public Set<RecordId> wantedFor() {
        return journal.wantedFor(org);
    }

    @Override
    public List<Standing.Wanted> wanted(Collection<RecordId> people) {
        return journal.wanted(org, people);
    }

    @Override
    public String payload(Standing.Wanted wanted) {
        return journal.payload(org, wanted);
    }

    @Override
    public List<StandingTask> of(Collection<RecordId> people) {
        return journal.of(org, people);
    }

    @Override
    public List<StandingTask> digests() {
        return journal.withKeysLike(org, WeeklyDigest.KEYS_LIKE);
    }
}
