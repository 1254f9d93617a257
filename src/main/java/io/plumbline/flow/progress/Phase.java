package io.plumbline.flow.progress;

/** What a run is at, in the order in which it comes to it. */
public enum Phase {
    /** Whether the org gives what is asked for; nothing is counted. */
    CHECKING,
    /** Records come from the org into the mirror; records are counted. */
    READING,
    /** Accounts are judged; accounts are counted. */
    JUDGING,
    /** Changes go to the org; changes are counted. */
    WRITING
}
