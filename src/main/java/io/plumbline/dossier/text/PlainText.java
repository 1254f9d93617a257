package io.plumbline.dossier.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Entities;
import org.jspecify.annotations.Nullable;

/**
 * Rich text made plain (model section 0): comments and tags become a space, then entities that end in a semicolon are
 * decoded once; what is no known entity and no character stays as it is.
 */
public final class PlainText {

    private static final String COMMENT = "<!--";
    private static final String END_OF_COMMENT = "-->";
    private static final Pattern ENTITY = Pattern.compile("&(#[0-9]+|#[xX][0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]*);");
    private static final int DIGITS_OF_THE_LAST_CHARACTER = 7;

    private PlainText() {}

    public static String of(String text) {
        String plain = text.indexOf('<') < 0 ? text : withoutMarkup(text);
        return plain.indexOf('&') < 0 ? plain : decode(plain);
    }

    /** One pass, however many of its openings are never closed. */
    private static String withoutMarkup(String text) {
        int lastTag = text.lastIndexOf('>');
        int lastComment = text.lastIndexOf(END_OF_COMMENT);
        StringBuilder plain = new StringBuilder(text.length());
        int from = 0;
        int open = text.indexOf('<');
        while (open >= 0 && open < lastTag) {
            int end = endOfMarkup(text, open, lastComment);
            if (end > open) {
                plain.append(text, from, open).append(' ');
                from = end;
            }
            open = text.indexOf('<', Math.max(open + 1, from));
        }
        return plain.append(text, from, text.length()).toString();
    }

    /** 0 when it is no markup that begins here. */
    private static int endOfMarkup(String text, int open, int lastComment) {
        if (text.startsWith(COMMENT, open)) {
            int inside = open + COMMENT.length();
            return inside > lastComment ? 0 : text.indexOf(END_OF_COMMENT, inside) + END_OF_COMMENT.length();
        }
        int name = text.startsWith("/", open + 1) ? open + 2 : open + 1;
        boolean isTag = name < text.length() && isAsciiLetter(text.charAt(name));
        return isTag ? text.indexOf('>', name) + 1 : 0;
    }

    private static boolean isAsciiLetter(char character) {
        return character >= 'A' && character <= 'Z' || character >= 'a' && character <= 'z';
    }

    private static String decode(String text) {
        Matcher matcher = ENTITY.matcher(text);
        StringBuilder decoded = new StringBuilder(text.length());
        while (matcher.find()) {
            String character = character(matcher.group(1));
            matcher.appendReplacement(
                    decoded, Matcher.quoteReplacement(character == null ? matcher.group() : character));
        }
        return matcher.appendTail(decoded).toString();
    }

    private static @Nullable String character(String entity) {
        if (entity.charAt(0) != '#') {
            String named = Entities.getByName(entity);
            return named.isEmpty() ? null : named;
        }
        boolean hexadecimal = Character.toLowerCase(entity.charAt(1)) == 'x';
        String digits = entity.substring(hexadecimal ? 2 : 1).replaceFirst("^0+", "");
        if (digits.isEmpty() || digits.length() > DIGITS_OF_THE_LAST_CHARACTER) {
            return null;
        }
        int codePoint = Integer.parseInt(digits, hexadecimal ? 16 : 10);
        boolean isCharacter =
                Character.isValidCodePoint(codePoint) && Character.getType(codePoint) != Character.SURROGATE;
        return isCharacter ? Character.toString(codePoint) : null;
    }
}
