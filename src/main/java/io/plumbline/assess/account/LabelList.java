package io.plumbline.assess.account;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A few labels of the policy, among which a text is looked up as {@link Label} compares them, mostly without a copy of it. */
public final class LabelList {

    private final List<String> labels = new ArrayList<>();
    private final int[] hashes;

    public LabelList(Collection<String> texts) {
        for (String text : texts) {
            String label = Label.of(text);
            if (!labels.contains(label)) {
                labels.add(label);
            }
        }
        hashes = labels.stream().mapToInt(String::hashCode).toArray();
    }

    /** Whether a label is there and among these. */
    public boolean has(@Nullable String text) {
        return text != null && placeOf(text) >= 0;
    }

    /** How many different labels there are. */
    public int size() {
        return labels.size();
    }

    /** The place of a label among these, from 0 on; -1 when it is not there. */
    public int placeOf(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && text.charAt(start) == ' ') {
            start++;
        }
        while (end > start && text.charAt(end - 1) == ' ') {
            end--;
        }
        int hash = 0;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (c <= ' ' && c != ' ' || c >= 0x80) {
                return labels.indexOf(Label.of(text));
            }
            hash = 31 * hash + lowerCase(c);
        }
        for (int place = 0; place < hashes.length; place++) {
            if (hashes[place] == hash && isSame(labels.get(place), text, start, end)) {
                return place;
            }
        }
        return -1;
    }

    private static boolean isSame(String label, String text, int start, int end) {
        if (label.length() != end - start) {
            return false;
        }
        for (int i = start; i < end; i++) {
            if (label.charAt(i - start) != lowerCase(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static char lowerCase(char ascii) {
        return ascii >= 'A' && ascii <= 'Z' ? (char) (ascii | 0x20) : ascii;
    }
}
