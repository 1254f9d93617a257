package io.plumbline.assess.account;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A regular expression looked for anywhere in a title.
 *
 * @param needed what a title must hold to be worth trying
 */
record TitlePattern(Pattern pattern, NeededText needed) {

    static List<TitlePattern> all(List<Pattern> patterns) {
        return patterns.stream()
                .map(pattern -> new TitlePattern(pattern, NeededText.of(pattern)))
                .toList();
    }

    /** @param folded the title in the form of {@link NeededText#folded} */
    boolean isIn(String title, String folded) {
        if (!folded.contains(needed.anywhere())) {
            return false;
        }
        return needed.atStart().isEmpty() ? pattern.matcher(title).find() : isAtAWord(title, folded);
    }

    private boolean isAtAWord(String title, String folded) {
        String start = needed.atStart();
        for (int at = folded.indexOf(start); at >= 0; at = folded.indexOf(start, at + 1)) {
            boolean opensWord = at == 0 || !Character.isLetterOrDigit(title.charAt(at - 1));
            if (opensWord && matcherFrom(title, at).lookingAt()) {
                return true;
            }
        }
        return false;
    }

    /** Begins in the middle, yet sees what stands before. */
    private Matcher matcherFrom(String title, int at) {
        return pattern.matcher(title)
                .useTransparentBounds(true)
                .useAnchoringBounds(false)
                .region(at, title.length());
    }
}
