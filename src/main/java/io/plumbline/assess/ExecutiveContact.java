package io.plumbline.assess;

/** Whether executives of the customer talk to us, as {@code executive.engaged} sees it (model section 5). */
public enum ExecutiveContact {
    /** At least one of them had contact with us within the window of that measure. */
    IN_TOUCH,
    /** Not one of them had. */
    NONE
}
