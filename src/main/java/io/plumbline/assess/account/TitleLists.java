package io.plumbline.assess.account;

import io.plumbline.dossier.text.PhraseTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Lists of expressions, each looked for anywhere in a title. What stands for a few phrases is looked up in one tree while the
 * title is read once; the other expressions are tried where the text stands with which they begin, all of them in a title of
 * another script than Latin-1.
 */
final class TitleLists {

    /** What {@link #first} gives where no list speaks of the title. */
    static final int NONE = Integer.SIZE;

    private static final int LATIN_1 = 0x100;

    /** The bit of the text with which an expression begins; those below are of the lists. */
    private static final int OPENING = 1 << 30;

    private static final int OTHER_SCRIPT = -1;

    private static final boolean[] WORD = word();

    private final List<List<TitlePattern>> all = new ArrayList<>();

    /** By list, those that are not spelled out. */
    private final List<List<TitlePattern>> others = new ArrayList<>();

    private final PhraseTree tree;

    /** {@link #OPENING} when an expression may begin anywhere. */
    private final int always;

    TitleLists(List<List<Pattern>> lists) {
        Map<String, Integer> values = new HashMap<>();
        int anywhere = 0;
        for (int list = 0; list < lists.size(); list++) {
            List<TitlePattern> rest = new ArrayList<>();
            for (Pattern pattern : lists.get(list)) {
                Optional<Set<String>> phrases = Phrases.of(pattern);
                TitlePattern other = TitlePattern.of(pattern);
                if (phrases.isEmpty()) {
                    rest.add(other);
                }
                String opening = other.needed().atStart();
                anywhere |= phrases.isEmpty() && opening.isEmpty() ? OPENING : 0;
                int value = phrases.isEmpty() ? OPENING : 1 << list;
                phrases.orElse(Set.of(opening))
                        .forEach(phrase -> values.merge(NeededText.folded(phrase), value, (one, more) -> one | more));
            }
            all.add(TitlePattern.all(lists.get(list)));
            others.add(rest);
        }
        tree = new PhraseTree(values, character -> NeededText.folded((char) character));
        always = anywhere;
    }

    /** The first list with an expression that is in the title, or {@link #NONE}. */
    int first(String title) {
        int found = look(title);
        if (found == OTHER_SCRIPT) {
            return first(all, title);
        }
        int list = Integer.numberOfTrailingZeros(found & ~OPENING);
        return (found & OPENING) == 0 ? list : Math.min(list, first(others, title));
    }

    private static int first(List<List<TitlePattern>> lists, String title) {
        String folded = NeededText.folded(title);
        for (int list = 0; list < lists.size(); list++) {
            for (TitlePattern pattern : lists.get(list)) {
                if (pattern.isIn(title, folded)) {
                    return list;
                }
            }
        }
        return NONE;
    }

    /** The bits of all phrases and openings in the title. */
    private int look(String title) {
        int found = always;
        boolean afterWord = false;
        for (int i = 0; i < title.length(); i++) {
            char c = title.charAt(i);
            if (c >= LATIN_1) {
                return OTHER_SCRIPT;
            }
            boolean isWord = isWord(c);
            if (isWord && !afterWord) {
                found |= lookFrom(title, i);
            }
            afterWord = isWord;
        }
        return found;
    }

    private int lookFrom(String title, int start) {
        int found = 0;
        int place = tree.start();
        for (int i = start; i < title.length() && title.charAt(i) < LATIN_1 && place != PhraseTree.NOWHERE; i++) {
            place = tree.next(place, title.charAt(i));
            int value = tree.value(place);
            if (value != 0) {
                found |= isEndOfWord(title, i + 1) ? value : value & OPENING;
            }
        }
        return found;
    }

    private static boolean isEndOfWord(String title, int next) {
        return next == title.length() || !isWord(title.charAt(next));
    }

    /** As word boundaries take it, of Latin-1. */
    private static boolean isWord(char c) {
        return c < LATIN_1 && WORD[c];
    }

    private static boolean[] word() {
        boolean[] word = new boolean[LATIN_1];
        for (int c = 0; c < LATIN_1; c++) {
            word[c] = Character.isLetterOrDigit(c) || c == '_';
        }
        return word;
    }
}
