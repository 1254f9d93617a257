package io.plumbline.assess.account;

import io.plumbline.dossier.text.WhiteSpace;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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

    static Set<String> all(Collection<String> texts) {
        Set<String> labels = new LinkedHashSet<>();
        texts.forEach(text -> labels.add(of(text)));
        return labels;
    }

    /** Whether a label is there and among these. */
    public static boolean isIn(@Nullable String text, Set<String> labels) {
        return text != null && labels.contains(of(text));
    }
}
