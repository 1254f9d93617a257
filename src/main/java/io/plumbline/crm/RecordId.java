package io.plumbline.crm;

import org.jspecify.annotations.Nullable;

/**
 * The Id of a Salesforce record in its one canonical form: 18 characters, the last three being the checksum of
 * the letter case of the first 15.
 *
 * <p>A 15-character Id is case-sensitive and an 18-character one is safe where case is lost, so both spellings of
 * one record become equal here (trap H8). Ordered by code units, as SOQL orders Ids.
 */
public record RecordId(String value) implements Comparable<RecordId> {

    private static final int SHORT = 15;
    private static final int LONG = 18;
    private static final String ACCOUNT_PREFIX = "001";
    private static final String CHECKSUM_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";
    private static final byte FOREIGN = -1;

    /** Of each character: 1 for a capital letter, 0 for another one of an Id, {@link #FOREIGN} for none. */
    private static final byte[] KINDS = kinds();

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

    /** Whether it is that of an account: the prefix of a standard object is the same in every org. */
    public boolean isOfAccount() {
        return value.startsWith(ACCOUNT_PREFIX);
    }

    /** The canonical form of what is an Id; any other text as it is. */
    public static String canonicalOr(String text) {
        String canonical = canonical(text);
        return canonical == null ? text : canonical;
    }

    private static @Nullable String canonical(String text) {
        int length = text.length();
        if (length != SHORT && length != LONG) {
            return null;
        }
        int capitals = 0;
        int kinds = 0;
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            int kind = c < KINDS.length ? KINDS[c] : FOREIGN;
            kinds |= kind;
            capitals |= kind << i;
        }
        if (kinds < 0) {
            return null;
        }
        char first = checksum(capitals);
        char second = checksum(capitals >> 5);
        char third = checksum(capitals >> 10);
        if (length == SHORT) {
            return text + first + second + third;
        }
        if (text.charAt(SHORT) == first && text.charAt(SHORT + 1) == second && text.charAt(SHORT + 2) == third) {
            return text;
        }
        String right = "" + first + second + third;
        return text.substring(SHORT).equalsIgnoreCase(right) ? text.substring(0, SHORT) + right : null;
    }

    /** @param capitals has a bit for each capital letter of the next five characters, and any others above */
    private static char checksum(int capitals) {
        return CHECKSUM_ALPHABET.charAt(capitals & 0x1F);
    }

    private static byte[] kinds() {
        byte[] kinds = new byte[128];
        for (int c = 0; c < kinds.length; c++) {
            boolean capital = c >= 'A' && c <= 'Z';
            boolean other = c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
            kinds[c] = capital ? 1 : other ? 0 : FOREIGN;
        }
        return kinds;
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
