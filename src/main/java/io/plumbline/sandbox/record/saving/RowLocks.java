package io.plumbline.sandbox.record.saving;

import io.plumbline.sandbox.record.refusal.RecordRefusedException;
import io.plumbline.sandbox.record.refusal.StatusCode;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Records that somebody else holds, for tests of contention (trap F3). Used under the org's write lock. */
public final class RowLocks {

    private record Hold(Instant until, int attempts) {}

    private final Clock clock;
    private final Map<String, Hold> held = new HashMap<>();

    public RowLocks(Clock clock) {
        this.clock = clock;
    }

    public void until(String id, Instant until) {
        held.put(id, new Hold(until, Integer.MAX_VALUE));
    }

    public void forAttempts(String id, int attempts) {
        held.put(id, new Hold(Instant.MAX, attempts));
    }

    /** Refuses when one of these records is held; each refusal uses up an attempt. */
    void check(List<String> ids) {
        for (String id : ids) {
            Hold hold = held.get(id);
            if (hold == null) {
                continue;
            }
            if (!clock.instant().isBefore(hold.until()) || hold.attempts() <= 0) {
                held.remove(id);
                continue;
            }
            held.put(id, new Hold(hold.until(), hold.attempts() - 1));
            throw new RecordRefusedException(
                    StatusCode.UNABLE_TO_LOCK_ROW,
                    "unable to obtain exclusive access to this record or 1 records: " + id.substring(0, 15));
        }
    }
}
