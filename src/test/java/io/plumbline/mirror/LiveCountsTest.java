package io.plumbline.mirror;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.crm.CrmRecord;
import io.plumbline.crm.FieldName;
import io.plumbline.crm.FieldValue;
import io.plumbline.crm.ObjectName;
import io.plumbline.crm.RecordId;
import io.plumbline.testing.TestDatabase;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** The number of live rows that is kept is the number of live rows. */
class LiveCountsTest {

    private static final RecordId ORG = RecordId.of("00D000000000001");
    private static final RecordId OTHER_ORG = RecordId.of("00D000000000002");
    private static final RowSource DEALS = RowSource.of("opportunities");
    private static final RowSource USERS = RowSource.of("users");
    private static final ObjectName THING = ObjectName.of("Thing");
    private static final Instant MONDAY = Instant.parse("2026-06-01T08:00:00Z");

    private final DataSource database = TestDatabase.migrated();
    private final JdbcTemplate jdbc = new JdbcTemplate(database);
    private final Mirror mirror = new Mirror(database);

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    @DisplayName("whatever is stored, deleted, hidden, forgotten or comes again")
    void isThatOfCountingAfterEveryStep(long seed) {
        Random random = new Random(seed);
        for (int step = 0; step < 120; step++) {
            RecordId org = random.nextInt(5) == 0 ? OTHER_ORG : ORG;
            RowSource source = random.nextInt(4) == 0 ? USERS : DEALS;
            String done = change(org, source, random);
            for (RecordId each : List.of(ORG, OTHER_ORG)) {
                for (RowSource one : List.of(DEALS, USERS)) {
                    assertThat(mirror.org(each).count(one))
                            .as("%s of %s after step %d: %s", one, each, step, done)
                            .isEqualTo(counted(each, one));
                }
            }
        }
        assertThat(jdbc.queryForObject("select max(live) from mirror_count", Long.class))
                .as("otherwise nothing was tried")
                .isGreaterThan(20);
    }

    private String change(RecordId org, RowSource source, Random random) {
        Watermark reached = new Watermark("fields", MONDAY, random.nextInt(3) > 0);
        switch (random.nextInt(12)) {
            case 0, 1, 2 -> mirror.store(org, source, page(source, random), reached);
            case 3, 4 -> mirror.store(org, page(source, random));
            case 5, 6 -> {
                GatheredRows gathered =
                        mirror.gathered(org, source, random.nextBoolean() ? Optional.empty() : Optional.of(MONDAY));
                page(source, random).forEach(gathered::add);
                gathered.store(new OpenStream("fields", Optional.empty(), MONDAY, "half way"));
                page(source, random).forEach(gathered::add);
                gathered.store(reached);
            }
            case 7, 8 ->
                mirror.hide(
                        org,
                        source,
                        page(source, random).stream()
                                .map(MirrorRow::id)
                                .limit(20)
                                .toList());
            case 9 ->
                mirror.atOnce(() -> {
                    GoneRecords gone = mirror.gone(org);
                    page(source, random).stream()
                            .limit(3)
                            .flatMap(row -> gone.of(row.id()).stream())
                            .filter(GoneRecords.Traced::live)
                            .distinct()
                            .forEach(gone::remove);
                });
            case 10 -> {
                if (random.nextInt(3) == 0) {
                    mirror.forget(org, source);
                } else {
                    mirror.forgetOthers(org, source, random.nextBoolean() ? THING : ObjectName.of("Other"));
                }
            }
            default -> assertThat(mirror.countAnew(org, source)).isEqualTo(counted(org, source));
        }
        return reached.toString();
    }

    /** Some of a hundred records, a few of them twice, with stamps before and after each other. */
    private static List<MirrorRow> page(RowSource source, Random random) {
        List<MirrorRow> page = new ArrayList<>();
        int from = random.nextInt(100);
        IntStream.range(from, from + random.nextInt(90))
                .flatMap(number ->
                        IntStream.range(0, random.nextInt(20) == 0 ? 2 : 1).map(time -> number))
                .forEach(number -> page.add(row(source, number, random.nextInt(4), random.nextInt(4) == 0)));
        return page;
    }

    private static MirrorRow row(RowSource source, int number, int second, boolean deleted) {
        RecordId id = RecordId.of("006%012d".formatted(number));
        return new MirrorRow(
                source,
                new CrmRecord(
                        source.equals(USERS) ? ObjectName.of("User") : THING,
                        id,
                        Map.of(FieldName.of("Name"), FieldValue.text("version of " + second))),
                Optional.empty(),
                Optional.empty(),
                MONDAY.plusSeconds(second),
                deleted,
                Optional.empty());
    }

    @Test
    @DisplayName("a database that was filled before the number was kept is counted once, and right from then on")
    void countsWhereTheNumberIsNotKnown() {
        mirror.store(ORG, rows(0, 60, false));
        jdbc.update("delete from mirror_count");
        assertThat(mirror.org(ORG).count(DEALS)).isEqualTo(60);

        mirror.store(ORG, rows(50, 70, false));
        assertThat(mirror.org(ORG).count(DEALS)).isEqualTo(70);
        mirror.store(ORG, rows(0, 10, true));
        assertThat(mirror.org(ORG).count(DEALS)).isEqualTo(60);
        assertThat(jdbc.queryForList("select live from mirror_count", Long.class))
                .containsExactly(60L);
    }

    @Test
    void countingAnewRightsANumberThatIsWrong() {
        mirror.store(ORG, rows(0, 60, false));
        jdbc.update("update mirror_count set live = 17");
        assertThat(mirror.org(ORG).count(DEALS))
                .as("it is the number that is asked")
                .isEqualTo(17);

        assertThat(mirror.countAnew(ORG, DEALS)).isEqualTo(60);
        assertThat(mirror.org(ORG).count(DEALS)).isEqualTo(60);
    }

    private static List<MirrorRow> rows(int from, int to, boolean deleted) {
        return Stream.iterate(from, number -> number < to, number -> number + 1)
                .map(number -> row(DEALS, number, 0, deleted))
                .toList();
    }

    private long counted(RecordId org, RowSource source) {
        Long count = jdbc.queryForObject(
                "select count(*) from mirror_row where org_id = ? and source = ? and not deleted and not absent",
                Long.class,
                org.value(),
                source.value());
        return count == null ? 0 : count;
    }
}
