package io.plumbline.config.policy;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Whether a regular expression repeats without limit what already repeats without limit, as {@code (a+)+} does: there are
 * exponentially many ways to cut a text into such repetitions. Newer versions of Java cut most of them short, but not where a
 * backreference follows, and no title needs one. Possessive repetitions give nothing back and are left alone.
 */
final class NestedRepetition {

    private final String pattern;
    private final Deque<Boolean> groups = new ArrayDeque<>();
    private int at;
    private boolean repeats;
    private boolean found;

    private NestedRepetition(String pattern) {
        this.pattern = pattern;
    }

    static boolean isIn(String pattern) {
        return new NestedRepetition(pattern).walk();
    }

    private boolean walk() {
        while (at < pattern.length()) {
            char c = pattern.charAt(at);
            switch (c) {
                case '\\' -> {
                    skipEscape();
                    repeats |= isRepeatedFrom(at);
                }
                case '[' -> {
                    skipClass();
                    repeats |= isRepeatedFrom(at);
                }
                case '(' -> {
                    groups.push(repeats);
                    repeats = false;
                    at++;
                }
                case ')' -> {
                    at++;
                    boolean outer = isRepeatedFrom(at);
                    found |= repeats && outer;
                    repeats = repeats || outer || !groups.isEmpty() && groups.peek();
                    groups.poll();
                }
                case '*', '+', '?' -> at++;
                case '{' -> at = Math.max(at, pattern.indexOf('}', at)) + 1;
                default -> {
                    at++;
                    repeats |= isRepeatedFrom(at);
                }
            }
        }
        return found;
    }

    /** Whether a repetition without limit stands here that may give something back. */
    private boolean isRepeatedFrom(int index) {
        int end = index;
        if (pattern.startsWith("*", index) || pattern.startsWith("+", index)) {
            end = index + 1;
        } else if (pattern.startsWith("{", index)) {
            int close = pattern.indexOf('}', index);
            end = close > 0 && pattern.charAt(close - 1) == ',' ? close + 1 : index;
        }
        return end > index && !pattern.startsWith("+", end);
    }

    private void skipEscape() {
        int quoted = pattern.startsWith("\\Q", at) ? pattern.indexOf("\\E", at) : -1;
        at = quoted > 0 ? quoted + 2 : at + 2;
    }

    private void skipClass() {
        int depth = 0;
        do {
            char c = at < pattern.length() ? pattern.charAt(at) : ']';
            depth += c == '[' ? 1 : c == ']' ? -1 : 0;
            at += c == '\\' ? 2 : 1;
        } while (depth > 0 && at < pattern.length());
    }
}
