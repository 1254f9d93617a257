package io.plumbline.change;

/** Text as a Salesforce field keeps it, so that what is compared is what was written (traps E2, E9, E10). */
final class FieldText {

    private static final String CUT = "...";

    private FieldText() {}

    /** Line ends as LF, no white space around, and none of the characters that XML or a database would change. */
    static String normal(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.replace("\r\n", "\n").replace('\r', '\n').codePoints().forEach(point -> {
            if (point == '\n' || point == '\t' || survives(point)) {
                clean.appendCodePoint(point);
            }
        });
        return clean.toString().strip();
    }

    private static boolean survives(int point) {
        boolean loneSurrogate = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
        boolean noCharacter = (point & 0xFFFE) == 0xFFFE;
        return !Character.isISOControl(point) && !loneSurrogate && !noCharacter;
    }

    /** The normal form, cut between characters and marked where it is longer than the field. */
    static String fit(String text, int length) {
        String normal = normal(text);
        if (length <= 0 || normal.length() <= length) {
            return normal;
        }
        int keep = Math.max(0, length - CUT.length());
        if (keep > 0 && Character.isHighSurrogate(normal.charAt(keep - 1))) {
            keep--;
        }
        String mark = CUT.substring(0, Math.min(CUT.length(), length));
        return normal.substring(0, keep).stripTrailing() + mark;
    }
}
