package io.plumbline.salesforce.soap.page;

import java.nio.charset.StandardCharsets;

/**
 * Reads texts with the escapes that XML has without anything being declared (XML 1.0, 4.1, 4.6). Not to be shared by threads.
 */
final class XmlEscapes {

    private static final int LONGEST = 12;

    /** The one that is by far the most common comes first. */
    private static final Named[] NAMED = {
        new Named(Tag.of("amp;"), '&'),
        new Named(Tag.of("lt;"), '<'),
        new Named(Tag.of("gt;"), '>'),
        new Named(Tag.of("quot;"), '"'),
        new Named(Tag.of("apos;"), '\'')
    };

    /** @param rest what comes behind the {@code &} */
    private record Named(Tag rest, char means) {}

    private byte[] plain = new byte[1024];
    private int length;

    /** The last text without its escapes, from the beginning. */
    byte[] plain() {
        return plain;
    }

    /** How many bytes of it count. */
    int length() {
        return length;
    }

    /**
     * Reads a text, which is never longer without its escapes.
     *
     * @param page goes on for {@link Words#SLACK} bytes behind the text
     * @throws NotFlatException when one of the escapes is none of these
     */
    void resolve(byte[] page, int from, int to) throws NotFlatException {
        if (plain.length < to - from + Words.SLACK) {
            plain = new byte[2 * (to - from) + Words.SLACK];
        }
        length = 0;
        int place = from;
        while (true) {
            int next = Math.min(to, Words.copyPlain(page, place, plain, length, to));
            length += next - place;
            if (next == to) {
                return;
            }
            place = behindEscape(page, next + 1, to);
        }
    }

    private int behindEscape(byte[] page, int place, int to) throws NotFlatException {
        for (Named named : NAMED) {
            if (named.rest().isAt(page, place)) {
                plain[length++] = (byte) named.means();
                return place + named.rest().length();
            }
        }
        int end = place;
        while (end < to && page[end] != ';') {
            end++;
        }
        int point = end == to || end - place >= LONGEST
                ? -1
                : numbered(new String(page, place, end - place, StandardCharsets.US_ASCII));
        if (point < 0) {
            throw new NotFlatException();
        }
        if (point == '\n' && page[place - 2] == '\r') {
            // In XML these are two ends of lines (2.11); next to each other they would be taken for one.
            plain[length - 1] = '\n';
        }
        byte[] character = Character.toString(point).getBytes(StandardCharsets.UTF_8);
        System.arraycopy(character, 0, plain, length, character.length);
        length += character.length;
        return end + 1;
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
