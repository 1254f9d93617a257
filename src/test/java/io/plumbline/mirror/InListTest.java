package io.plumbline.mirror;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.plumbline.testing.TestDatabase;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

class InListTest {

    private static final List<String> IDS =
            IntStream.range(0, 1_001).mapToObj(i -> "001%015d".formatted(i)).toList();

    @Test
    void asksForSoManyAtOnceAndForEachOnce() {
        assertThat(InList.ofTexts(IDS, 500))
                .extracting(list -> list.values().size())
                .containsExactly(500, 500, 1);
        assertThat(InList.ofTexts(List.of("a", "b", "a"), 2)).containsExactly(new InList(List.of("a", "b")));
        assertThat(InList.ofTexts(List.of(), 500)).isEmpty();
    }

    /** In a database that went through all migrations, whose indexes H2 tries in another order than in a new table. */
    @Test
    void rowsAreFoundByTheirIdsWithoutLookingAtTheOthersOfTheirSource() {
        JdbcTemplate jdbc = new JdbcTemplate(TestDatabase.migrated());
        assumeThat(DatabaseKind.isH2(jdbc)).as("the plan is worded by H2").isTrue();
        InList list = InList.ofTexts(IDS, 200).getFirst();

        String plan = jdbc.queryForObject(
                "explain select content from " + list.rowsById(),
                String.class,
                list.before("00D000000000001", "account"));

        assertThat(plan)
                .containsPattern("INNER JOIN \"PUBLIC\".\"MIRROR_ROW\"\\s+/\\* [^*]*RECORD_ID = ASKED_ID[^*]*\\*/");
    }
}
