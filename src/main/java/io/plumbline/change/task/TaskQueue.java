package io.plumbline.change.task;

import io.plumbline.change.Change;
import io.plumbline.crm.RecordId;
import java.util.ArrayList;
import java.util.Comparator;
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

    private static final Comparator<Entry> FIRST_FIRST = Comparator.comparingDouble(Entry::attention)
            .reversed()
            .thenComparing(entry -> entry.creation().account())
            .thenComparing(entry -> entry.creation().due())
            .thenComparing(entry -> entry.creation().taskKey());

    private final int most;
    private final Map<RecordId, Line> lines = new HashMap<>();

    TaskQueue(int most) {
        this.most = most;
    }

    private record Entry(Change.TaskCreation creation, double attention) {}

    /** What one person is asked for. */
    private static final class Line {
        private final PriorityQueue<Entry> kept = new PriorityQueue<>(FIRST_FIRST.reversed());
        private int length;
    }

    /** @param attention what ranks the account, 0 where it is unknown */
    public void add(Change.TaskCreation creation, double attention) {
        Line line = lines.computeIfAbsent(creation.owner(), person -> new Line());
        line.length++;
        line.kept.add(new Entry(creation, attention));
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
    List<Change.TaskCreation> first(RecordId person) {
        List<Entry> sorted = new ArrayList<>(line(person).kept);
        sorted.sort(FIRST_FIRST);
        return sorted.stream().map(Entry::creation).toList();
    }

    private Line line(RecordId person) {
        return lines.getOrDefault(person, new Line());
    }
}
