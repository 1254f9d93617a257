package io.plumbline.assess;

/** Where health is going; {@link #NEW} when there is no earlier score to compare with (model section 5). */
public enum Trend {
    NEW,
    IMPROVING,
    STEADY,
    DECLINING
}
