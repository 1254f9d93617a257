package io.plumbline.sandbox.control;

/** What the host that an org has left answers to calls of its API (trap J7); the sign-in works there as before. */
public enum OldHost {
    /** A redirect to the same path of the new host, which a client had better not follow with its session (trap J10). */
    REDIRECTS,
    /** A page that says so, with status 404. */
    GONE,
    /** Closed connections. */
    SILENT
}
