package io.plumbline.assess.account;

import io.plumbline.dossier.text.PhraseTree;
import io.plumbline.dossier.text.WhiteSpace;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A few labels of the policy, among which a text is looked up as {@link Label} compares them, mostly without a copy of it. */
public final class LabelList {

    private static final int LATIN_1 = 0x100;

    /** Place and one more by label. */
    private final Map<String, Integer> labels = new HashMap<>();

    private final PhraseTree tree;

    public LabelList(Collection<String> texts) {
        for (String text : texts) {
            labels.putIfAbsent(Label.of(text), labels.size() + 1);
        }
        tree = new PhraseTree(labels, Character::toLowerCase);
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
        while (start < end && WhiteSpace.is(text.charAt(start))) {
            start++;
        }
        while (end > start && WhiteSpace.is(text.charAt(end - 1))) {
            end--;
        }
        int place = tree.start();
        for (int i = start; i < end && place != PhraseTree.NOWHERE; i++) {
            char c = text.charAt(i);
            if (c >= LATIN_1) {
                return labels.getOrDefault(Label.of(text), 0) - 1;
            }
            place = tree.next(place, c);
        }
        return tree.value(place) - 1;
    }
}
