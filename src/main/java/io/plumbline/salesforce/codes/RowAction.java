package io.plumbline.salesforce.codes;

/** What Plumbline does about a record that the org refused. */
public enum RowAction {
    /** The same record may pass in a moment (trap F3). */
    SEND_AGAIN("sends the record again, a few times in this run, then with the next ones"),
    /** The same record would be refused again until somebody has acted (trap F6). */
    HOLD("holds the record back, shows its age, and tries again once a day or when its content changes"),
    /** What is known of the record is out of date (traps F9, F15). */
    READ_AGAIN("reads what became of the record and plans anew");

    private final String words;

    RowAction(String words) {
        this.words = words;
    }

    /** As in {@code error-codes.md}. */
    public String words() {
        return words;
    }

    /** Whether the same record may succeed later without anybody's doing. */
    public boolean passing() {
        return this == SEND_AGAIN;
    }
}
