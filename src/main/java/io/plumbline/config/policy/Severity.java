package io.plumbline.config.policy;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How serious a finding is (model section 6), the most serious first. */
public enum Severity {
    CRITICAL,
    WARNING,
    INFO;

    /** The word in files, in JSON and in names. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean atLeast(Severity other) {
        return compareTo(other) <= 0;
    }

    public static Optional<Severity> of(String key) {
        return Arrays.stream(values())
                .filter(severity -> severity.key().equals(key))
                .findFirst();
    }
}
