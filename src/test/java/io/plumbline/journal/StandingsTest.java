package io.plumbline.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.crm.RecordId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is asked of the accounts of an org together, against the plain way: look at every one. */
class StandingsTest {

    private static final RecordId ORG = RecordId.of("00D000000000001");
    private static final RecordId OTHER_ORG = RecordId.of("00D000000000002");

    private final JournalDatabase database = JournalDatabase.empty();
    private final Standings standings = new Standings(database.template(), database.transaction());

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void countsTheAccountsThatAreAlike(long seed) {
        List<Standing> all = stored(new Random(seed), 200);

        Map<List<Object>, Integer> expected = new HashMap<>();
        all.forEach(
                one -> expected.merge(List.of(one.band(), one.planCurrency(), one.judgedBefore()), 1, Integer::sum));
        Map<List<Object>, Integer> counted = new HashMap<>();
        standings
                .alike(ORG)
                .forEach(alike -> counted.merge(
                        List.of(alike.band(), alike.planCurrency(), alike.judgedBefore()),
                        alike.accounts(),
                        Integer::sum));
        assertThat(counted).isEqualTo(expected);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void namesTheForemostWithAReasonTheFirstFirst(long seed) {
        List<Standing> all = stored(new Random(seed), 200);

        assertThat(standings.foremost(ORG, "GREEN", 7))
                .extracting(Standing::account)
                .containsExactlyElementsOf(all.stream()
                        .filter(one -> one.attention() != null
                                && !one.why().isEmpty()
                                && !one.band().equals("GREEN"))
                        .sorted(Comparator.comparing(Standing::attention, Comparator.reverseOrder())
                                .thenComparing(Standing::account))
                        .limit(7)
                        .map(Standing::account)
                        .toList());
    }

    @Test
    @DisabledIfSystemProperty(
            named = "plumbline.database",
            matches = "postgresql",
            disabledReason = "plans by its statistics")
    void findsTheForemostAtTheBeginningOfAnIndexAndCountsInAnother() {
        stored(new Random(1), 2_000);

        String foremost = plan("select * from journal_standing where org_id = '" + ORG
                + "' and attention is not null and why <> '' and band <> 'GREEN'"
                + " order by org_id, attention desc, account_id limit 3");
        assertThat(foremost).contains("JOURNAL_STANDING_BY_ATTENTION", "index sorted");
        assertThat(Integer.parseInt(foremost.replaceAll("(?s).*scanCount: (\\d+).*", "$1")))
                .isLessThan(50);
        assertThat(plan("select band, plan_currency, judged_before, count(*) from journal_standing where org_id = '"
                        + ORG + "' group by band, plan_currency, judged_before"))
                .contains("JOURNAL_STANDING_ALIKE");
    }

    private String plan(String query) {
        return database.client()
                .sql("explain analyze " + query)
                .query(String.class)
                .single();
    }

    /** So many accounts, of which some stand equal, and as many of another org. */
    private List<Standing> stored(Random random, int accounts) {
        List<Standing> all = new ArrayList<>();
        for (int i = 0; i < accounts; i++) {
            all.add(standing(random, i));
        }
        standings.replace(ORG, all, Set.of());
        standings.replace(
                OTHER_ORG,
                IntStream.range(0, accounts).mapToObj(i -> standing(random, i)).toList(),
                Set.of());
        return all;
    }

    private static Standing standing(Random random, int number) {
        return new Standing(
                RecordId.of("001" + String.format("%012d", number)),
                "Account " + number,
                "",
                List.of("RED", "AMBER", "GREEN").get(random.nextInt(3)),
                List.of("CURRENT", "STALE").get(random.nextInt(2)),
                50,
                random.nextInt(5) == 0 ? null : (double) random.nextInt(60),
                random.nextInt(3) == 0 ? "" : "why",
                "next",
                random.nextBoolean(),
                Set.of(),
                List.of(),
                List.of());
    }
}
