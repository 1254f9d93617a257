package io.plumbline.dossier.building.plans;

import io.plumbline.dossier.Item;
import io.plumbline.dossier.text.PlainText;
import io.plumbline.dossier.text.WhiteSpace;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What of an entry of a plan is its substance: neither dates nor its own Id, nor the progress that is reported against
 * it, nor letter case, white space and markup.
 */
final class Substance {

    private static final Set<String> NO_SUBSTANCE = Set.of("id", "progress", "currency");

    /** As date fields hold it, and as people write it in figures. */
    private static final Pattern DATE =
            Pattern.compile("(?<![0-9])([0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{1,2}([./])[0-9]{1,2}\\2[0-9]{4})(?![0-9])");

    private Substance() {}

    /** The fields that say something, by name, as text. */
    static Map<String, String> of(Item item) {
        Map<String, String> fields = new TreeMap<>();
        item.fields().forEach((name, value) -> {
            String text = value instanceof Number number ? number(number) : core(value.toString());
            if (!NO_SUBSTANCE.contains(name) && !text.isEmpty()) {
                fields.put(name, text);
            }
        });
        return fields;
    }

    /** Plain text in lower case with single spaces and without dates. */
    static String core(String text) {
        String plain = DATE.matcher(PlainText.of(text)).replaceAll(" ").toLowerCase(Locale.ROOT);
        StringBuilder core = new StringBuilder(plain.length());
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (!WhiteSpace.is(c)) {
                core.append(c);
            } else if (!core.isEmpty() && core.charAt(core.length() - 1) != ' ') {
                core.append(' ');
            }
        }
        return core.toString().stripTrailing();
    }

    /** 5 and 5.00 are one amount. */
    private static String number(Number number) {
        return new BigDecimal(number.toString()).stripTrailingZeros().toPlainString();
    }
}
