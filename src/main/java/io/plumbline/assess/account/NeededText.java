package io.plumbline.assess.account;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What every match of a regular expression holds. To look for it first costs a fraction of trying the expression at every
 * place.
 *
 * @param anywhere the longest of its texts that stand outside groups, classes and repetitions; empty when there is none,
 *     or none that this can tell
 * @param atStart the text that stands right behind a word boundary with which the expression begins; empty likewise
 */
record NeededText(String anywhere, String atStart) {

    private static final NeededText UNKNOWN = new NeededText("", "");
    private static final String WORD_BOUNDARY = "\\b";
    private static final int CHANGES_THE_SYNTAX = Pattern.COMMENTS | Pattern.LITERAL | Pattern.CANON_EQ;

    /** Escapes that stand for a place or for one character of a class, and end with their letter. */
    private static final String SINGLE_LETTER_ESCAPES = "bBdDsSwWhHvVRAzZGtnrfae";

    /** Both texts in {@link #folded} form. */
    static NeededText of(Pattern pattern) {
        return hasPlainSyntax(pattern) ? new Reading(pattern.pattern()).find() : UNKNOWN;
    }

    /** Whether its text means what it usually does. */
    static boolean hasPlainSyntax(Pattern pattern) {
        return (pattern.flags() & CHANGES_THE_SYNTAX) == 0;
    }

    /** With upper and lower case made one, as a regular expression that ignores case sees it. */
    static String folded(String text) {
        char[] folded = new char[text.length()];
        for (int i = 0; i < folded.length; i++) {
            folded[i] = folded(text.charAt(i));
        }
        return new String(folded);
    }

    /** One character, likewise. */
    static char folded(char character) {
        return Character.toLowerCase(Character.toUpperCase(character));
    }

    /** One reading of an expression, from its begin to its end. */
    private static final class Reading {

        private final String regex;
        private final StringBuilder text = new StringBuilder();
        private @Nullable String first;
        private String longest = "";

        Reading(String regex) {
            this.regex = regex;
        }

        private NeededText find() {
            int i = regex.startsWith(WORD_BOUNDARY) ? WORD_BOUNDARY.length() : 0;
            while (i < regex.length()) {
                char c = regex.charAt(i);
                switch (c) {
                    case '\\' -> {
                        i++;
                        char escaped = i < regex.length() ? regex.charAt(i) : '\\';
                        if (!Character.isLetterOrDigit(escaped)) {
                            text.append(folded(escaped));
                        } else if (SINGLE_LETTER_ESCAPES.indexOf(escaped) >= 0) {
                            end();
                        } else {
                            return UNKNOWN;
                        }
                    }
                    case '(', '[' -> {
                        end();
                        i = closing(i);
                        if (i < 0) {
                            return UNKNOWN;
                        }
                    }
                    case '|' -> {
                        return UNKNOWN;
                    }
                    case '?', '*', '{' -> {
                        text.setLength(Math.max(0, text.length() - 1));
                        end();
                        i = c == '{' ? Math.max(i, regex.indexOf('}', i)) : i;
                    }
                    case '+', '.', '^', '$' -> end();
                    default -> {
                        if (Character.isSurrogate(c)) {
                            end();
                        } else {
                            text.append(folded(c));
                        }
                    }
                }
                i++;
            }
            end();
            return new NeededText(longest, opening());
        }

        private void end() {
            if (text.length() > longest.length()) {
                longest = text.toString();
            }
            if (first == null) {
                first = text.toString();
            }
            text.setLength(0);
        }

        /** What has a word boundary before it is no word where a letter or digit stands before it; so much may be relied on. */
        private String opening() {
            if (first == null || first.isEmpty() || !regex.startsWith(WORD_BOUNDARY)) {
                return "";
            }
            return Character.isLetterOrDigit(first.charAt(0)) ? first : "";
        }

        /** Where the group or class that begins here ends; negative where that takes a real parser to tell. */
        private int closing(int open) {
            int depth = 0;
            for (int i = open; i < regex.length(); i++) {
                switch (regex.charAt(i)) {
                    case '\\' -> i++;
                    case '(', '[' -> {
                        depth++;
                        if (isHard(i)) {
                            return -1;
                        }
                    }
                    case ')', ']' -> depth--;
                    default -> {}
                }
                if (depth == 0) {
                    return i;
                }
            }
            return -1;
        }

        /** Flags may change the syntax; brackets and parentheses within a class need not come in pairs. */
        private boolean isHard(int open) {
            if (regex.charAt(open) == '(') {
                boolean special = regex.startsWith("(?", open);
                return special && (open + 2 == regex.length() || ":=!<>".indexOf(regex.charAt(open + 2)) < 0);
            }
            int end = regex.indexOf(']', open);
            String members = end < 0 ? "(" : regex.substring(open + 1, end);
            return members.isEmpty() || members.matches(".*[\\\\()\\[^].*");
        }
    }
}
