package io.plumbline.sandbox.record.store;

import java.util.ArrayDeque;
import java.util.Deque;

/** Changes that are undone together: what one record's write does, or a whole call's under allOrNone. */
public final class UnitOfWork {

    private final Records records;
    private final Deque<Runnable> undo = new ArrayDeque<>();

    public UnitOfWork(Records records) {
        this.records = records;
        records.begins(this);
    }

    public Records records() {
        return records;
    }

    public void put(StoredRecord saved) {
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

    public void remove(StoredRecord gone) {
        Table table = records.table(gone.object().name());
        table.remove(gone.id());
        undo.push(() -> table.put(gone));
    }

    public void noteDeletion(String id, Records.Deletion deletion) {
        records.deletions().put(id, deletion);
        undo.push(() -> records.deletions().remove(id));
    }

    public void forgetDeletion(String id) {
        Records.Deletion deletion = records.deletions().remove(id);
        if (deletion != null) {
            undo.push(() -> records.deletions().put(id, deletion));
        }
    }

    /** Where we are, to come back to. */
    public int mark() {
        return undo.size();
    }

    /** Undoes everything since the mark, newest first. */
    public void rollBackTo(int mark) {
        while (undo.size() > mark) {
            undo.pop().run();
        }
    }
}
