package io.plumbline.flow.reading;

import io.plumbline.extract.reading.ReadingWatch;
import io.plumbline.flow.progress.RunProgress;
import io.plumbline.mirror.RowSource;

/** Tells how reading comes on to whoever looks at the run. */
record WatchedReading(RunProgress progress) implements ReadingWatch {

    @Override
    public void expected(long rows) {
        progress.expect(rows);
    }

    @Override
    public void reading(RowSource source) {
        progress.at(source.value());
    }

    @Override
    public void arrived(int rows) {
        progress.did(rows);
    }
}
