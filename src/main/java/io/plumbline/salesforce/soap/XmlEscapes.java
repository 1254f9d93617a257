package io.plumbline.salesforce.soap;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** The escapes that a text in XML may have without anything being declared, and its line ends (XML 1.0, 2.11, 4.1, 4.6). */
final class XmlEscapes {

    private static final int LONGEST = 12;

    private XmlEscapes() {}

    /** The bytes of a text without its escapes; empty when one of them is none of these. */
    static Optional<byte[]> without(byte[] page, int from, int to) {
        byte[] plain = new byte[to - from];
        int length = 0;
        for (int i = from; i < to; i++) {
            byte next = page[i];
            if (next == '\r') {
                plain[length++] = '\n';
                if (i + 1 < to && page[i + 1] == '\n') {
                    i++;
                }
            } else if (next == '&') {
                int end = i + 1;
                while (end < to && page[end] != ';' && end - i < LONGEST) {
                    end++;
                }
                int point = end < to && page[end] == ';' ? point(page, i + 1, end) : -1;
                if (point < 0) {
                    return Optional.empty();
                }
                byte[] character = Character.toString(point).getBytes(StandardCharsets.UTF_8);
                System.arraycopy(character, 0, plain, length, character.length);
                length += character.length;
                i = end;
            } else {
                plain[length++] = next;
            }
        }
        return Optional.of(Arrays.copyOf(plain, length));
    }

    /** Negative when it is none of these. */
    private static int point(byte[] page, int from, int to) {
        String name = new String(page, from, to - from, StandardCharsets.US_ASCII);
        return switch (name) {
            case "amp" -> '&';
            case "lt" -> '<';
            case "gt" -> '>';
            case "quot" -> '"';
            case "apos" -> '\'';
            default -> numbered(name);
        };
    }

    /** Surrogates and what XML forbids are left to a parser to refuse. */
    private static int numbered(String name) {
        boolean hex = name.startsWith("#x");
        if (!hex && !name.startsWith("#")) {
            return -1;
        }
        try {
            String digits = name.substring(hex ? 2 : 1);
            int point = digits.startsWith("+") || digits.startsWith("-") ? -1 : Integer.parseInt(digits, hex ? 16 : 10);
            boolean plain = point == '\t' || point == '\n' || point == '\r' || point >= ' ';
            boolean whole = point < Character.MIN_SURROGATE || point > 0xFFFF || point > Character.MAX_SURROGATE;
            return plain && whole && point <= Character.MAX_CODE_POINT && point != 0xFFFE && point != 0xFFFF
                    ? point
                    : -1;
        } catch (NumberFormatException noNumber) {
            return -1;
        }
    }
}
