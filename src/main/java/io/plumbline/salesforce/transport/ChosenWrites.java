package io.plumbline.salesforce.transport;

import io.plumbline.salesforce.RecordWrite;
import io.plumbline.salesforce.SalesforceFailedException;
import io.plumbline.salesforce.WriteGuard;
import io.plumbline.salesforce.WriteOutcome;
import io.plumbline.salesforce.bulk.BulkTransport;
import io.plumbline.salesforce.call.WriteBatch;
import io.plumbline.salesforce.soap.WscOrg;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sends neighbours of one kind by a job when there are many of them, and the rest call by call, in the order given and
 * never two ways at the same time, so that records of one parent do not lock each other out (trap F3).
 */
final class ChosenWrites {

    private final WscOrg soap;
    private final BulkTransport bulk;
    private final int bulkFrom;
    private final WriteGuard guard;
    private final List<WriteOutcome> outcomes = new ArrayList<>();
    private List<RecordWrite> few = new ArrayList<>();
    private @Nullable SalesforceFailedException stopped;

    ChosenWrites(WscOrg soap, BulkTransport bulk, int bulkFrom, WriteGuard guard) {
        this.soap = soap;
        this.bulk = bulk;
        this.bulkFrom = bulkFrom;
        this.guard = guard;
    }

    /** @throws SalesforceFailedException when certainly nothing of the list was written */
    List<WriteOutcome> send(List<RecordWrite> writes) {
        for (WriteBatch run : runs(writes)) {
            if (run.writes().size() >= bulkFrom
                    && BulkTransport.canSay(run.writes().getFirst())) {
                sendFew();
                record(run.writes(), () -> inBulk(run));
            } else {
                few.addAll(run.writes());
            }
        }
        sendFew();
        return List.copyOf(outcomes);
    }

    private List<WriteOutcome> inBulk(WriteBatch run) {
        return bulk.write(run, guard).orElseGet(() -> soap.write(run.writes(), guard));
    }

    private void sendFew() {
        List<RecordWrite> some = few;
        few = new ArrayList<>();
        if (!some.isEmpty()) {
            record(some, () -> soap.write(some, guard));
        }
    }

    private interface Sending {
        List<WriteOutcome> now();
    }

    /** After a failure of the whole nothing more is sent; what was sent before keeps its outcomes. */
    private void record(List<RecordWrite> writes, Sending sending) {
        SalesforceFailedException reason = stopped;
        if (reason == null) {
            try {
                outcomes.addAll(sending.now());
                return;
            } catch (SalesforceFailedException failed) {
                if (outcomes.isEmpty()) {
                    throw failed;
                }
                stopped = failed;
                reason = failed;
            }
        }
        WriteOutcome notSent = new WriteOutcome.Refused(
                "NOT_SENT",
                reason.failure().what(),
                List.of(),
                true,
                reason.failure().advice());
        outcomes.addAll(Collections.nCopies(writes.size(), notSent));
    }

    /** Neighbours that one job could carry, or that none could. */
    private static List<WriteBatch> runs(List<RecordWrite> writes) {
        List<WriteBatch> runs = new ArrayList<>();
        for (WriteBatch batch : WriteBatch.of(writes, Integer.MAX_VALUE)) {
            int from = 0;
            boolean bulk = BulkTransport.canSay(batch.writes().getFirst());
            for (int i = 1; i < batch.writes().size(); i++) {
                if (BulkTransport.canSay(batch.writes().get(i)) != bulk) {
                    runs.add(batch.part(from, i));
                    from = i;
                    bulk = !bulk;
                }
            }
            runs.add(batch.part(from, batch.writes().size()));
        }
        return runs;
    }
}
