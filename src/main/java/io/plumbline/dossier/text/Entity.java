package io.plumbline.dossier.text;

import org.jsoup.nodes.Entities;
import org.jspecify.annotations.Nullable;

/** Character references such as {@code &amp;}, {@code &#38;} and {@code &#x26;}; without their semicolon they are none. */
final class Entity {

    private static final int DIGITS_OF_THE_LAST_CHARACTER = 7;

    private Entity() {}

    /** Where what begins with the ampersand at {@code open} ends, behind its semicolon; 0 when it has not the form of one. */
    static int end(String text, int open) {
        int at = open + 1;
        boolean numeric = at < text.length() && text.charAt(at) == '#';
        boolean hexadecimal = numeric && at + 1 < text.length() && (text.charAt(at + 1) | 0x20) == 'x';
        int first = at + (numeric ? 1 : 0) + (hexadecimal ? 1 : 0);
        if (!numeric && (first == text.length() || !Letters.isAscii(text.charAt(first)))) {
            return 0;
        }
        int radix = hexadecimal ? 16 : 10;
        int end = first;
        while (end < text.length() && belongs(text.charAt(end), numeric, radix)) {
            end++;
        }
        return end > first && end < text.length() && text.charAt(end) == ';' ? end + 1 : 0;
    }

    private static boolean belongs(char character, boolean numeric, int radix) {
        if (numeric) {
            return character < 0x80 && Character.digit(character, radix) >= 0;
        }
        return Letters.isAscii(character) || character >= '0' && character <= '9';
    }

    /**
     * What it stands for; null when it is no known name or no character.
     *
     * @param reference without ampersand and semicolon
     */
    static @Nullable String character(String reference) {
        if (reference.charAt(0) != '#') {
            return named(reference);
        }
        boolean hexadecimal = (reference.charAt(1) | 0x20) == 'x';
        int start = hexadecimal ? 2 : 1;
        while (start < reference.length() && reference.charAt(start) == '0') {
            start++;
        }
        int digits = reference.length() - start;
        if (digits == 0 || digits > DIGITS_OF_THE_LAST_CHARACTER) {
            return null;
        }
        int codePoint = Integer.parseInt(reference, start, reference.length(), hexadecimal ? 16 : 10);
        boolean isCharacter =
                Character.isValidCodePoint(codePoint) && Character.getType(codePoint) != Character.SURROGATE;
        return isCharacter ? Character.toString(codePoint) : null;
    }

    /** Those that editors of rich text write first, since the table of all of them is slow. */
    private static @Nullable String named(String name) {
        return switch (name) {
            case "amp" -> "&";
            case "lt" -> "<";
            case "gt" -> ">";
            case "quot" -> "\"";
            case "nbsp" -> "\u00A0";
            default -> {
                String named = Entities.getByName(name);
                yield named.isEmpty() ? null : named;
            }
        };
    }
}
