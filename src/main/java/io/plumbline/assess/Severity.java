package io.plumbline.assess;

import java.util.Locale;

/** How much a finding matters, the most severe first (model section 6). */
public enum Severity {
    CRITICAL,
    WARNING,
    INFO;

    /** The word in JSON and in names. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
