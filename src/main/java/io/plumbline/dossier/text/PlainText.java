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

    private static final Pattern MARKUP = Pattern.compile("<!--.*?-->|</?[A-Za-z][^>]*>", Pattern.DOTALL);
    private static final Pattern ENTITY = Pattern.compile("&(#[0-9]+|#[xX][0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]*);");
    private static final int DIGITS_OF_THE_LAST_CHARACTER = 7;

    private PlainText() {}

    public static String of(String text) {
        String plain = text.indexOf('<') < 0 ? text : MARKUP.matcher(text).replaceAll(" ");
        return plain.indexOf('&') < 0 ? plain : decode(plain);
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
