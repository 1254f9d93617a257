package io.plumbline.mirror;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyIn;

/**
 * Rows on their way into a table in the binary form of PostgreSQL's COPY: each value is its length and its bytes, so that no
 * character needs an escape. See "File Formats, Binary Format" on PostgreSQL's page of COPY.
 */
final class BinaryCopy {

    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0};
    private static final int NULL = -1;
    private static final int END = -1;
    private static final long EPOCH = Instant.parse("2000-01-01T00:00:00Z").getEpochSecond();
    private static final int SENT_TOGETHER = 1 << 16;

    private final CopyIn copy;
    private final Bytes bytes = new Bytes();

    /** @param copy one that has just begun */
    BinaryCopy(CopyIn copy) {
        this.copy = copy;
        bytes.writeBytes(SIGNATURE);
        bytes.integer(0);
        bytes.integer(0);
    }

    /** Begins a row. */
    void row(int values) throws SQLException {
        if (bytes.size() > SENT_TOGETHER) {
            send();
        }
        bytes.small(values);
    }

    void text(@Nullable String text) {
        if (text == null) {
            bytes.integer(NULL);
            return;
        }
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        bytes.integer(encoded.length);
        bytes.writeBytes(encoded);
    }

    /** A timestamp with time zone: microseconds since the beginning of 2000. */
    void moment(Instant moment) {
        bytes.integer(Long.BYTES);
        long micros = Math.addExact(
                Math.multiplyExact(moment.getEpochSecond() - EPOCH, 1_000_000L), moment.getNano() / 1000);
        bytes.integer((int) (micros >> Integer.SIZE));
        bytes.integer((int) micros);
    }

    void flag(boolean flag) {
        bytes.integer(1);
        bytes.write(flag ? 1 : 0);
    }

    /** Sends what is left. The rows are there when the transaction is. */
    void end() throws SQLException {
        bytes.small(END);
        send();
        copy.endCopy();
    }

    private void send() throws SQLException {
        bytes.sendTo(copy);
    }

    /** Numbers with their highest byte first, as PostgreSQL has them. */
    private static final class Bytes extends ByteArrayOutputStream {

        Bytes() {
            super(2 * SENT_TOGETHER);
        }

        void integer(int number) {
            write(number >> 24);
            write(number >> 16);
            write(number >> 8);
            write(number);
        }

        void small(int number) {
            write(number >> 8);
            write(number);
        }

        void sendTo(CopyIn copy) throws SQLException {
            copy.writeToCopy(buf, 0, count);
            reset();
        }
    }
}
