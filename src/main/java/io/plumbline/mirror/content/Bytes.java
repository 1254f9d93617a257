package io.plumbline.mirror.content;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Arrays;
import org.postgresql.copy.CopyIn;

/** Bytes that grow with what is written to them: numbers with their highest byte first, and texts in UTF-8. */
public final class Bytes {

    private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);
    private static final int MOST_FOR_A_CHARACTER = "\\u0000".length();
    private static final boolean[] ESCAPED = escaped();
    private static final int SENT_TOGETHER = 1 << 16;
    private static final VarHandle FOUR = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

    private byte[] bytes;
    private char[] characters = new char[256];
    private int size;

    public Bytes(int room) {
        this.bytes = new byte[room];
    }

    public int size() {
        return size;
    }

    /** Leaves the first so many. */
    public void cut(int length) {
        size = length;
    }

    public int at(int place) {
        return bytes[place];
    }

    public void put(int value) {
        room(1);
        bytes[size++] = (byte) value;
    }

    /** Writes over what stands at a place. */
    void putAt(int place, int value) {
        bytes[place] = (byte) value;
    }

    public void put(byte[] some) {
        room(some.length);
        System.arraycopy(some, 0, bytes, size, some.length);
        size += some.length;
    }

    public void small(int number) {
        put(number >> Byte.SIZE);
        put(number);
    }

    public void integer(int number) {
        room(Integer.BYTES);
        size += Integer.BYTES;
        integerAt(size - Integer.BYTES, number);
    }

    /** Writes over what stands at a place. */
    public void integerAt(int place, int number) {
        FOUR.set(bytes, place, number);
    }

    public int integerAt(int place) {
        return (int) FOUR.get(bytes, place);
    }

    /** A number below a hundred, by its two digits. */
    void twoDigits(int number) {
        room(2);
        int tens = number / 10;
        bytes[size] = (byte) ('0' + tens);
        bytes[size + 1] = (byte) ('0' + number - 10 * tens);
        size += 2;
    }

    public void text(String text) {
        put(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * A text as it stands between the quotes of JSON: what must be escaped is, and nothing else. It is encoded here in the same
     * pass, since most texts of some length hold a character beyond ASCII, for which Java's encoder makes two copies.
     */
    void json(String text) {
        int length = text.length();
        if (characters.length < length) {
            characters = new char[Math.max(length, 2 * characters.length)];
        }
        text.getChars(0, length, characters, 0);
        room(Math.multiplyExact(MOST_FOR_A_CHARACTER, length));
        int next = plain(0, length);
        while (next < length) {
            next = plain(special(next, length), length);
        }
    }

    /**
     * Writes characters up to one that needs more than to be copied. Its loop stands alone so that it stays as small as it is.
     *
     * @return where that one is
     */
    private int plain(int from, int end) {
        char[] text = characters;
        byte[] to = bytes;
        int at = size;
        int i = from;
        for (; i < end; i++) {
            char c = text[i];
            if (c >= ESCAPED.length || ESCAPED[c]) {
                break;
            }
            to[at++] = (byte) c;
        }
        size = at;
        return i;
    }

    /** @return where the next one is */
    private int special(int place, int end) {
        char c = characters[place];
        if (c < ESCAPED.length) {
            size = escape((byte) c, size);
        } else if (place + 1 < end && Character.isSurrogatePair(c, characters[place + 1])) {
            size = encode(Character.toCodePoint(c, characters[place + 1]), size);
            return place + 2;
        } else {
            size = encode(Character.isSurrogate(c) ? '?' : c, size);
        }
        return place + 1;
    }

    /** In UTF-8. */
    private int encode(int character, int place) {
        int at = place;
        if (character < 0x80) {
            bytes[at++] = (byte) character;
        } else if (character < 0x800) {
            bytes[at++] = (byte) (0xC0 | character >> 6);
            bytes[at++] = (byte) (0x80 | character & 0x3F);
        } else if (character < 0x10000) {
            bytes[at++] = (byte) (0xE0 | character >> 12);
            bytes[at++] = (byte) (0x80 | character >> 6 & 0x3F);
            bytes[at++] = (byte) (0x80 | character & 0x3F);
        } else {
            bytes[at++] = (byte) (0xF0 | character >> 18);
            bytes[at++] = (byte) (0x80 | character >> 12 & 0x3F);
            bytes[at++] = (byte) (0x80 | character >> 6 & 0x3F);
            bytes[at++] = (byte) (0x80 | character & 0x3F);
        }
        return at;
    }

    private int escape(byte c, int place) {
        int at = place;
        bytes[at++] = '\\';
        switch (c) {
            case '\b' -> bytes[at++] = 'b';
            case '\t' -> bytes[at++] = 't';
            case '\n' -> bytes[at++] = 'n';
            case '\f' -> bytes[at++] = 'f';
            case '\r' -> bytes[at++] = 'r';
            case '"', '\\' -> bytes[at++] = c;
            default -> {
                bytes[at++] = 'u';
                bytes[at++] = '0';
                bytes[at++] = '0';
                bytes[at++] = HEX[c >> 4];
                bytes[at++] = HEX[c & 0xF];
            }
        }
        return at;
    }

    /** What stands from the one place to before the other. */
    public void sendTo(CopyIn copy, int from, int to) throws SQLException {
        for (int at = from; at < to; at += SENT_TOGETHER) {
            copy.writeToCopy(bytes, at, Math.min(SENT_TOGETHER, to - at));
        }
    }

    public String text(int place, int length) {
        return new String(bytes, place, length, StandardCharsets.UTF_8);
    }

    /** What was written, as a text. */
    @Override
    public String toString() {
        return new String(bytes, 0, size, StandardCharsets.UTF_8);
    }

    /** Of each ASCII character. */
    private static boolean[] escaped() {
        boolean[] escaped = new boolean[0x80];
        Arrays.fill(escaped, 0, ' ', true);
        escaped['"'] = true;
        escaped['\\'] = true;
        return escaped;
    }

    private void room(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, Math.addExact(size, more)));
        }
    }
}
