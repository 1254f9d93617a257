package io.plumbline.flow.progress;

import io.plumbline.crm.RecordId;
import java.time.Clock;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** The run of one org telling how far it has come. What it tells is seen at once by {@link Progress#now()}. */
public final class RunProgress implements AutoCloseable {

    private final RecordId org;
    private final Clock clock;
    private final Consumer<RunProgress> whenEnded;
    private final Instant began;

    private Phase phase = Phase.CHECKING;
    private String part = "";
    private long done;
    private OptionalLong expected = OptionalLong.empty();
    private Instant since;

    RunProgress(RecordId org, Clock clock, Consumer<RunProgress> whenEnded) {
        this.org = org;
        this.clock = clock;
        this.whenEnded = whenEnded;
        this.began = clock.instant();
        this.since = began;
    }

    /** The next phase begins. How much it has to do is told by {@link #expect} once that is known. */
    public synchronized void enter(Phase next) {
        phase = next;
        part = "";
        done = 0;
        expected = OptionalLong.empty();
        since = clock.instant();
    }

    /** So much is to be done in this phase. */
    public synchronized void expect(long altogether) {
        expected = OptionalLong.of(altogether);
    }

    /** @param next what of the phase comes next, such as a source by its key in mapping.yaml */
    public synchronized void at(String next) {
        part = next;
    }

    /** So much more is done. */
    public synchronized void did(long more) {
        done += more;
    }

    synchronized Underway now() {
        return new Underway(org, phase, part, done, expected, began, since);
    }

    /** The run has ended. */
    @Override
    public void close() {
        whenEnded.accept(this);
    }
}
