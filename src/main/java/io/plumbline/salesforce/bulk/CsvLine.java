package io.plumbline.salesforce.bulk;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * One line of CSV while it is rendered (RFC 4180 in UTF-8, ended by LF), in a buffer that is used for every line anew. A cell
 * stands in quotes when it holds a comma, a quote or the end of a line, as FastCSV writes it.
 */
final class CsvLine {

    private byte[] bytes = new byte[1024];
    private int length;

    /** How many bytes it has so far. */
    int length() {
        return length;
    }

    /** The bytes, from the first on; what comes after its length is of an earlier line. */
    byte[] bytes() {
        return bytes;
    }

    void begin() {
        length = 0;
    }

    void cell(String text) {
        byte[] cell = text.getBytes(StandardCharsets.UTF_8);
        // A comma before it, a quote on each side, the end of the line, and every quote in it twice.
        room(2 * cell.length + 4);
        if (length > 0) {
            bytes[length++] = ',';
        }
        if (needsQuotes(cell)) {
            quoted(cell);
        } else {
            System.arraycopy(cell, 0, bytes, length, cell.length);
            length += cell.length;
        }
    }

    void end() {
        room(1);
        bytes[length++] = '\n';
    }

    private void quoted(byte[] cell) {
        bytes[length++] = '"';
        for (byte next : cell) {
            bytes[length++] = next;
            if (next == '"') {
                bytes[length++] = '"';
            }
        }
        bytes[length++] = '"';
    }

    private static boolean needsQuotes(byte[] cell) {
        for (byte next : cell) {
            if (next == '"' || next == ',' || next == '\n' || next == '\r') {
                return true;
            }
        }
        return false;
    }

    private void room(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
        }
    }
}
