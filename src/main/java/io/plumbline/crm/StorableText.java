package io.plumbline.crm;

/**
 * The form of a text that survives the way to Salesforce and back, so that what was written and what is read later
 * are equal (traps E2, E9).
 *
 * <p>Line ends become a single line feed. Control characters other than tab and line feed, and the two code points
 * that XML forbids, are left out. Half a surrogate pair becomes U+FFFD. Applying it twice changes nothing more.
 */
public final class StorableText {

    private static final int REPLACEMENT = 0xFFFD;

    private StorableText() {}

    public static String of(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isPlain(text.charAt(i))) {
                return mended(text);
            }
        }
        return text;
    }

    /** Whether a character certainly stays as it is, whatever stands beside it. */
    private static boolean isPlain(char character) {
        return character >= 0x20 && character < 0x7F
                || character > 0x7F && character < Character.MIN_SURROGATE
                || character == '\n'
                || character == '\t';
    }

    private static String mended(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            i += Character.charCount(point);
            if (point == '\r') {
                kept.append('\n');
                if (i < text.length() && text.charAt(i) == '\n') {
                    i++;
                }
            } else if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
                kept.appendCodePoint(REPLACEMENT);
            } else if (isKept(point)) {
                kept.appendCodePoint(point);
            }
        }
        return kept.toString();
    }

    private static boolean isKept(int point) {
        boolean control = point < 0x20 && point != '\t' && point != '\n' || point == 0x7F;
        return !control && point != 0xFFFE && point != 0xFFFF;
    }
}
