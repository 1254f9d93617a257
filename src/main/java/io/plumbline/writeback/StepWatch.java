package io.plumbline.writeback;

/**
 * Is told of the moments between which a process may die or be held up. In operation nobody listens; the crash sweep
 * kills the process here, so that the list of moments and what is tested are the same thing (trap K1).
 */
@FunctionalInterface
public interface StepWatch {

    StepWatch NOBODY = (step, done) -> {};

    /** What a run does that must neither be lost nor done twice. */
    enum Step {
        /** The plan is recorded in the outbox. */
        RECORD,
        /** A batch is claimed: marked as sent, before it is. */
        CLAIM,
        /** A batch is on its way to Salesforce and back. */
        SEND,
        /** What became of a batch is remembered. */
        SETTLE,
        /** The verdicts that Salesforce now holds are remembered. */
        REMEMBER,
        /** The run is closed in the journal. */
        CLOSE
    }

    /** @param done false right before the step, true right after it */
    void at(Step step, boolean done);

    /** Does a step between its two moments. */
    default void around(Step step, Runnable work) {
        at(step, false);
        work.run();
        at(step, true);
    }
}
