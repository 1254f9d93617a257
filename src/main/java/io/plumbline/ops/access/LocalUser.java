package io.plumbline.ops.access;

import java.time.Instant;
import java.util.regex.Pattern;

/**
 * Somebody who signs in by a password that Plumbline keeps.
 *
 * @param name in lower case
 * @param seesNames whether accounts and people are shown by name
 * @param changedAt when anything about the user was changed last; sessions begun before end
 */
public record LocalUser(String name, Role role, boolean seesNames, Instant changedAt) {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._@-]{0,63}");

    /** Whether somebody may be called so: up to 64 letters, digits and {@code . _ @ -}. */
    public static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }
}
