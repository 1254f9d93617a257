package io.plumbline.ops.start;

import io.plumbline.flow.SyncSummary;

/** What the program tells the shell when it ends. */
public enum ExitCode {
    /** Everything was read, judged and written. */
    COMPLETE(0),
    /** The rest went through; what did not is named in the summary. */
    PARTIAL(2),
    /** Nothing usable came out; trying again later may help. */
    FAILED(3),
    /** Somebody has to change a setting, a permission or a command before it can work. */
    CONFIGURATION(4);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }

    public static ExitCode of(SyncSummary.Status status) {
        return switch (status) {
            case COMPLETE -> COMPLETE;
            case PARTIAL -> PARTIAL;
            case FAILED, ELSEWHERE -> FAILED;
            case REFUSED -> CONFIGURATION;
        };
    }
}
