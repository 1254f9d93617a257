package io.plumbline.ops;

/** The data folder cannot be used now; the message says why and who does what about it. */
final class DataFolderException extends RuntimeException {

    DataFolderException(String message, Throwable cause) {
        super(message, cause);
    }

    DataFolderException(String message) {
        super(message);
    }
}
