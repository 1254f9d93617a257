package io.plumbline.ops.storage;

/** A folder for data cannot be used; the message says why and who does what about it. */
public final class DataFolderException extends RuntimeException {

    private final Obstacle obstacle;

    /** What stands in the way. */
    public enum Obstacle {
        /** Another Plumbline has it, and nothing is wrong with what is in it. */
        IN_USE,
        UNREADABLE,
        NOT_WRITABLE
    }

    DataFolderException(Obstacle obstacle, String message, Throwable cause) {
        super(message, cause);
        this.obstacle = obstacle;
    }

    DataFolderException(Obstacle obstacle, String message) {
        super(message);
        this.obstacle = obstacle;
    }

    public Obstacle obstacle() {
        return obstacle;
    }
}
