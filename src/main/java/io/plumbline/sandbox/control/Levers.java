package io.plumbline.sandbox.control;

import java.time.Duration;
import java.time.Instant;

/** What the control face may move in the org and around it. */
public interface Levers {

    /** The org's clock. */
    Instant now();

    void setClock(Instant to);

    void advanceClock(Duration by);

    void killSessions();

    void evictCursors();

    /** Lets the server give fewer rows a page than asked for. */
    void mostRowsPerPage(int rows);

    /**
     * Activates or deactivates a user.
     *
     * @throws IllegalArgumentException when there is no such user
     */
    void setActive(String username, boolean active);

    void lockForAttempts(String recordId, int attempts);

    void lockUntil(String recordId, Instant until);

    /**
     * Changes what the integration user may do with a field, from its next call on (I1, I4).
     *
     * @throws IllegalArgumentException when there is no such field
     */
    void setFieldPermission(String object, String field, boolean readable, boolean editable);
}
