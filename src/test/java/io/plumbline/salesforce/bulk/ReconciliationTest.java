package io.plumbline.salesforce.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.crm.FieldName;
import io.plumbline.crm.FieldValue;
import io.plumbline.crm.ObjectName;
import io.plumbline.crm.RecordId;
import io.plumbline.salesforce.RecordWrite;
import io.plumbline.salesforce.WriteOutcome;
import io.plumbline.salesforce.bulk.RowResults.Line;
import io.plumbline.testing.Trap;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every row sent has one outcome, whatever the order in which the org tells of them. */
@Trap("D8")
class ReconciliationTest {

    private static final WriteOutcome.Refused UNPROCESSED =
            new WriteOutcome.Refused("NOT_SENT", "not looked at", List.of(), true, "again");

    private final List<RecordWrite> sent =
            IntStream.range(0, 20).mapToObj(ReconciliationTest::write).toList();
    private final Reconciliation results = new Reconciliation(new Job("ingest", "750", "65.0"), sent, UNPROCESSED);

    @ParameterizedTest
    @ValueSource(longs = {20261122, 1, 2, 3})
    void findsEveryRowInAnyOrder(long seed) {
        List<Integer> order = new ArrayList<>(IntStream.range(0, 20).boxed().toList());
        Collections.shuffle(order, new Random(seed));
        results.saved(order.subList(0, 7).stream().map(i -> line(id(i))).toList());
        assertThat(results.isWhole()).isFalse();
        results.refused(order.subList(7, 13).stream().map(i -> line(id(i))).toList());
        results.unprocessed(order.subList(13, 20).stream().map(i -> line(id(i))).toList());

        assertThat(results.isWhole()).isTrue();
        List<WriteOutcome> outcomes = results.outcomes();
        for (int i = 0; i < 20; i++) {
            Class<?> expected = order.indexOf(i) < 7 ? WriteOutcome.Saved.class : WriteOutcome.Refused.class;
            assertThat(outcomes.get(i)).as("seed %d, row %d", seed, i).isInstanceOf(expected);
            assertThat(outcomes.get(i).equals(UNPROCESSED)).isEqualTo(order.indexOf(i) >= 13);
        }
        assertThat(outcomes.get(order.getFirst()))
                .isEqualTo(new WriteOutcome.Saved(RecordId.of(id(order.getFirst())), false));
    }

    @Test
    void findsARowByItsIdOfFifteenCharacters() {
        results.saved(List.of(line(id(3).substring(0, 15))));

        assertThat(results.outcomes().get(3)).isInstanceOf(WriteOutcome.Saved.class);
    }

    @Test
    void doesNotKnowARowThatIsToldTwice() {
        results.saved(List.of(line(id(0)), line(id(1)), line(id(0))));
        results.refused(List.of(line(id(1))));

        assertThat(results.outcomes().subList(0, 2))
                .allSatisfy(outcome -> assertThat(outcome).isInstanceOf(WriteOutcome.Unknown.class));
    }

    @Test
    void doesNotKnowARowThatIsNotTold() {
        results.saved(IntStream.range(0, 19).mapToObj(i -> line(id(i))).toList());
        results.saved(List.of(line("001000000000099AAA"), line("")));

        assertThat(results.isWhole()).isFalse();
        assertThat(results.outcomes().subList(0, 19)).allMatch(WriteOutcome.Saved.class::isInstance);
        assertThat(results.outcomes().get(19)).isInstanceOf(WriteOutcome.Unknown.class);
    }

    private static RecordWrite write(int number) {
        return new RecordWrite.Update(
                ObjectName.of("Account"),
                RecordId.of(id(number)),
                Map.of(FieldName.of("Name"), FieldValue.text("Account " + number)));
    }

    private static Line line(String key) {
        return new Line(key, key, false, "");
    }

    private static String id(int number) {
        return RecordId.of("001" + String.format("%012d", number)).value();
    }
}
