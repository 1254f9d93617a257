package io.plumbline.flow.judging;

import io.plumbline.change.Change;
import io.plumbline.change.ChangeSet;
import io.plumbline.crm.RecordId;
import io.plumbline.flow.reading.ReadOrg;
import io.plumbline.journal.JudgedAccount;
import io.plumbline.journal.Standing;
import io.plumbline.journal.Standings;
import io.plumbline.journal.Verdicts;
import io.plumbline.writeback.Outbox;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Stores what a run judges while it judges on, some hundred accounts at a time, so that memory does not grow with the org:
 * the verdicts, what each account counts for, and what is to be written. New tasks are recorded at the end alone, since the
 * limits of people's attention are known then.
 *
 * <p>When the process dies between two portions, nothing was sent. The next run judges the same accounts again, since the
 * org still counts as not judged ({@link JudgedSoFar}), and settles what is recorded as never sent. A dry run stores nothing.
 */
final class JudgedPortions {

    private static final int PORTION = 500;

    private final ReadOrg read;
    private final Verdicts verdicts;
    private final Standings standings;
    private final Outbox outbox;
    private final List<JudgedAccount.InFull> judged = new ArrayList<>();
    private final List<Standing> standing = new ArrayList<>();
    private final List<Change> changes = new ArrayList<>();

    JudgedPortions(ReadOrg read, Verdicts verdicts, Standings standings, Outbox outbox) {
        this.read = read;
        this.verdicts = verdicts;
        this.standings = standings;
        this.outbox = outbox;
    }

    boolean stores() {
        return !read.org().request().dryRun();
    }

    void add(JudgedAccount.InFull verdict, Standing counts, ChangeSet set) {
        if (stores()) {
            judged.add(verdict);
            standing.add(counts);
            set.changes().stream()
                    .filter(change -> !(change instanceof Change.TaskCreation))
                    .forEach(changes::add);
            if (judged.size() >= PORTION) {
                flush(Set.of());
            }
        }
    }

    /** @param gone accounts that are no longer to be judged */
    void flush(Collection<RecordId> gone) {
        if (stores()) {
            verdicts.record(read.orgId(), read.run(), judged);
            standings.replace(read.orgId(), standing, gone);
            record(changes);
            judged.clear();
            standing.clear();
            changes.clear();
        }
    }

    /** What is to be written besides. */
    void record(Collection<? extends Change> more) {
        if (stores()) {
            outbox.plan(read.org().run().held().lease(), read.run().value(), more);
        }
    }
}
