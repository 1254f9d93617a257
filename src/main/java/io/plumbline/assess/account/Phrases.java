package io.plumbline.assess.account;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Spells out a regular expression that stands for a few words or phrases between two word boundaries, such as
 * {@code \bc[ft]o\b} or {@code \b(co-?)?founder\b}: to look for these takes no expression.
 */
final class Phrases {

    /** More than these are left to the expression. */
    private static final int MOST = 200;

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;
    private static final String WORD_BOUNDARY = "\\b";

    private final String regex;
    private int at;

    private Phrases(String regex) {
        this.regex = regex;
    }

    /** All that a match can be, whatever the case; empty when that is no matter of a few phrases. */
    static Optional<Set<String>> of(Pattern pattern) {
        String regex = pattern.pattern();
        boolean isBetweenBoundaries = regex.startsWith(WORD_BOUNDARY)
                && regex.endsWith(WORD_BOUNDARY)
                && regex.length() > 2 * WORD_BOUNDARY.length();
        if (!isBetweenBoundaries || (pattern.flags() & FLAGS) != FLAGS || !NeededText.hasPlainSyntax(pattern)) {
            return Optional.empty();
        }
        Phrases phrases = new Phrases(regex.substring(WORD_BOUNDARY.length(), regex.length() - WORD_BOUNDARY.length()));
        try {
            Set<String> all = phrases.sequence();
            boolean isWhole = phrases.at == phrases.regex.length();
            return isWhole && all.stream().allMatch(Phrases::isWordAtBothEnds) ? Optional.of(all) : Optional.empty();
        } catch (NotFewException e) {
            return Optional.empty();
        }
    }

    /** Elsewhere a boundary would lie on the other side. */
    private static boolean isWordAtBothEnds(String phrase) {
        return !phrase.isEmpty()
                && Character.isLetterOrDigit(phrase.charAt(0))
                && Character.isLetterOrDigit(phrase.charAt(phrase.length() - 1));
    }

    /** Up to the end of the expression, or of the group or choice within it. */
    private Set<String> sequence() {
        Set<String> all = Set.of("");
        while (at < regex.length() && regex.charAt(at) != '|' && regex.charAt(at) != ')') {
            all = joined(all, optional(element()));
        }
        return all;
    }

    private static Set<String> joined(Set<String> begins, Set<String> ends) {
        if (begins.size() * ends.size() > MOST) {
            throw new NotFewException();
        }
        Set<String> joined = new LinkedHashSet<>();
        begins.forEach(begin -> ends.forEach(end -> joined.add(begin + end)));
        return joined;
    }

    private Set<String> optional(Set<String> element) {
        if (at < regex.length() && regex.charAt(at) == '?') {
            at++;
            Set<String> optional = new LinkedHashSet<>(element);
            optional.add("");
            return optional;
        }
        return element;
    }

    private Set<String> element() {
        char c = regex.charAt(at++);
        return switch (c) {
            case '(' -> choice();
            case '[' -> members();
            case '\\' -> Set.of(String.valueOf(escaped()));
            case '?', '*', '+', '{', '}', ']', '.', '^', '$' -> throw new NotFewException();
            default -> Set.of(String.valueOf(plain(c)));
        };
    }

    private Set<String> choice() {
        Set<String> all = new LinkedHashSet<>(sequence());
        while (at < regex.length() && regex.charAt(at) == '|') {
            at++;
            all.addAll(sequence());
        }
        if (at == regex.length() || regex.charAt(at++) != ')') {
            throw new NotFewException();
        }
        return all;
    }

    /** Of a class that lists characters or ranges and nothing else. */
    private Set<String> members() {
        int end = regex.indexOf(']', at);
        String listed = regex.substring(at, Math.max(at, end));
        if (listed.isEmpty() || !listed.matches("[\\p{L}\\p{Nd} -]+")) {
            throw new NotFewException();
        }
        at = end + 1;
        List<Character> members = new ArrayList<>();
        for (int i = 0; i < listed.length(); i++) {
            boolean isRange = i > 0 && i + 1 < listed.length() && listed.charAt(i) == '-';
            char last = isRange ? listed.charAt(++i) : listed.charAt(i);
            for (int c = isRange ? members.getLast() : last; c <= last && members.size() <= MOST; c++) {
                members.add(plain((char) c));
            }
        }
        Set<String> all = new LinkedHashSet<>();
        members.forEach(member -> all.add(member.toString()));
        return all;
    }

    private char escaped() {
        char c = at < regex.length() ? regex.charAt(at) : 'b';
        if (Character.isLetterOrDigit(c)) {
            throw new NotFewException();
        }
        at++;
        return plain(c);
    }

    private static char plain(char c) {
        if (Character.isSurrogate(c)) {
            throw new NotFewException();
        }
        return c;
    }

    /** That takes the expression. */
    private static final class NotFewException extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }
}
