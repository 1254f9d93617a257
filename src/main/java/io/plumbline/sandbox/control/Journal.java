package io.plumbline.sandbox.control;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Every request since the last reset and every change it committed; what tests take as the truth. */
public final class Journal {

    private final List<JournalEntry> entries = new ArrayList<>();
    private long arrived;

    /** The number of a request that has just arrived. */
    public synchronized long arrive() {
        return ++arrived;
    }

    /** Keeps a finished request; called before its answer is sent. */
    public synchronized void add(JournalEntry entry) {
        entries.add(entry);
    }

    /** All requests in order of arrival. */
    public synchronized List<JournalEntry> entries() {
        return entries.stream()
                .sorted(Comparator.comparingLong(JournalEntry::number))
                .toList();
    }

    /** The requests whose operation matches a pattern such as {@code soap.*}. */
    public List<JournalEntry> entries(String operation) {
        return entries().stream()
                .filter(entry -> OperationPattern.of(operation).matches(entry.operation()))
                .toList();
    }

    /** The requests that count as calls of the API: all but signing in. */
    public List<JournalEntry> apiCalls() {
        return entries().stream()
                .filter(entry -> !OperationPattern.of("oauth.*").matches(entry.operation()))
                .toList();
    }

    /** All committed changes in order of arrival of their requests. */
    public List<Effect> effects() {
        return entries().stream().flatMap(entry -> entry.effects().stream()).toList();
    }

    /** Forgets everything. */
    public synchronized void reset() {
        entries.clear();
        arrived = 0;
    }
}
