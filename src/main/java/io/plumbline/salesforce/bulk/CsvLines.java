package io.plumbline.salesforce.bulk;

import io.plumbline.salesforce.call.ColumnReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Reads CSV as Bulk API 2.0 writes it (RFC 4180 in UTF-8, a comma between cells, any end of a line) line by line, and gives
 * each cell as bytes where they lie. What it took to make texts of all cells was more than all the rest of reading them.
 */
final class CsvLines {

    private static final int PART = 64 * 1024;
    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    /** In each of eight bytes a quote, the lowest bit, and the highest. */
    private static final long QUOTES = 0x2222222222222222L;

    private static final long LOWEST = 0x0101010101010101L;
    private static final long HIGHEST = 0x8080808080808080L;

    private final InputStream in;
    private final int longestLine;
    private byte[] buffer = new byte[2 * PART];
    /** The same bytes, of which eight are looked at together. */
    private ByteBuffer eight = inEights(buffer);

    private int[] from = new int[32];
    private int[] to = new int[32];
    private int count;
    /** Where the line begins, how far it was looked at, and where the bytes end that are here. */
    private int start;

    private int place;
    private int end;
    private boolean begun;
    private boolean wasQuoted;

    /** @param longestLine most bytes of one line (trap D10) */
    CsvLines(InputStream in, int longestLine) {
        this.in = in;
        this.longestLine = longestLine;
    }

    /** What is no CSV. */
    static final class NotCsvException extends Exception {

        private static final long serialVersionUID = 1L;

        NotCsvException(String what) {
            super(what);
        }
    }

    /** Goes to the next line that holds anything; false when there is none. What was given of the line before is gone. */
    boolean next() throws IOException, NotCsvException {
        if (!begun) {
            begun = true;
            skipMark();
        }
        do {
            start = place;
            count = 0;
            if (!isThere(place)) {
                return false;
            }
            line();
        } while (count == 1 && from[0] == to[0] && !wasQuoted);
        return true;
    }

    /** How many cells the line has. */
    int count() {
        return count;
    }

    /** The bytes in which the cells lie. */
    byte[] bytes() {
        return buffer;
    }

    int from(int cell) {
        return from[cell];
    }

    int length(int cell) {
        return to[cell] - from[cell];
    }

    /** @throws io.plumbline.salesforce.call.NotUtf8Exception when it is not UTF-8 */
    String text(int cell) {
        return ColumnReader.text(buffer, from(cell), length(cell));
    }

    private void line() throws IOException, NotCsvException {
        while (!plainCells()) {
            if (!oneCell()) {
                endOfLine();
                return;
            }
        }
    }

    /**
     * Takes cells as long as they are here whole and hold no quote, which is nearly always.
     *
     * @return whether the line ended with one of them
     */
    private boolean plainCells() {
        byte[] bytes = buffer;
        int at = place;
        while (at < end) {
            boolean inQuotes = bytes[at] == '"';
            int first = inQuotes ? at + 1 : at;
            int last = inQuotes ? quote(first) : endOfBare(first);
            int after = inQuotes ? last + 1 : last;
            if (after >= end || bytes[after] != ',' && bytes[after] != '\n') {
                return false;
            }
            cell(first, last);
            at = after + 1;
            place = at;
            if (bytes[after] == '\n') {
                wasQuoted = inQuotes;
                return true;
            }
        }
        return false;
    }

    private int endOfBare(int at) {
        int next = at;
        while (next < end && buffer[next] != ',' && buffer[next] != '\n' && buffer[next] != '\r') {
            next++;
        }
        return next;
    }

    /** Takes any cell, wherever it ends; tells whether another one follows in the line. */
    private boolean oneCell() throws IOException, NotCsvException {
        wasQuoted = isThere(place) && buffer[place] == '"';
        if (wasQuoted) {
            quoted();
        } else {
            bare();
        }
        boolean more = isThere(place) && buffer[place] == ',';
        if (more) {
            place++;
        }
        return more;
    }

    private void endOfLine() throws IOException, NotCsvException {
        if (!isThere(place)) {
            return;
        }
        byte last = buffer[place];
        if (last != '\n' && last != '\r') {
            throw new NotCsvException("something follows a cell that ended");
        }
        place++;
        if (last == '\r' && isThere(place) && buffer[place] == '\n') {
            place++;
        }
    }

    private void bare() throws IOException, NotCsvException {
        int begin = place - start;
        while (isThere(place)) {
            byte next = buffer[place];
            if (next == ',' || next == '\n' || next == '\r') {
                break;
            }
            place++;
        }
        cell(start + begin, place);
    }

    /** Two quotes are one; what follows moves up in the buffer by so much. */
    private void quoted() throws IOException, NotCsvException {
        place++;
        int begin = place - start;
        int dropped = 0;
        while (true) {
            if (!isThere(place)) {
                throw new NotCsvException("the last cell does not end");
            }
            if (buffer[place] != '"') {
                int run = place;
                place = quote(place);
                if (dropped > 0) {
                    System.arraycopy(buffer, run, buffer, run - dropped, place - run);
                }
            } else if (isThere(place + 1) && buffer[place + 1] == '"') {
                buffer[place - dropped] = '"';
                dropped++;
                place += 2;
            } else {
                break;
            }
        }
        cell(start + begin, place - dropped);
        place++;
    }

    /** Where the next quote is, or where the bytes end that are here. */
    private int quote(int at) {
        int next = at;
        while (next + Long.BYTES <= end) {
            // A byte that is a quote becomes zero, and borrows from its highest bit, the first such byte for certain.
            long bytes = eight.getLong(next) ^ QUOTES;
            long found = bytes - LOWEST & ~bytes & HIGHEST;
            if (found != 0) {
                return next + Long.numberOfTrailingZeros(found) / Byte.SIZE;
            }
            next += Long.BYTES;
        }
        while (next < end && buffer[next] != '"') {
            next++;
        }
        return next;
    }

    private void cell(int begins, int ends) {
        if (count == from.length) {
            from = Arrays.copyOf(from, 2 * count);
            to = Arrays.copyOf(to, 2 * count);
        }
        from[count] = begins;
        to[count++] = ends;
    }

    /** Whether there is a byte at this place, which is next or the one after it; what is here may move to the front. */
    private boolean isThere(int wanted) throws IOException, NotCsvException {
        return wanted < end || more(wanted - place);
    }

    private boolean more(int ahead) throws IOException, NotCsvException {
        while (place + ahead >= end) {
            if (start > 0) {
                moveToFront();
            }
            if (end == buffer.length) {
                if (end >= longestLine) {
                    throw new NotCsvException("a line is longer than any record can be");
                }
                buffer = Arrays.copyOf(buffer, 2 * end);
                eight = inEights(buffer);
            }
            int read = in.read(buffer, end, Math.min(PART, buffer.length - end));
            if (read < 0) {
                return false;
            }
            end += read;
        }
        return true;
    }

    private void moveToFront() {
        System.arraycopy(buffer, start, buffer, 0, end - start);
        for (int i = 0; i < count; i++) {
            from[i] -= start;
            to[i] -= start;
        }
        place -= start;
        end -= start;
        start = 0;
    }

    private static ByteBuffer inEights(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private void skipMark() throws IOException, NotCsvException {
        int length = 0;
        while (length < MARK.length && isThere(length) && buffer[length] == MARK[length]) {
            length++;
        }
        place = length == MARK.length ? length : 0;
    }
}
