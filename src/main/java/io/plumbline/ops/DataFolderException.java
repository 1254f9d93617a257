package io.plumbline.ops;

/** The data folder cannot be used now; the message says why and who does what about it. */
final class DataFolderException extends RuntimeException {

    DataFolderException(String message, Throwable cause) {
        super(message, cause);
    }

    DataFolderException(String message) {
        super(message);
    }

    /** Whether another Plumbline has it, and nothing is wrong with what is in it. */
    boolean inUse() {
        return getCause() == null;
    }
}
