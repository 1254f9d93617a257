package io.plumbline.sandbox.control;

import io.plumbline.sandbox.schema.FieldChange;
import io.plumbline.sandbox.setup.Setup;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

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

    /**
     * Adds, removes, renames or resizes a field for everybody, from the next call on (C6, I2, I3).
     *
     * @throws IllegalArgumentException when there is no such object or field, or one already
     */
    void changeField(String object, FieldChange change);

    /** What is set up in the org: sharing, rules, automation. */
    Setup setup();

    /**
     * Hides a share of an object's records from everybody but administrators, always the same ones.
     *
     * @return how many records that are
     */
    int hidePercent(String object, int percent);

    /** Lets saves become visible only a time after their stamp; zero ends it for later saves. */
    void delayCommits(Duration by);

    /** Moves the system stamp of records and nothing else. */
    void touch(List<String> ids);

    /** Takes deleted records out of the recycle bin for good. */
    void purge(List<String> ids);

    /**
     * Merges records of one object into another of them, as the administrator.
     *
     * @throws IllegalArgumentException with the refusal's words
     */
    void merge(String masterId, List<String> mergedIds);

    /**
     * A new session of a user, which needs no sign-in and counts nowhere.
     *
     * @throws IllegalArgumentException when there is no such user
     */
    String openSession(String username);

    /** Moves the org to another host, whose URL comes back; all sessions end and the sign-in stays where it is. */
    String moveOrg(OldHost conduct) throws IOException;

    /** Lets sign-ins, and whoever asks who they are, be told the Id of another org. */
    void claimToBe(String organizationId);

    /** How the token endpoint treats those who come too often. */
    void signInRules(boolean oneAtATime, boolean newestOnly, Duration takes);
}
