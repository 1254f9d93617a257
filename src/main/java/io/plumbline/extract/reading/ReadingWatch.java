package io.plumbline.extract.reading;

import io.plumbline.mirror.RowSource;

/** Is told how reading comes on, by the thread that reads. Rows of the daily comparison are not among those told. */
public interface ReadingWatch {

    /** Looks at nothing. */
    ReadingWatch NOBODY = new ReadingWatch() {};

    /** So many rows of all sources together are new, by the org's own count; not told where the org could not count. */
    default void expected(long rows) {}

    /** This source comes next. */
    default void reading(RowSource source) {}

    /** So many rows more are in hand. */
    default void arrived(int rows) {}
}
