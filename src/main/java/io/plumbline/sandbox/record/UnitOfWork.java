package io.plumbline.sandbox.record;

import java.util.ArrayDeque;
import java.util.Deque;

/** Changes that are undone together: what one record's write does, or a whole call's under allOrNone. */
final class UnitOfWork {

    private final Records records;
    private final Deque<Runnable> undo = new ArrayDeque<>();

    UnitOfWork(Records records) {
        this.records = records;
        records.begins(this);
    }

    Records records() {
        return records;
    }

    void put(StoredRecord saved) {
        Table table = records.table(saved.object().name());
        StoredRecord before = table.put(saved);
        Runnable unsaved = records.late().saved(before, saved);
        undo.push(() -> {
            unsaved.run();
            if (before == null) {
                table.remove(saved.id());
            } else {
                table.put(before);
            }
        });
    }

    void remove(StoredRecord gone) {
        Table table = records.table(gone.object().name());
        table.remove(gone.id());
        undo.push(() -> table.put(gone));
    }

    void noteDeletion(String id, Records.Deletion deletion) {
        records.deletions().put(id, deletion);
        undo.push(() -> records.deletions().remove(id));
    }

    void forgetDeletion(String id) {
        Records.Deletion deletion = records.deletions().remove(id);
        if (deletion != null) {
            undo.push(() -> records.deletions().put(id, deletion));
        }
    }

    /** Where we are, to come back to. */
    int mark() {
        return undo.size();
    }

    /** Undoes everything since the mark, newest first. */
    void rollBackTo(int mark) {
        while (undo.size() > mark) {
            undo.pop().run();
        }
    }
}
