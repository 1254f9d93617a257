package io.plumbline.assess.account;

import java.util.regex.Pattern;

/**
 * What every match of a regular expression holds: the longest of its texts that stand outside groups, classes and
 * repetitions. To look for it first costs a fraction of trying the expression at every place.
 */
final class NeededText {

    private static final String UNKNOWN = "";
    private static final int CHANGES_THE_SYNTAX = Pattern.COMMENTS | Pattern.LITERAL | Pattern.CANON_EQ;

    /** Escapes that stand for a place or for one character of a class, and end with their letter. */
    private static final String SINGLE_LETTER_ESCAPES = "bBdDsSwWhHvVRAzZGtnrfae";

    private final String regex;
    private final StringBuilder text = new StringBuilder();
    private String longest = UNKNOWN;

    private NeededText(String regex) {
        this.regex = regex;
    }

    /** In {@link #folded} form; empty when there is none, or none that this can tell. */
    static String of(Pattern pattern) {
        boolean plainSyntax = (pattern.flags() & CHANGES_THE_SYNTAX) == 0;
        return plainSyntax ? new NeededText(pattern.pattern()).find() : UNKNOWN;
    }

    /** With upper and lower case made one, as a regular expression that ignores case sees it. */
    static String folded(String text) {
        char[] folded = new char[text.length()];
        for (int i = 0; i < folded.length; i++) {
            folded[i] = folded(text.charAt(i));
        }
        return new String(folded);
    }

    private static char folded(char character) {
        return Character.toLowerCase(Character.toUpperCase(character));
    }

    private String find() {
        int i = 0;
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
        return longest;
    }

    private void end() {
        if (text.length() > longest.length()) {
            longest = text.toString();
        }
        text.setLength(0);
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
