package io.plumbline.assess.account;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A regular expression looked for anywhere in a title.
 *
 * @param needed what a title must hold to be worth trying, see {@link NeededText}
 */
record TitlePattern(Pattern pattern, String needed) {

    static List<TitlePattern> all(List<Pattern> patterns) {
        return patterns.stream()
                .map(pattern -> new TitlePattern(pattern, NeededText.of(pattern)))
                .toList();
    }

    /** @param folded the title in the form of {@link NeededText#folded} */
    boolean isIn(String title, String folded) {
        return folded.contains(needed) && pattern.matcher(title).find();
    }
}
