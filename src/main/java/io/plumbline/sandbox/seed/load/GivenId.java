package io.plumbline.sandbox.seed.load;

import java.util.Optional;
import java.util.regex.Pattern;

/** Record Ids as files give them: 15 case-sensitive characters, or 18 with the suffix that makes letter case redundant. */
final class GivenId {

    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9]{15}(?:[A-Za-z0-9]{3})?");
    private static final String SUFFIX = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";

    private GivenId() {}

    /** The Id in its 18 characters; empty when the text is not well formed. */
    static Optional<String> canonical(String text) {
        if (!SHAPE.matcher(text).matches()) {
            return Optional.empty();
        }
        String id = text.substring(0, 15);
        String full = id + suffix(id);
        return text.length() == 15 || full.equals(text) ? Optional.of(full) : Optional.empty();
    }

    private static String suffix(String id) {
        StringBuilder suffix = new StringBuilder(3);
        for (int block = 0; block < 15; block += 5) {
            int bits = 0;
            for (int at = 0; at < 5; at++) {
                char letter = id.charAt(block + at);
                bits |= letter >= 'A' && letter <= 'Z' ? 1 << at : 0;
            }
            suffix.append(SUFFIX.charAt(bits));
        }
        return suffix.toString();
    }
}
