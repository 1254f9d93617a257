package io.plumbline.change;

import io.plumbline.crm.StorableText;

/** Text as a Salesforce field keeps it, so that what is compared is what was written (traps E2, E9, E10). */
public final class FieldText {

    private static final String CUT = "...";

    private FieldText() {}

    /**
     * The storable form without white space around it. Our own texts need neither half a surrogate pair nor controls
     * above 0x7F, nor the code points that are no characters in any plane: they are left out.
     */
    public static String normal(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().filter(FieldText::isOfUse).forEach(clean::appendCodePoint);
        return StorableText.of(clean.toString()).strip();
    }

    private static boolean isOfUse(int point) {
        boolean loneSurrogate = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
        boolean highControl = point > 0x7F && Character.isISOControl(point);
        boolean noCharacter = (point & 0xFFFE) == 0xFFFE;
        return !loneSurrogate && !highControl && !noCharacter;
    }

    /** The normal form, cut between characters and marked where it is longer than the field. */
    public static String fit(String text, int length) {
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
