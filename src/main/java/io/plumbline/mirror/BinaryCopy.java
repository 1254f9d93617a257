package io.plumbline.mirror;

import java.sql.SQLException;
import java.time.Instant;
import java.util.function.Consumer;
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
    private final Bytes bytes = new Bytes(2 * SENT_TOGETHER);

    /** @param copy one that has just begun */
    BinaryCopy(CopyIn copy) {
        this.copy = copy;
        bytes.put(SIGNATURE);
        bytes.integer(0);
        bytes.integer(0);
    }

    /** Begins a row. */
    void row(int values) throws SQLException {
        if (bytes.size() > SENT_TOGETHER) {
            bytes.sendTo(copy);
        }
        bytes.small(values);
    }

    void text(@Nullable String text) {
        if (text == null) {
            bytes.integer(NULL);
            return;
        }
        text(out -> out.text(text));
    }

    /** @param text writes it */
    void text(Consumer<Bytes> text) {
        int length = bytes.size();
        bytes.integer(NULL);
        text.accept(bytes);
        bytes.integerAt(length, bytes.size() - length - Integer.BYTES);
    }

    /** A timestamp with time zone: microseconds since the beginning of 2000. */
    void moment(Instant moment) {
        bytes.integer(Long.BYTES);
        long micros =
                Math.addExact(Math.multiplyExact(moment.getEpochSecond() - EPOCH, 1_000_000L), moment.getNano() / 1000);
        bytes.integer((int) (micros >> Integer.SIZE));
        bytes.integer((int) micros);
    }

    void flag(boolean flag) {
        bytes.integer(1);
        bytes.put(flag ? 1 : 0);
    }

    /** Sends what is left. The rows are there when the transaction is. */
    void end() throws SQLException {
        bytes.small(END);
        bytes.sendTo(copy);
        copy.endCopy();
    }
}
