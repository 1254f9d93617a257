package io.plumbline.mirror;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Arrays;
import org.postgresql.copy.CopyIn;

/** Bytes that grow with what is written to them: numbers with their highest byte first, and texts in UTF-8. */
final class Bytes {

    private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);
    private static final int MOST_FOR_A_BYTE = "\\u0000".length();
    private static final int SENT_TOGETHER = 1 << 16;
    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle FOUR = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final long EACH = 0x01010101_01010101L;
    private static final long HIGHEST = EACH << 7;

    private byte[] bytes;
    private int size;

    Bytes(int room) {
        this.bytes = new byte[room];
    }

    int size() {
        return size;
    }

    /** Leaves the first so many. */
    void cut(int length) {
        size = length;
    }

    int at(int place) {
        return bytes[place];
    }

    void put(int value) {
        room(1);
        bytes[size++] = (byte) value;
    }

    /** Writes over what stands at a place. */
    void putAt(int place, int value) {
        bytes[place] = (byte) value;
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
        FOUR.set(bytes, place, number);
    }

    int integerAt(int place) {
        return (int) FOUR.get(bytes, place);
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
        int from = 0;
        while (from <= encoded.length - Long.BYTES) {
            long eight = (long) EIGHT.get(encoded, from);
            if (isPlain(eight)) {
                EIGHT.set(bytes, size, eight);
                size += Long.BYTES;
            } else {
                jsonOneByOne(encoded, from, from + Long.BYTES);
            }
            from += Long.BYTES;
        }
        jsonOneByOne(encoded, from, encoded.length);
    }

    /** Whether none of eight bytes need be escaped. A false no is harmless. */
    private static boolean isPlain(long eight) {
        long quotes = eight ^ EACH * '"';
        long backslashes = eight ^ EACH * '\\';
        // Each term borrows from the highest bit of a byte where that is below a space, or no other bit is left.
        long special = eight - EACH * ' ' & ~eight | quotes - EACH & ~quotes | backslashes - EACH & ~backslashes;
        return (special & HIGHEST) == 0;
    }

    private void jsonOneByOne(byte[] encoded, int from, int to) {
        int at = size;
        for (int i = from; i < to; i++) {
            byte b = encoded[i];
            // Bytes of characters beyond ASCII are below zero.
            if (b >= 0 && b < ' ' || b == '"' || b == '\\') {
                at = escape(b, at);
            } else {
                bytes[at++] = b;
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

    /** What stands from the one place to before the other. */
    void sendTo(CopyIn copy, int from, int to) throws SQLException {
        for (int at = from; at < to; at += SENT_TOGETHER) {
            copy.writeToCopy(bytes, at, Math.min(SENT_TOGETHER, to - at));
        }
    }

    String text(int place, int length) {
        return new String(bytes, place, length, StandardCharsets.UTF_8);
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
