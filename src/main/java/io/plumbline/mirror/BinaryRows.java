package io.plumbline.mirror;

import io.plumbline.crm.CrmRecord;
import io.plumbline.crm.ObjectName;
import io.plumbline.crm.RecordId;
import io.plumbline.mirror.content.Bytes;
import io.plumbline.mirror.content.FieldValues;
import io.plumbline.mirror.content.FieldWriter;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyIn;

/**
 * Rows of one source in the binary form of PostgreSQL's COPY: each value is its length and its bytes, so that no character needs
 * an escape. See "File Formats, Binary Format" on PostgreSQL's page of COPY. Rows that wait here are one array and not objects,
 * of which the collector would copy each.
 */
final class BinaryRows {

    /** Of {@code mirror_row}, in the order of {@link Rows#parameters}. */
    private static final int VALUES = 10;

    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0};
    private static final int HEADER = SIGNATURE.length + 2 * Integer.BYTES;
    private static final int NULL = -1;
    private static final int END = -1;
    private static final long EPOCH = Instant.parse("2000-01-01T00:00:00Z").getEpochSecond();
    private static final int MICROS = 1_000_000;
    private static final int USUAL = 2_000;

    private final RecordId org;
    private final RowSource source;
    private final Bytes bytes = new Bytes(1 << 20);
    private final FieldWriter writer = new FieldWriter();
    private final FieldValues values = new FieldValues();

    /** Where each row begins, and after them where the last one ends. */
    private int[] starts = new int[USUAL];

    private int size;

    BinaryRows(RecordId org, RowSource source) {
        this.org = org;
        this.source = source;
        bytes.put(SIGNATURE);
        bytes.integer(0);
        bytes.integer(0);
        starts[0] = HEADER;
    }

    int size() {
        return size;
    }

    int bytes() {
        return bytes.size();
    }

    void add(MirrorRow row) {
        bytes.small(VALUES);
        text(org.value());
        text(source.value());
        text(row.id().value());
        text(row.record().object().value());
        text(row.accountId().map(RecordId::value).orElse(null));
        text(row.parentId().map(RecordId::value).orElse(null));
        moment(row.stamp());
        bytes.integer(1);
        bytes.put(row.deleted() ? 1 : 0);
        text(row.ownKey().orElse(null));
        int content = bytes.size();
        bytes.integer(NULL);
        writer.write(row.record().fields(), bytes);
        bytes.integerAt(content, bytes.size() - content - Integer.BYTES);
        if (++size == starts.length) {
            starts = Arrays.copyOf(starts, 2 * size);
        }
        starts[size] = bytes.size();
    }

    /** A row as it was added. */
    MirrorRow get(int row) {
        int[] at = places(row);
        return new MirrorRow(
                source,
                new CrmRecord(
                        ObjectName.of(required(at[3])),
                        RecordId.of(required(at[2])),
                        values.read(required(at[VALUES - 1]))),
                Optional.ofNullable(text(at[4])).map(RecordId::of),
                Optional.ofNullable(text(at[5])).map(RecordId::of),
                moment(at[6]),
                bytes.at(at[7] + Integer.BYTES) != 0,
                Optional.ofNullable(text(at[8])));
    }

    String id(int row) {
        return required(places(row)[2]);
    }

    /** Begins the copy. */
    void sendHeader(CopyIn copy) throws SQLException {
        bytes.sendTo(copy, 0, HEADER);
    }

    /** The rows from the one to before the other. They are there when the copy has ended, and the transaction. */
    void send(CopyIn copy, int from, int to) throws SQLException {
        bytes.sendTo(copy, starts[from], starts[to]);
    }

    /** Ends the copy. */
    static void sendEnd(CopyIn copy) throws SQLException {
        Bytes end = new Bytes(2);
        end.small(END);
        end.sendTo(copy, 0, end.size());
        copy.endCopy();
    }

    void clear() {
        size = 0;
        bytes.cut(HEADER);
    }

    private void text(@Nullable String text) {
        int length = bytes.size();
        bytes.integer(NULL);
        if (text != null) {
            bytes.text(text);
            bytes.integerAt(length, bytes.size() - length - Integer.BYTES);
        }
    }

    /** A timestamp with time zone: microseconds since the beginning of 2000. */
    private void moment(Instant moment) {
        bytes.integer(Long.BYTES);
        long micros = Math.addExact(
                Math.multiplyExact(moment.getEpochSecond() - EPOCH, (long) MICROS), moment.getNano() / 1000);
        bytes.integer((int) (micros >> Integer.SIZE));
        bytes.integer((int) micros);
    }

    private Instant moment(int place) {
        long high = bytes.integerAt(place + Integer.BYTES);
        long micros = high << Integer.SIZE | Integer.toUnsignedLong(bytes.integerAt(place + 2 * Integer.BYTES));
        return Instant.ofEpochSecond(EPOCH + Math.floorDiv(micros, MICROS), 1000L * Math.floorMod(micros, MICROS));
    }

    /** Where the length of each value of a row stands. */
    private int[] places(int row) {
        int[] places = new int[VALUES];
        int at = starts[row] + Short.BYTES;
        for (int i = 0; i < VALUES; i++) {
            places[i] = at;
            at += Integer.BYTES + Math.max(0, bytes.integerAt(at));
        }
        return places;
    }

    private String required(int place) {
        return bytes.text(place + Integer.BYTES, bytes.integerAt(place));
    }

    private @Nullable String text(int place) {
        return bytes.integerAt(place) == NULL ? null : required(place);
    }
}
