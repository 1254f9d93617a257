package io.plumbline.assess;

import java.util.Locale;

/** What a finding is about, in the order findings of one severity come (model section 6). */
public enum Theme {
    CURRENCY,
    THOROUGHNESS,
    VETTING,
    EXECUTION,
    ROLES,
    RELATIONSHIP;

    /** The word in JSON and in names. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
