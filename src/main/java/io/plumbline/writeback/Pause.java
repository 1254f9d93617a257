package io.plumbline.writeback;

/** Waits before records that were refused for a passing reason are sent again. */
@FunctionalInterface
public interface Pause {

    /**
     * @param attempt the attempt that follows, 2 or more
     * @throws InterruptedException when the process is asked to stop; the records then stay for the next run
     */
    void before(int attempt) throws InterruptedException;
}
