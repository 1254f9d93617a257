package io.plumbline.mirror;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Arrays;
import org.postgresql.copy.CopyIn;

/** Bytes that grow with what is written to them: numbers with their highest byte first, and texts in UTF-8. */
final class Bytes {

    private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);
    private static final int MOST_FOR_A_BYTE = "\\u0000".length();

    private byte[] bytes;
    private int size;

    Bytes(int room) {
        this.bytes = new byte[room];
    }

    int size() {
        return size;
    }

    void clear() {
        size = 0;
    }

    void put(int value) {
        room(1);
        bytes[size++] = (byte) value;
    }

    void put(byte[] some) {
        room(some.length);
        System.arraycopy(some, 0, bytes, size, some.length);
        size += some.length;
    }

    void small(int number) {
        put(number >> Byte.SIZE);
        put(number);
    }

    void integer(int number) {
        room(Integer.BYTES);
        size += Integer.BYTES;
        integerAt(size - Integer.BYTES, number);
    }

    /** Writes over what stands at a place. */
    void integerAt(int place, int number) {
        for (int i = 0; i < Integer.BYTES; i++) {
            bytes[place + i] = (byte) (number >> Byte.SIZE * (Integer.BYTES - 1 - i));
        }
    }

    /** A number of so many digits, with zeros before it where it has fewer. */
    void digits(int number, int width) {
        room(width);
        int rest = number;
        for (int i = size + width - 1; i >= size; i--) {
            bytes[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        size += width;
    }

    void text(String text) {
        put(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A text as it stands between the quotes of JSON: what must be escaped is, and nothing else. */
    void json(String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        room(MOST_FOR_A_BYTE * encoded.length);
        byte[] to = bytes;
        int at = size;
        for (byte b : encoded) {
            // Bytes of characters beyond ASCII are below zero.
            if (b >= 0 && b < ' ' || b == '"' || b == '\\') {
                at = escape(b, at);
            } else {
                to[at++] = b;
            }
        }
        size = at;
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

    void sendTo(CopyIn copy) throws SQLException {
        copy.writeToCopy(bytes, 0, size);
        clear();
    }

    /** What was written, as a text. */
    @Override
    public String toString() {
        return new String(bytes, 0, size, StandardCharsets.UTF_8);
    }

    private void room(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, Math.addExact(size, more)));
        }
    }
}
