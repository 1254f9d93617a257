package io.plumbline.config.yaml;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A SOQL condition as an administrator wrote it, read far enough to know that it stays within the parentheses it is put in
 * (trap L5) and asks for nothing that it may not: its parentheses are balanced and its texts closed, no clause follows it,
 * and no fiscal period stands in it, which fails as soon as the org has not defined the year (trap H4). Whether fields and
 * values are right, the org says.
 */
final class SoqlCondition {

    /** Words that end a condition and begin something else. */
    private static final Set<String> CLAUSES =
            Set.of("ORDER", "GROUP", "HAVING", "LIMIT", "OFFSET", "FOR", "ALL", "WITH", "UPDATE", "WHERE", "FROM");

    private final String text;
    private int at;
    private int open;

    private SoqlCondition(String text) {
        this.text = text;
    }

    /** What is wrong with it; empty when nothing is. */
    static Optional<String> problem(String text) {
        return new SoqlCondition(text).problem();
    }

    private Optional<String> problem() {
        for (at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '\'') {
                if (!skipText()) {
                    return Optional.of("a text in quotes is not closed");
                }
            } else if (c == '(') {
                open++;
            } else if (c == ')') {
                open--;
                if (open < 0) {
                    return Optional.of("its parentheses do not match");
                }
            } else if (Character.isLetter(c)) {
                Optional<String> refused = word();
                if (refused.isPresent()) {
                    return refused;
                }
            } else if (c == ';') {
                return Optional.of("';' has no place in it");
            }
        }
        return open == 0 ? Optional.empty() : Optional.of("its parentheses do not match");
    }

    private boolean skipText() {
        for (at++; at < text.length(); at++) {
            if (text.charAt(at) == '\\') {
                at++;
            } else if (text.charAt(at) == '\'') {
                return true;
            }
        }
        return false;
    }

    private Optional<String> word() {
        int from = at;
        while (at + 1 < text.length() && isPartOfWord(text.charAt(at + 1))) {
            at++;
        }
        String word = text.substring(from, at + 1).toUpperCase(Locale.ROOT);
        if (word.contains("FISCAL_") && !word.contains(".") && !word.endsWith("__C")) {
            return Optional.of(
                    word + " depends on the fiscal years that the org has defined; give the two dates instead");
        }
        if (open == 0 && CLAUSES.contains(word)) {
            return Optional.of(word + " begins another clause; give the condition alone");
        }
        return Optional.empty();
    }

    private static boolean isPartOfWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '.';
    }
}
