package io.plumbline.crm;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The Id of a Salesforce record in its one canonical form: 18 characters, the last three being the checksum of
 * the letter case of the first 15.
 *
 * <p>A 15-character Id is case-sensitive and an 18-character one is safe where case is lost, so both spellings of
 * one record become equal here (trap H8). Ordered by code units, as SOQL orders Ids.
 */
public record RecordId(String value) implements Comparable<RecordId> {

    private static final String CHECKSUM_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";

    /**
     * @throws IllegalArgumentException when the text is neither a 15-character Id nor an 18-character one whose
     *     checksum is right
     */
    public RecordId {
        String canonical = canonical(value);
        if (canonical == null) {
            throw new IllegalArgumentException("'" + value + "' is not a Salesforce Id: 15 letters and digits,"
                    + " or 18 of which the last three are the checksum");
        }
        value = canonical;
    }

    public static RecordId of(String text) {
        return new RecordId(text);
    }

    /** Whether {@link #of} accepts this text. */
    public static boolean isId(String text) {
        return canonical(text) != null;
    }

    /** The first three characters, which name the object: {@code 001} is Account. */
    public String keyPrefix() {
        return value.substring(0, 3);
    }

    private static @Nullable String canonical(String text) {
        if (text.length() != 15 && text.length() != 18) {
            return null;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!(c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z')) {
                return null;
            }
        }
        if (text.length() == 15) {
            return text + checksum(text, 0) + checksum(text, 5) + checksum(text, 10);
        }
        boolean rightCase = true;
        for (int block = 0; block < 3; block++) {
            char told = text.charAt(15 + block);
            char right = checksum(text, block * 5);
            if (told != right) {
                if (Character.toUpperCase(told) != right) {
                    return null;
                }
                rightCase = false;
            }
        }
        return rightCase ? text : text.substring(0, 15) + text.substring(15).toUpperCase(Locale.ROOT);
    }

    /** The letter or digit that tells which of five characters are capital letters. */
    private static char checksum(String text, int from) {
        int upperCaseBits = 0;
        for (int i = 0; i < 5; i++) {
            char c = text.charAt(from + i);
            if (c >= 'A' && c <= 'Z') {
                upperCaseBits |= 1 << i;
            }
        }
        return CHECKSUM_ALPHABET.charAt(upperCaseBits);
    }

    @Override
    public int compareTo(RecordId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
