package io.plumbline.salesforce;

/** Takes the pages of a large answer as they arrive. What it throws ends the reading; the org keeps the answer. */
@FunctionalInterface
public interface PageTaker {

    void take(StreamedPage page);

    /**
     * The org has begun to gather the answer, which may take minutes. Stored now, the place saves this work when the
     * program ends before the first page (trap D6).
     */
    default void begun(StreamPlace place) {}
}
