package io.plumbline.writeback;

import io.plumbline.change.Change;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * The order in which changes are sent, one batch after the other.
 *
 * <p>A task locks its account, so nothing is ever in flight beside a batch that touches the same account (trap F3):
 * there is one batch at a time, and each is sorted by account. A batch holds one kind of call, since a call cannot mix
 * them: accounts first, then new tasks, then changes of existing ones.
 */
final class Lanes {

    /** Records that one call takes (SOAP API, create, update and upsert). */
    static final int BATCH = 200;

    private Lanes() {}

    /** @param bulkFrom a kind with so many changes is one batch, however many there are */
    static List<List<Change>> batches(Collection<? extends Change> changes, int bulkFrom) {
        List<List<Change>> batches = new ArrayList<>();
        for (int lane = 0; lane < 3; lane++) {
            int wanted = lane;
            List<Change> inLane = changes.stream()
                    .filter(change -> lane(change) == wanted)
                    .sorted(Comparator.comparing(Change::account).thenComparing(Change::key))
                    .map(Change.class::cast)
                    .toList();
            int size = inLane.size() >= bulkFrom ? inLane.size() : BATCH;
            for (int start = 0; start < inLane.size(); start += size) {
                batches.add(inLane.subList(start, Math.min(inLane.size(), start + size)));
            }
        }
        return batches;
    }

    private static int lane(Change change) {
        return switch (change) {
            case Change.AccountUpdate update -> 0;
            case Change.TaskCreation creation -> 1;
            case Change.TaskRefresh refresh -> 2;
            case Change.TaskClosure closure -> 2;
        };
    }
}
