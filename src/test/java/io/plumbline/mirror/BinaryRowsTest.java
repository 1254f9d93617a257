package io.plumbline.mirror;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.crm.CrmRecord;
import io.plumbline.crm.FieldName;
import io.plumbline.crm.FieldValue;
import io.plumbline.crm.ObjectName;
import io.plumbline.crm.RecordId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What waits as bytes is what was added. What PostgreSQL makes of the bytes: {@link FillingTest}. */
class BinaryRowsTest {

    private static final RowSource DEALS = RowSource.of("opportunities");
    private static final RecordId ACME = RecordId.of("001000000000001");
    private static final RecordId DEAL = RecordId.of("006000000000001");

    private final BinaryRows rows = new BinaryRows(RecordId.of("00D000000000001"), DEALS);

    @Test
    void givesBackWhatWasAdded() {
        List<MirrorRow> added = List.of(
                row("plain", "1999-12-31T23:59:59.999Z", Optional.of(ACME), Optional.empty(), false, Optional.empty()),
                row("", "2000-01-01T00:00:00Z", Optional.empty(), Optional.of(DEAL), true, Optional.of("key")),
                row(
                        "Zoë, \u20ac, \ud83d\ude00",
                        "1970-01-01T00:00:00.001Z",
                        Optional.empty(),
                        Optional.empty(),
                        false,
                        Optional.of("\u20ac")),
                row(
                        "\"a\\\n\u0000",
                        "2126-11-22T12:00:00.5Z",
                        Optional.of(DEAL),
                        Optional.empty(),
                        true,
                        Optional.empty()));
        added.forEach(rows::add);

        assertThat(IntStream.range(0, rows.size()).mapToObj(rows::get)).containsExactlyElementsOf(added);
        assertThat(IntStream.range(0, rows.size()).mapToObj(rows::id)).containsOnly(DEAL.value());
    }

    @Test
    void beginsAnewOnceCleared() {
        int empty = rows.bytes();
        IntStream.range(0, 5_000).forEach(i -> rows.add(deal("first " + i)));
        assertThat(rows.get(4_999)).isEqualTo(deal("first 4999"));

        rows.clear();

        assertThat(rows.size()).isZero();
        assertThat(rows.bytes()).isEqualTo(empty);
        rows.add(deal("second"));
        assertThat(rows.get(0)).isEqualTo(deal("second"));
    }

    private static MirrorRow deal(String name) {
        return row(name, "2026-06-01T08:00:00Z", Optional.of(ACME), Optional.empty(), false, Optional.empty());
    }

    private static MirrorRow row(
            String name,
            String stamp,
            Optional<RecordId> account,
            Optional<RecordId> parent,
            boolean deleted,
            Optional<String> ownKey) {
        CrmRecord record =
                new CrmRecord(ObjectName.of("Opportunity"), DEAL, Map.of(FieldName.of("Name"), FieldValue.text(name)));
        return new MirrorRow(DEALS, record, account, parent, Instant.parse(stamp), deleted, ownKey);
    }
}
