package io.plumbline.flow.judging;

import io.plumbline.change.Change;
import io.plumbline.change.ChangeSet;
import io.plumbline.change.task.TaskQueue;
import io.plumbline.journal.Standing;
import io.plumbline.journal.StandingTask;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What the accounts of a run have and want of people's attention. */
sealed interface Claims {

    /** @param tasksAlone whether all but new tasks is stored elsewhere */
    void add(ChangeSet changes, Standing standing, boolean tasksAlone);

    /** Of all accounts of an org: of what they want, no more than the limits can make use of. */
    record OfAll(TaskQueue wanted, List<StandingTask> tasks) implements Claims {

        OfAll(TaskQueue wanted) {
            this(wanted, new ArrayList<>());
        }

        @Override
        public void add(ChangeSet changes, Standing standing, boolean tasksAlone) {
            double attention = Objects.requireNonNullElse(standing.attention(), 0.0);
            changes.creations().forEach(creation -> wanted.add(creation, attention));
            tasks.addAll(standing.tasks());
        }
    }

    /** Of some accounts, one by one, since what the others have and want is known one by one as well. */
    record OfEach(List<ChangeSet> sets, List<Standing> standings) implements Claims {

        OfEach() {
            this(new ArrayList<>(), new ArrayList<>());
        }

        @Override
        public void add(ChangeSet changes, Standing standing, boolean tasksAlone) {
            sets.add(tasksAlone ? changes.with(List.<Change>copyOf(changes.creations()), changes.held()) : changes);
            standings.add(standing);
        }
    }
}
