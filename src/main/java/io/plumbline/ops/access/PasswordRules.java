package io.plumbline.ops.access;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** Which passwords are taken: long ones, since length is what guessing costs. */
public final class PasswordRules {

    private static final int FEWEST_CHARACTERS = 12;

    /** bcrypt looks no further. */
    private static final int MOST_BYTES = 72;

    private PasswordRules() {}

    /** @return why a password is not taken, in a sentence; empty when it is */
    public static Optional<String> objection(String name, String password) {
        if (password.codePointCount(0, password.length()) < FEWEST_CHARACTERS) {
            return Optional.of("The password is too short: it takes at least " + FEWEST_CHARACTERS
                    + " characters; a few words in a row do well.");
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            return Optional.of("The password is too long: more than " + MOST_BYTES + " bytes.");
        }
        if (password.toLowerCase(Locale.ROOT).contains(name.toLowerCase(Locale.ROOT)) && name.length() > 2) {
            return Optional.of("The password holds the user's name, which is guessed first.");
        }
        return Optional.empty();
    }
}
