package io.plumbline.salesforce.soap.page;

import java.nio.charset.StandardCharsets;

/** The escapes that a text in XML may have without anything being declared, and its line ends (XML 1.0, 2.11, 4.1, 4.6). */
final class XmlEscapes {

    private static final int LONGEST = 12;

    private XmlEscapes() {}

    /**
     * Writes a text without its escapes, which is never longer.
     *
     * @param plain where it is written, from its beginning
     * @return how long it is now; negative when one of the escapes is none of these
     */
    static int resolve(byte[] page, int from, int to, byte[] plain) {
        int length = 0;
        int place = from;
        while (place < to) {
            byte next = page[place++];
            if (next == '&') {
                int end = end(page, place, to);
                int point = end < 0 ? -1 : point(page, place, end);
                if (point < 0) {
                    return -1;
                }
                length = write(point, plain, length);
                place = end + 1;
            } else if (next == '\r') {
                plain[length++] = '\n';
                place += place < to && page[place] == '\n' ? 1 : 0;
            } else {
                plain[length++] = next;
            }
        }
        return length;
    }

    /** Where the semicolon is; negative when none is near. */
    private static int end(byte[] page, int from, int to) {
        int most = Math.min(to, from + LONGEST);
        for (int place = from; place < most; place++) {
            if (page[place] == ';') {
                return place;
            }
        }
        return -1;
    }

    private static int write(int point, byte[] plain, int length) {
        if (point < 0x80) {
            plain[length] = (byte) point;
            return length + 1;
        }
        byte[] character = Character.toString(point).getBytes(StandardCharsets.UTF_8);
        System.arraycopy(character, 0, plain, length, character.length);
        return length + character.length;
    }

    /** Negative when it is none of these. */
    private static int point(byte[] page, int from, int to) {
        int length = to - from;
        if (length == 2 && page[from + 1] == 't') {
            if (page[from] == 'l') {
                return '<';
            }
            if (page[from] == 'g') {
                return '>';
            }
        }
        if (length == 3 && page[from] == 'a' && page[from + 1] == 'm' && page[from + 2] == 'p') {
            return '&';
        }
        String name = new String(page, from, length, StandardCharsets.US_ASCII);
        return switch (name) {
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
