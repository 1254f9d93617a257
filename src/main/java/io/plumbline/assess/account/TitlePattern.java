package io.plumbline.assess.account;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A regular expression looked for anywhere in a title, where it is not told at a glance that it is not there.
 *
 * @param needed what a title must hold to be worth trying
 */
record TitlePattern(Pattern pattern, NeededText needed) {

    static TitlePattern of(Pattern pattern) {
        return new TitlePattern(pattern, NeededText.of(pattern));
    }

    static List<TitlePattern> all(List<Pattern> patterns) {
        return patterns.stream().map(TitlePattern::of).toList();
    }

    /** @param folded the title as {@link NeededText#folded} makes it */
    boolean isIn(String title, String folded) {
        return folded.contains(needed.anywhere()) && pattern.matcher(title).find();
    }
}
