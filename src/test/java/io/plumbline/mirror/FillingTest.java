package io.plumbline.mirror;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.crm.CrmRecord;
import io.plumbline.crm.FieldName;
import io.plumbline.crm.FieldValue;
import io.plumbline.crm.ObjectName;
import io.plumbline.crm.RecordId;
import io.plumbline.testing.TestDatabase;
import io.plumbline.testing.Trap;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.springframework.jdbc.core.JdbcTemplate;

/** Pages that are long enough to be stored many rows at a time. */
class FillingTest {

    private static final RecordId ORG = RecordId.of("00D000000000001");
    private static final RowSource DEALS = RowSource.of("opportunities");
    private static final FieldName NAME = FieldName.of("Name");
    private static final Instant MONDAY = Instant.parse("2026-06-01T08:00:00Z");
    private static final Watermark HALF_WAY = new Watermark("fields", MONDAY, false);

    private final DataSource database = TestDatabase.migrated();
    private final Mirror mirror = new Mirror(database);

    @Test
    void keepsEveryRowOfALongPage() {
        mirror.store(ORG, DEALS, page(0, 123, "first"), HALF_WAY);

        assertThat(mirror.org(ORG).rows(DEALS)).isEqualTo(page(0, 123, "first"));
    }

    @Test
    @Trap({"C9", "C10"})
    void replacesWhatIsThereAndAddsTheRest() {
        mirror.store(ORG, DEALS, page(0, 100, "first"), HALF_WAY);
        mirror.store(ORG, DEALS, page(50, 200, "second"), HALF_WAY);

        assertThat(mirror.org(ORG).rows(DEALS))
                .isEqualTo(Stream.concat(page(0, 50, "first").stream(), page(50, 200, "second").stream())
                        .toList());
    }

    @Test
    void keepsTheLastOfARowThatIsTwiceOnAPage() {
        List<MirrorRow> twice = Stream.concat(page(0, 100, "first").stream(), page(99, 100, "second").stream())
                .toList();
        mirror.store(ORG, DEALS, twice, HALF_WAY);

        assertThat(mirror.org(ORG).rows(DEALS).getLast().record().text(NAME)).contains("second 99");
        assertThat(mirror.org(ORG).count(DEALS)).isEqualTo(100);
    }

    @Test
    void hasTheIndexByAccountAfterwardsHoweverTheReadingEnded() {
        assertThatThrownBy(() -> mirror.filling(() -> {
                    throw new IllegalStateException("broken off");
                }))
                .hasMessage("broken off");
        assertThat(indexes()).contains("MIRROR_ROW_BY_ACCOUNT");

        mirror.filling(() -> {
            mirror.store(ORG, DEALS, page(0, 60, "first"), HALF_WAY);
            return 0;
        });
        assertThat(indexes()).contains("MIRROR_ROW_BY_ACCOUNT");
    }

    @Test
    @DisabledIfSystemProperty(named = "plumbline.database", matches = "postgresql", disabledReason = "keeps its index")
    void makesTheIndexThatAKilledReadingLeftOut() {
        mirror.store(ORG, DEALS, page(0, 60, "first"), HALF_WAY);
        new JdbcTemplate(database).execute("drop index mirror_row_by_account");

        mirror.filling(() -> 0);

        assertThat(indexes()).contains("MIRROR_ROW_BY_ACCOUNT");
    }

    private List<String> indexes() {
        String catalogue = "postgresql".equals(System.getProperty("plumbline.database"))
                ? "select upper(indexname) from pg_indexes where tablename = 'mirror_row'"
                : "select index_name from information_schema.indexes where table_name = 'MIRROR_ROW'";
        return new JdbcTemplate(database).queryForList(catalogue, String.class);
    }

    private static List<MirrorRow> page(int from, int to, String name) {
        return IntStream.range(from, to)
                .mapToObj(i -> new MirrorRow(
                        DEALS,
                        new CrmRecord(
                                ObjectName.of("Opportunity"),
                                RecordId.of("006%012d".formatted(i)),
                                Map.of(NAME, FieldValue.text(name + " " + i))),
                        Optional.of(RecordId.of("001%012d".formatted(i % 7))),
                        Optional.empty(),
                        MONDAY,
                        false,
                        Optional.empty()))
                .toList();
    }
}
