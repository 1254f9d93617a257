package io.plumbline.sandbox.bulk;

import io.plumbline.sandbox.control.BulkPace;

/** The state that clients see of a job: it moves on when they ask. */
final class Progress {

    private final JobState end;
    private JobState seen;
    private int polls;

    /** A job that waits in the queue and will end in the given state. */
    Progress(JobState end) {
        this.end = end;
        this.seen = JobState.UPLOAD_COMPLETE;
    }

    JobState seen() {
        return seen;
    }

    /** What this poll finds. */
    JobState poll(BulkPace pace) {
        if (!seen.ended()) {
            polls++;
            seen = polls > pace.pollsInProgress() ? end : JobState.IN_PROGRESS;
        }
        return seen;
    }

    void abort() {
        seen = JobState.ABORTED;
    }
}
