package io.plumbline.assess.account;

import io.plumbline.dossier.text.WhiteSpace;
import java.util.Locale;

/** Labels of roles, types, sources, families and levels, which are compared trimmed and in lower case (model section 0). */
public final class Label {

    private Label() {}

    public static String of(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && WhiteSpace.is(text.charAt(start))) {
            start++;
        }
        while (end > start && WhiteSpace.is(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end).toLowerCase(Locale.ROOT);
    }
}
