package io.plumbline.sandbox.soql.text;

/**
 * The escapes {@code \%} and {@code \_} are SOQL, but the grammar reads text literals as Apex does and knows neither. They pass it as two
 * characters of the private use area, so that columns stay where they are.
 */
public final class Wildcards {

    private static final char PERCENT = '\uE025';
    private static final char UNDERSCORE = '\uE05F';
    private static final char FILLER = '\uE000';

    private Wildcards() {}

    static String protect(String soql) {
        if (soql.indexOf('\\') < 0) {
            return soql;
        }
        StringBuilder text = new StringBuilder(soql);
        for (int i = 0; i + 1 < text.length(); i++) {
            if (text.charAt(i) == '\\') {
                char escaped = text.charAt(i + 1);
                if (escaped == '%' || escaped == '_') {
                    text.setCharAt(i, escaped == '%' ? PERCENT : UNDERSCORE);
                    text.setCharAt(i + 1, FILLER);
                }
                i++;
            }
        }
        return text.toString();
    }

    public static String restore(String literal) {
        return literal.replace("" + PERCENT + FILLER, "\\%").replace("" + UNDERSCORE + FILLER, "\\_");
    }
}
