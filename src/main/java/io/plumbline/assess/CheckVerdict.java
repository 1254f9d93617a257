package io.plumbline.assess;

/** The outcome of one vetting check; {@link #UNKNOWN} when the dossier cannot tell (model section 4). */
public enum CheckVerdict {
    PASS,
    FAIL,
    UNKNOWN
}
