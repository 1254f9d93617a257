package io.plumbline.salesforce;

/** How the reading of a large answer ended, if it did not fail. */
public sealed interface StreamResult {

    /** All of it was given to the taker, and counted against what the org says there is (traps B7, D2, D9). */
    record Whole(long rows) implements StreamResult {}

    /**
     * Nothing was read: the answer is too small to be worth it, or the org does not give this object or query in bulk
     * (trap B11). Ask page by page.
     *
     * @param reason in words
     */
    record Declined(String reason) implements StreamResult {}
}
