package io.plumbline.assess.account;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A regular expression looked for anywhere in a title, where it is not told at a glance that it is not there.
 *
 * @param needed what a title must hold to be worth trying
 * @param pairs those of the needed text, see {@link Title#pairs}
 * @param starts with which characters of {@link Title#starts} a match can begin
 * @param isWords whether it is nothing but words between two word boundaries, which takes no expression to find
 */
record TitlePattern(Pattern pattern, NeededText needed, long pairs, long starts, boolean isWords) {

    private static final long ANY = -1L;

    private static final Pattern WORDS = Pattern.compile("\\\\b[A-Za-z0-9]+( [A-Za-z0-9]+)*\\\\b");

    /** A choice of texts behind a leading word boundary, that must be there, and no other choice. */
    private static final Pattern LEADING_CHOICE = Pattern.compile(
            "\\\\b\\(([\\p{L}\\p{Nd}][^|()\\[\\]\\\\?*{}+.^$]*(\\|[\\p{L}\\p{Nd}][^|()\\[\\]\\\\?*{}+.^$]*)*)\\)(?![?*{])[^|]*");

    static List<TitlePattern> all(List<Pattern> patterns) {
        return patterns.stream().map(TitlePattern::of).toList();
    }

    private static TitlePattern of(Pattern pattern) {
        NeededText needed = NeededText.of(pattern);
        boolean isWords = !needed.atStart().isEmpty()
                && (pattern.flags() & Pattern.CASE_INSENSITIVE) != 0
                && WORDS.matcher(pattern.pattern()).matches();
        return new TitlePattern(pattern, needed, Title.pairs(needed.anywhere()), starts(pattern, needed), isWords);
    }

    private static long starts(Pattern pattern, NeededText needed) {
        if (!needed.atStart().isEmpty()) {
            return Title.bit(needed.atStart().charAt(0));
        }
        Matcher choice = LEADING_CHOICE.matcher(pattern.pattern());
        if (!NeededText.hasPlainSyntax(pattern) || !choice.matches()) {
            return ANY;
        }
        long starts = 0;
        for (String text : choice.group(1).split("\\|")) {
            starts |= Title.bit(NeededText.folded(text).charAt(0));
        }
        return starts;
    }

    boolean isIn(Title title) {
        if ((title.starts() & starts) == 0
                || (title.pairs() & pairs) != pairs
                || !title.folded().contains(needed.anywhere())) {
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
            if (opensWord && isAt(title, at)) {
                return true;
            }
        }
        return false;
    }

    private boolean isAt(Title title, int at) {
        return isWords && title.isAscii()
                ? title.isWhole(at, at + needed.atStart().length())
                : matcherFrom(title.text(), at).lookingAt();
    }

    /** Begins in the middle, yet sees what stands before. */
    private Matcher matcherFrom(String title, int at) {
        return pattern.matcher(title)
                .useTransparentBounds(true)
                .useAnchoringBounds(false)
                .region(at, title.length());
    }
}
