package io.plumbline.assess;

/** How thorough one section of a plan is (model section 3). */
public enum SectionVerdict {
    PASS,
    PARTIAL,
    FAIL
}
