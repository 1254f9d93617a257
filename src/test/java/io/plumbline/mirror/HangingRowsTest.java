package io.plumbline.mirror;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.crm.RecordId;
import io.plumbline.testing.TestDatabase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** What hangs on an account, on another row or on nothing, against the plain way; and how much is looked at to find it. */
class HangingRowsTest {

    private final DataSource database = TestDatabase.migrated();
    private final Mirror mirror = new Mirror(database);

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void namesJustTheLiveRowsOfTheseSourcesThatHangOnNothing(long seed) {
        RandomRows rows = new RandomRows(seed).storedIn(mirror);

        for (List<RowSource> asked : List.of(RandomRows.SOURCES, List.of(RandomRows.DEALS), List.<RowSource>of())) {
            Map<RowSource, List<RecordId>> expected = new HashMap<>();
            for (RowSource source : asked) {
                List<RecordId> ids = rows.live()
                        .filter(row -> row.source().equals(source)
                                && row.accountId().isEmpty()
                                && row.parentId().isEmpty())
                        .map(MirrorRow::id)
                        .sorted()
                        .toList();
                if (!ids.isEmpty()) {
                    expected.put(source, ids);
                }
            }
            assertThat(mirror.org(RandomRows.ORG).withoutAccount(asked)).isEqualTo(expected);
        }
    }

    @Test
    @DisabledIfSystemProperty(named = "plumbline.database", matches = "postgresql", disabledReason = "counts otherwise")
    @DisplayName("of some hundred accounts and what hangs on them, only what hangs on nothing is looked at")
    void looksAtNothingElseToFindWhatHangsOnNothing() {
        RandomRows rows = many();
        long hanging = rows.all()
                .filter(row -> row.source().equals(RandomRows.DEALS)
                        && row.accountId().isEmpty()
                        && row.parentId().isEmpty())
                .count();

        assertThat(hanging).isBetween(3L, 100L);
        assertThat(plan(MirroredOrg.ON_NOTHING)).contains("scanCount: " + (hanging + 1) + " ");
    }

    @Test
    @EnabledIfSystemProperty(named = "plumbline.database", matches = "postgresql")
    void findsWhatHangsOnNothingByAllFourColumnsOfTheIndex() {
        many();
        new JdbcTemplate(database).execute("analyze");

        assertThat(plan(MirroredOrg.ON_NOTHING).lines().filter(line -> line.contains("Index Cond")))
                .singleElement()
                .asString()
                .contains("account_id IS NULL", "org_id", "source", "parent_id IS NULL");
    }

    private RandomRows many() {
        return IntStream.range(0, 20)
                .mapToObj(seed -> new RandomRows(seed, seed * 1_000).storedIn(mirror))
                .reduce(RandomRows::and)
                .orElseThrow();
    }

    private String plan(String select) {
        return String.join(
                "\n",
                new JdbcTemplate(database)
                        .queryForList(
                                "explain analyze " + select,
                                String.class,
                                RandomRows.ORG.value(),
                                RandomRows.DEALS.value()));
    }
}
