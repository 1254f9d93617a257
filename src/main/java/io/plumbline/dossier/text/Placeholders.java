package io.plumbline.dossier.text;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The texts that say nothing (model section 0). Nearly all texts are told from them by their first characters, without being
 * copied.
 */
final class Placeholders {

    /** Of the answers that a look at the first characters can give. */
    private enum Glance {
        SAYS_NOTHING,
        SAYS_SOMETHING,
        LOOK_CLOSER
    }

    /** Bits of the values in the tree: whether this is all that is said, or the begin of what says nothing. */
    private static final int WHOLE = 1;

    private static final int START = 2;

    private final Set<String> whole;
    private final Set<String> starts;
    private final PhraseTree tree;
    private final int longest;

    Placeholders(Collection<String> whole, Collection<String> starts) {
        this.whole = cores(whole);
        this.starts = cores(starts);
        Map<String, Integer> all = new HashMap<>();
        this.whole.forEach(core -> all.merge(core, WHOLE, (one, other) -> one | other));
        this.starts.forEach(core -> all.merge(core, START, (one, other) -> one | other));
        this.tree = new PhraseTree(all, Character::toLowerCase);
        this.longest = all.keySet().stream().mapToInt(String::length).max().orElse(0);
    }

    private static Set<String> cores(Collection<String> texts) {
        Set<String> cores = new HashSet<>();
        for (String text : texts) {
            Core core = Core.of(text, Integer.MAX_VALUE - 1);
            if (!core.isBlank()) {
                cores.add(core.text());
            }
        }
        return cores;
    }

    /** Whether the text is blank, one of these, or begins like one of these. */
    boolean isSaidBy(String text) {
        return switch (glance(text)) {
            case SAYS_NOTHING -> true;
            case SAYS_SOMETHING -> false;
            case LOOK_CLOSER -> isNothing(Core.of(text, longest));
        };
    }

    private boolean isNothing(Core core) {
        if (core.isBlank()) {
            return true;
        }
        String text = core.text();
        return !core.isLonger() && whole.contains(text) || starts.stream().anyMatch(text::startsWith);
    }

    /** Looks no further than it takes to tell; gives up at other scripts, and at markup but for the tags before all words. */
    private Glance glance(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int endOfTag = c == '<' ? Markup.endOfTag(text, i) : 0;
            if (endOfTag > 0) {
                i = endOfTag - 1;
                continue;
            }
            if (isBeyond(c)) {
                return Glance.LOOK_CLOSER;
            }
            if (Letters.kind(c) == Letters.LETTER_OR_DIGIT) {
                return isOther(c, text, i + 1) ? Glance.SAYS_SOMETHING : glanceFrom(text, i);
            }
        }
        return Glance.SAYS_NOTHING;
    }

    /** Most texts show at the first two characters of their core that they are no placeholder, which takes one branch. */
    private boolean isOther(char first, String text, int second) {
        char c = second < text.length() ? text.charAt(second) : ' ';
        if (isBeyond(c) || Letters.kind(c) == Letters.WHITE_SPACE) {
            return false;
        }
        int place = tree.next(tree.start(), first);
        return (tree.value(place) | tree.next(place, c)) == PhraseTree.NOWHERE;
    }

    /** Follows the core of the text from its first letter for as long as a placeholder reads the same. */
    private Glance glanceFrom(String text, int first) {
        int place = tree.start();
        int said = 0;
        boolean afterSpace = false;
        for (int i = first; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isBeyond(c)) {
                return Glance.LOOK_CLOSER;
            }
            int kind = Letters.kind(c);
            if (kind == Letters.WHITE_SPACE && afterSpace) {
                continue;
            }
            afterSpace = kind == Letters.WHITE_SPACE;
            place = tree.next(place, afterSpace ? ' ' : c);
            if (kind == Letters.LETTER_OR_DIGIT) {
                said = tree.value(place);
            }
            if ((said & START) != 0) {
                return Glance.SAYS_NOTHING;
            }
            if (place == PhraseTree.NOWHERE && said == 0) {
                return Glance.SAYS_SOMETHING;
            }
        }
        return said == 0 ? Glance.SAYS_SOMETHING : Glance.SAYS_NOTHING;
    }

    private static boolean isBeyond(char c) {
        return c >= Letters.LATIN_1 || c == '<' || c == '&';
    }
}
