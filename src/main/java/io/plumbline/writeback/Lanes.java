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

    /** A kind of call. */
    enum Lane {
        ACCOUNTS,
        NEW_TASKS,
        TASKS;

        static Lane of(Change change) {
            return switch (change) {
                case Change.AccountUpdate update -> ACCOUNTS;
                case Change.TaskCreation creation -> NEW_TASKS;
                case Change.TaskRefresh refresh -> TASKS;
                case Change.TaskClosure closure -> TASKS;
            };
        }
    }

    /**
     * @param bulkFrom a kind with so many changes goes by jobs
     * @param mostBytes of one job; such a kind is cut into as few parts as that allows, of about the same length
     */
    static List<List<Recorded>> batches(Collection<Recorded> changes, int bulkFrom, long mostBytes) {
        List<List<Recorded>> batches = new ArrayList<>();
        for (Lane lane : Lane.values()) {
            List<Recorded> inLane = changes.stream()
                    .filter(change -> change.lane() == lane)
                    .sorted(Comparator.comparing(Recorded::account).thenComparing(Recorded::key))
                    .toList();
            if (inLane.size() >= bulkFrom) {
                addParts(batches, inLane, mostBytes);
            } else {
                for (int start = 0; start < inLane.size(); start += BATCH) {
                    batches.add(inLane.subList(start, Math.min(inLane.size(), start + BATCH)));
                }
            }
        }
        return batches;
    }

    private static void addParts(List<List<Recorded>> batches, List<Recorded> inLane, long mostBytes) {
        long all = inLane.stream().mapToLong(Recorded::size).sum();
        long parts = Math.max(1, Math.ceilDiv(all, mostBytes));
        int start = 0;
        long seen = 0;
        long full = 1;
        for (int i = 0; i < inLane.size(); i++) {
            if (i > start && seen * parts >= all * full) {
                batches.add(inLane.subList(start, i));
                start = i;
                full++;
            }
            seen += inLane.get(i).size();
        }
        batches.add(inLane.subList(start, inLane.size()));
    }
}
