package io.plumbline.assess.account;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A regular expression looked for anywhere in a title.
 *
 * @param needed what a title must hold to be worth trying
 * @param letters those of the needed text, see {@link Title#letters}
 */
record TitlePattern(Pattern pattern, NeededText needed, long letters) {

    static List<TitlePattern> all(List<Pattern> patterns) {
        return patterns.stream().map(TitlePattern::of).toList();
    }

    private static TitlePattern of(Pattern pattern) {
        NeededText needed = NeededText.of(pattern);
        return new TitlePattern(pattern, needed, Title.letters(needed.anywhere()));
    }

    boolean isIn(Title title) {
        if ((title.letters() & letters) != letters || !title.folded().contains(needed.anywhere())) {
            return false;
        }
        return needed.atStart().isEmpty() ? pattern.matcher(title.text()).find() : isAtAWord(title);
    }

    private boolean isAtAWord(Title title) {
        String start = needed.atStart();
        for (int at = title.folded().indexOf(start);
                at >= 0;
                at = title.folded().indexOf(start, at + 1)) {
            boolean opensWord =
                    at == 0 || !Character.isLetterOrDigit(title.text().charAt(at - 1));
            if (opensWord && matcherFrom(title.text(), at).lookingAt()) {
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
