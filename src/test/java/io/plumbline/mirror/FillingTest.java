package io.plumbline.mirror;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.plumbline.crm.CrmRecord;
import io.plumbline.crm.FieldName;
import io.plumbline.crm.FieldValue;
import io.plumbline.crm.ObjectName;
import io.plumbline.crm.RecordId;
import io.plumbline.testing.TestDatabase;
import io.plumbline.testing.Trap;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/** Pages that are long enough to be stored many rows at a time. */
class FillingTest {

    private static final RecordId ORG = RecordId.of("00D000000000001");
    private static final RecordId OTHER_ORG = RecordId.of("00D000000000002");
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
    @Trap("C10")
    @DisplayName(
            "a row of a large answer that comes again after it was stored replaces what it said, and the others stay")
    void replacesWhatItStoredItself() {
        GatheredRows gathered = mirror.gathered(ORG, DEALS, Optional.empty());
        page(0, 100, "first").forEach(gathered::add);
        gathered.store(reading("a"));
        page(100, 200, "first").forEach(gathered::add);
        gathered.store(reading("b"));
        page(50, 250, "second").forEach(gathered::add);
        gathered.store(reading("c"));
        page(250, 350, "third").forEach(gathered::add);
        gathered.store(HALF_WAY);

        assertThat(mirror.org(ORG).rows(DEALS))
                .isEqualTo(Stream.of(page(0, 50, "first"), page(50, 250, "second"), page(250, 350, "third"))
                        .flatMap(List::stream)
                        .toList());
    }

    @Test
    @DisplayName(
            "when the first of many long rows was there already, the database says so while they are still being sent")
    void replacesTheFirstOfManyLongRows() {
        String text = "long ".repeat(400);
        GatheredRows gathered = mirror.gathered(ORG, DEALS, Optional.empty());
        page(0, 60, "first").forEach(gathered::add);
        gathered.store(reading("a"));
        page(0, 1, text).forEach(gathered::add);
        page(60, 1_500, text).forEach(gathered::add);
        gathered.store(HALF_WAY);

        assertThat(mirror.org(ORG).count(DEALS)).isEqualTo(1_500);
        assertThat(mirror.org(ORG).rows(DEALS).getFirst().record().text(NAME)).contains(text + " 0");
        assertThat(mirror.org(ORG).rows(DEALS).getLast().record().text(NAME)).contains(text + " 1499");
    }

    @Test
    void takesNoteOfANameThatSomebodyLostBetweenTwoLargeReadings() {
        RowSource people = RowSource.of("contacts");
        GatheredRows before = mirror.gathered(ORG, people, Optional.empty());
        people(people, "Old Name").forEach(before::add);
        before.store(HALF_WAY);
        assertThat(mirror.gone(ORG).oldNames()).isEmpty();

        GatheredRows after = mirror.gathered(ORG, people, Optional.empty());
        people(people, "New Name").forEach(after::add);
        after.store(HALF_WAY);

        assertThat(mirror.gone(ORG).oldNames()).contains("Old Name");
    }

    private static List<MirrorRow> people(RowSource people, String name) {
        return IntStream.range(0, 60)
                .mapToObj(i -> new MirrorRow(
                        people,
                        new CrmRecord(
                                ObjectName.of("Contact"),
                                RecordId.of("003%012d".formatted(i)),
                                Map.of(NAME, FieldValue.text(name))),
                        Optional.empty(),
                        Optional.empty(),
                        MONDAY,
                        false,
                        Optional.empty()))
                .toList();
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
    @DisplayName("a row that came with many others is the row that it is when it comes alone, whatever its texts hold")
    void keepsTextsAsTheyAre() {
        List<MirrorRow> page = oddPage();
        mirror.store(ORG, DEALS, page, HALF_WAY);
        page.forEach(row -> mirror.store(OTHER_ORG, DEALS, List.of(row), HALF_WAY));

        assertThat(mirror.org(ORG).rows(DEALS, page.stream().map(MirrorRow::id).toList()))
                .isEqualTo(page);
        assertThat(stored(ORG)).isEqualTo(stored(OTHER_ORG));
    }

    @ParameterizedTest
    @ValueSource(longs = {20261122, 1, 2, 3})
    @Trap({"C10", "D6"})
    @DisplayName("rows of a large answer, some of them twice, are in the end what they are when each comes alone")
    void gathersRowsAsTheyAreAlone(long seed) {
        Random random = new Random(seed);
        GatheredRows gathered = mirror.gathered(ORG, DEALS, Optional.empty());
        if (random.nextBoolean()) {
            // Of an earlier attempt.
            List<MirrorRow> earlier = page(0, 80, "earlier");
            mirror.store(ORG, DEALS, earlier, HALF_WAY);
            earlier.forEach(row -> mirror.store(OTHER_ORG, DEALS, List.of(row), HALF_WAY));
        }
        for (int transaction = 0; transaction < 5; transaction++) {
            for (int some = random.nextInt(4); some > 0; some--) {
                List<MirrorRow> page = anyPage(random, 60 * transaction);
                page.forEach(gathered::add);
                page.forEach(row -> mirror.store(OTHER_ORG, DEALS, List.of(row), HALF_WAY));
            }
            gathered.store(reading("place " + transaction));
        }

        assertThat(stored(ORG)).as("seed %s", seed).isEqualTo(stored(OTHER_ORG));
        assertThat(mirror.openStream(ORG, DEALS)).contains(reading("place 4"));
        assertThat(mirror.touched(ORG).wholeSources()).contains(DEALS);
    }

    private static OpenStream reading(String place) {
        return new OpenStream("fields", Optional.empty(), MONDAY, place);
    }

    /** Rows from about a number on, in any order and each maybe twice, older or newer the second time. */
    private static List<MirrorRow> anyPage(Random random, int from) {
        List<MirrorRow> page = new ArrayList<>();
        for (int i = random.nextInt(120); i > 0; i--) {
            int number = from + random.nextInt(300);
            MirrorRow row = row(
                    number, "at " + i, Optional.of(RecordId.of("001%012d".formatted(number % 7))), Optional.empty());
            page.add(new MirrorRow(
                    DEALS,
                    row.record(),
                    row.accountId(),
                    row.parentId(),
                    MONDAY.plusSeconds(random.nextInt(3)),
                    random.nextInt(5) == 0,
                    row.ownKey()));
        }
        return page;
    }

    private List<Map<String, Object>> stored(RecordId org) {
        return new JdbcTemplate(database)
                .queryForList(
                        "select record_id, object, account_id, parent_id, stamp, deleted, own_key, content, absent"
                                + " from mirror_row where org_id = ? order by record_id",
                        org.value());
    }

    @Test
    void isEnoughSomewhere() {
        GatheredRows gathered = mirror.gathered(ORG, DEALS, Optional.empty());
        assertThat(gathered.areEnough()).isFalse();

        page(0, 5_000, "first").forEach(gathered::add);
        assertThat(gathered.areEnough()).isTrue();

        gathered.store(HALF_WAY);
        assertThat(gathered.areEnough()).isFalse();
        assertThat(mirror.org(ORG).count(DEALS)).isEqualTo(5_000);
        assertThat(mirror.watermark(ORG, DEALS)).contains(HALF_WAY);
    }

    @Test
    @DisplayName("rows with very long texts are enough long before they are many")
    void isEnoughOfLongTexts() {
        GatheredRows gathered = mirror.gathered(ORG, DEALS, Optional.empty());
        int rows = 0;
        while (!gathered.areEnough()) {
            gathered.add(row(rows++, "long ".repeat(20_000), Optional.empty(), Optional.empty()));
        }
        assertThat(rows).isLessThanOrEqualTo(500);
    }

    @Test
    void storesThroughAPoolOfConnections() {
        HikariConfig config = new HikariConfig();
        config.setDataSource(database);
        try (HikariDataSource pool = new HikariDataSource(config)) {
            new Mirror(pool).store(ORG, DEALS, page(0, 123, "first"), HALF_WAY);
        }

        assertThat(mirror.org(ORG).rows(DEALS)).isEqualTo(page(0, 123, "first"));
    }

    @Test
    @Trap("K2")
    void storesNothingOfAPageThatTheDatabaseRefuses() {
        List<MirrorRow> page = Stream.concat(
                        page(0, 99, "first").stream(),
                        Stream.of(row(99, "x", Optional.empty(), Optional.of("k".repeat(256)))))
                .toList();

        assertThatThrownBy(() -> mirror.store(ORG, DEALS, page, HALF_WAY)).isInstanceOf(DataAccessException.class);

        assertThat(mirror.org(ORG).count(DEALS)).isZero();
        assertThat(mirror.watermark(ORG, DEALS)).isEmpty();
        mirror.store(ORG, DEALS, page(0, 99, "again"), HALF_WAY);
        assertThat(mirror.org(ORG).rows(DEALS)).isEqualTo(page(0, 99, "again"));
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

    /** Texts that mean something to JSON, to COPY or to both, and Ids that some languages sort otherwise. */
    private static List<MirrorRow> oddPage() {
        List<String> odd = List.of(
                "tab\t, line\nbreak\r\n, feed\f and \b",
                "\\N and \\. and \\\\ and \\u0000",
                "NUL \u0000 and \u0001, \u001f, \u007f",
                "\"quoted\", 'single', {\"a\": null}",
                "Zoë, Müller, \u20ac, \ud83d\ude00, \u65e5\u672c, e\u0301",
                " ",
                "");
        return IntStream.range(0, 70)
                .mapToObj(i -> {
                    String text = odd.get(i % odd.size());
                    boolean own = i % 3 == 0;
                    return row(
                            i,
                            text,
                            own ? Optional.empty() : Optional.of(RecordId.of("001%012d".formatted(i % 7))),
                            own ? Optional.of("key " + text.replace("\u0000", "")) : Optional.empty());
                })
                .toList();
    }

    private static MirrorRow row(int number, String text, Optional<RecordId> account, Optional<String> ownKey) {
        Optional<RecordId> parent =
                account.isEmpty() ? Optional.of(RecordId.of("701%012d".formatted(number))) : Optional.empty();
        return new MirrorRow(
                DEALS,
                new CrmRecord(
                        ObjectName.of("Opportunity"),
                        RecordId.of("006%012d".formatted(number)),
                        Map.of(NAME, FieldValue.text(text))),
                account,
                parent,
                MONDAY.plusMillis(number * 86_399_987L),
                number % 5 == 0,
                ownKey);
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
