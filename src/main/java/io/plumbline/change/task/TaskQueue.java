package io.plumbline.change.task;

import io.plumbline.change.Change;
import io.plumbline.crm.RecordId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * The tasks that accounts ask for, person by person, what needs attention most first. Of each person so many are kept as can
 * become tasks or be named in a digest, and the others are counted: an org has more of them than memory should hold.
 */
public final class TaskQueue {

    private final int most;
    private final Map<RecordId, Line> lines = new HashMap<>();

    TaskQueue(int most) {
        this.most = most;
    }

    /** What one person is asked for. */
    private static final class Line {
        private final PriorityQueue<Asked> kept = new PriorityQueue<>(Asked.FIRST_FIRST.reversed());
        private int length;
    }

    /** @param attention what ranks the account, 0 where it is unknown */
    public void add(Change.TaskCreation creation, double attention) {
        add(Asked.of(creation, attention));
    }

    void add(Asked asked) {
        Line line = lines.computeIfAbsent(asked.wanted().owner(), person -> new Line());
        line.length++;
        line.kept.add(asked);
        if (line.kept.size() > most) {
            line.kept.remove();
        }
    }

    Set<RecordId> people() {
        return lines.keySet();
    }

    /** How many tasks are asked of a person, kept or not. */
    int length(RecordId person) {
        return line(person).length;
    }

    /** Those that are kept, the first first. */
    List<Asked> first(RecordId person) {
        return line(person).kept.stream().sorted(Asked.FIRST_FIRST).toList();
    }

    private Line line(RecordId person) {
        return lines.getOrDefault(person, new Line());
    }
}
