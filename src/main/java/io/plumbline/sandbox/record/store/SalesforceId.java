package io.plumbline.sandbox.record.store;

import java.util.Locale;
import java.util.Optional;

/** The two spellings of a record's Id: 15 case-sensitive characters, or 18 of which the last three are a checksum of their case (trap H8). */
public final class SalesforceId {

    private static final String CHECKSUM = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";
    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private SalesforceId() {}

    /** The 18-character spelling; empty when the text is no Id. */
    public static Optional<String> canonical(String text) {
        boolean shaped =
                (text.length() == 15 || text.length() == 18) && text.chars().allMatch(c -> DIGITS.indexOf(c) >= 0);
        if (!shaped) {
            return Optional.empty();
        }
        String full = text.substring(0, 15) + checksum(text);
        boolean wrong = text.length() == 18
                && !full.substring(15).equals(text.substring(15).toUpperCase(Locale.ROOT));
        return wrong ? Optional.empty() : Optional.of(full);
    }

    /** The Id of the n-th record of an object in this org. */
    static String of(String keyPrefix, long sequence) {
        StringBuilder digits = new StringBuilder();
        for (long rest = sequence; digits.length() < 9; rest /= DIGITS.length()) {
            digits.append(DIGITS.charAt((int) (rest % DIGITS.length())));
        }
        String caseSensitive = keyPrefix + "Pb0" + digits.reverse();
        return caseSensitive + checksum(caseSensitive);
    }

    private static String checksum(String id) {
        StringBuilder checksum = new StringBuilder(3);
        for (int block = 0; block < 3; block++) {
            int upperCase = 0;
            for (int i = 0; i < 5; i++) {
                char c = id.charAt(block * 5 + i);
                if (c >= 'A' && c <= 'Z') {
                    upperCase |= 1 << i;
                }
            }
            checksum.append(CHECKSUM.charAt(upperCase));
        }
        return checksum.toString();
    }
}
