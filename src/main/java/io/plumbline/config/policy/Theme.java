package io.plumbline.config.policy;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a finding is about, in the order findings of one severity come (model section 6). */
public enum Theme {
    CURRENCY,
    THOROUGHNESS,
    VETTING,
    EXECUTION,
    ROLES,
    RELATIONSHIP;

    /** The word in files, in JSON and in names. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Theme> of(String key) {
        return Arrays.stream(values()).filter(theme -> theme.key().equals(key)).findFirst();
    }
}
