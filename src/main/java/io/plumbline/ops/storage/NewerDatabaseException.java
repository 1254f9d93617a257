package io.plumbline.ops.storage;

/** The database was used by a newer Plumbline, whose tables this one does not know. */
public final class NewerDatabaseException extends RuntimeException {

    NewerDatabaseException(String message) {
        super(message);
    }
}
