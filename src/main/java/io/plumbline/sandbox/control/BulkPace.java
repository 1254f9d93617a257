package io.plumbline.sandbox.control;

/** How fast jobs seem to move, and how their results are laid out; changes what is asked from then on. */
public final class BulkPace {

    private int pollsInProgress = 1;
    private int mostRowsPerPage = 100_000;
    private boolean reversed;
    private final BulkFaults faults = new BulkFaults();

    /** What goes wrong with jobs and results. */
    public BulkFaults faults() {
        return faults;
    }

    /** How many polls find a job in progress before one finds it complete; a huge number is a job that hangs (D7). */
    public synchronized void pollsInProgress(int polls) {
        pollsInProgress = polls;
    }

    /** Rows of a result page when the client asks for no smaller number. */
    public synchronized void mostRowsPerPage(int rows) {
        mostRowsPerPage = rows;
    }

    /** Lists the rows of ingest results backwards, as their order is not promised (D8). */
    public synchronized void reversed(boolean flag) {
        reversed = flag;
    }

    public synchronized int pollsInProgress() {
        return pollsInProgress;
    }

    public synchronized int mostRowsPerPage() {
        return mostRowsPerPage;
    }

    public synchronized boolean reversed() {
        return reversed;
    }
}
