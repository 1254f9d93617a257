package io.plumbline.dossier.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The texts that say nothing (model section 0). Nearly all texts are told from them by their first letter and their length,
 * without being copied.
 */
final class Placeholders {

    /** Of the answers that a look at the first characters can give. */
    private enum Glance {
        SAYS_NOTHING,
        SAYS_SOMETHING,
        LOOK_CLOSER
    }

    private final Set<String> whole;
    private final List<String> starts;
    private final int longest;

    /** By first letter, upper or lower case: a bit for each length of a placeholder that begins so. */
    private final long[] lengths = new long[Letters.LATIN_1];

    /** By first letter: the longest placeholder that begins so. */
    private final int[] longestOf = new int[Letters.LATIN_1];

    private final boolean[] mayStart = new boolean[Letters.LATIN_1];

    /** By first letter: a bit for each character, several to a bit, that may come next in a text that says nothing. */
    private final long[] seconds = new long[Letters.LATIN_1];

    Placeholders(Collection<String> whole, Collection<String> starts) {
        this.whole = new HashSet<>(cores(whole));
        this.starts = cores(starts);
        int most = 0;
        for (String core : this.whole) {
            most = Math.max(most, core.length());
            for (int c = 0; c < Letters.LATIN_1; c++) {
                if (Character.toLowerCase(c) == core.charAt(0)) {
                    seconds[c] |= seconds(core);
                    lengths[c] |= bit(core.length());
                    longestOf[c] = Math.max(longestOf[c], core.length());
                }
            }
        }
        for (String core : this.starts) {
            most = Math.max(most, core.length());
            for (int c = 0; c < Letters.LATIN_1; c++) {
                if (Character.toLowerCase(c) == core.charAt(0)) {
                    seconds[c] |= seconds(core);
                    mayStart[c] = true;
                }
            }
        }
        this.longest = most;
    }

    /** Any character may come behind a core of one letter: it may be no part of the core. */
    private static long seconds(String core) {
        if (core.length() == 1) {
            return -1L;
        }
        long seconds = 0;
        for (int c = 0; c < Letters.LATIN_1; c++) {
            int inCore = Letters.kind(c) == Letters.WHITE_SPACE ? ' ' : Character.toLowerCase(c);
            seconds |= inCore == core.charAt(1) ? 1L << c : 0;
        }
        return seconds;
    }

    private static List<String> cores(Collection<String> texts) {
        List<String> cores = new ArrayList<>();
        for (String text : texts) {
            Core core = Core.of(text, Integer.MAX_VALUE - 1);
            if (!core.isBlank() && !cores.contains(core.text())) {
                cores.add(core.text());
            }
        }
        return cores;
    }

    private static long bit(int length) {
        return 1L << Math.min(length, Long.SIZE - 1);
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
        if (!core.isLonger() && whole.contains(text)) {
            return true;
        }
        for (String start : starts) {
            if (text.startsWith(start)) {
                return true;
            }
        }
        return false;
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
                return glanceFrom(c, text, i);
            }
        }
        return Glance.SAYS_NOTHING;
    }

    /** Most texts show at the first two characters of their core that they are no placeholder. */
    private Glance glanceFrom(char first, String text, int start) {
        if (!isSecond(first, text, start + 1)) {
            return Glance.SAYS_SOMETHING;
        }
        return mayStart[first] ? Glance.LOOK_CLOSER : glanceBeyond(first, text, start);
    }

    private boolean isSecond(char first, String text, int second) {
        if (second == text.length()) {
            return true;
        }
        char c = text.charAt(second);
        return isBeyond(c) || (seconds[first] & 1L << c) != 0;
    }

    /** Counts the characters of the core until it is longer than all placeholders that begin so. */
    private Glance glanceBeyond(char first, String text, int start) {
        int most = longestOf[first];
        int length = 1;
        int end = 1;
        boolean afterSpace = false;
        for (int i = start + 1; i < text.length() && end <= most; i++) {
            char c = text.charAt(i);
            if (isBeyond(c)) {
                return Glance.LOOK_CLOSER;
            }
            int kind = Letters.kind(c);
            length += afterSpace && kind == Letters.WHITE_SPACE ? 0 : 1;
            end = kind == Letters.LETTER_OR_DIGIT ? length : end;
            afterSpace = kind == Letters.WHITE_SPACE;
        }
        return end <= most && (lengths[first] & bit(end)) != 0 ? Glance.LOOK_CLOSER : Glance.SAYS_SOMETHING;
    }

    private static boolean isBeyond(char c) {
        return c >= Letters.LATIN_1 || c == '<' || c == '&';
    }
}
