package io.plumbline.assess;

/** How current a plan is by one clock, from best to worst; a plan is as current as its worst clock (model section 2). */
public enum ClockVerdict {
    CURRENT,
    DUE_SOON,
    STALE,
    EXPIRED,
    MISSING
}
