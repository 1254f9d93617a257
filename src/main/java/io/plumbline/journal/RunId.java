package io.plumbline.journal;

/** The number of a run, growing with time, as people name it. */
public record RunId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
