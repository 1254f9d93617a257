package io.plumbline.config.policy;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a finding is about (model section 6), in the model's order. */
public enum Theme {
    CURRENCY,
    THOROUGHNESS,
    VETTING,
    EXECUTION,
    ROLES,
    RELATIONSHIP;

    /** The name in files, in lower case. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Theme> of(String key) {
        return Arrays.stream(values()).filter(theme -> theme.key().equals(key)).findFirst();
    }
}
