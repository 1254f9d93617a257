package io.plumbline.writeback;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.crm.RecordId;
import io.plumbline.writeback.Lanes.Lane;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanesTest {

    private static final int BULK_FROM = 2_000;

    /** Each change has ten characters. */
    @ParameterizedTest
    @CsvSource({
        "1999, 1000000, 10, 199",
        "2000, 20000, 1, 2000",
        "2000, 19999, 2, 1000",
        "5000, 20000, 3, 1666",
        "2000, 1, 2000, 1"
    })
    void cutsWhatGoesByJobsIntoAsFewPartsAsTheirBytesAllow(int changes, long mostBytes, int batches, int shortest) {
        List<Recorded> all = of(Lane.ACCOUNTS, changes);

        List<List<Recorded>> cut = Lanes.batches(all.reversed(), BULK_FROM, mostBytes);

        assertThat(cut).hasSize(batches).allMatch(batch -> batch.size() >= shortest);
        assertThat(cut.stream().flatMap(List::stream)).containsExactlyElementsOf(all);
    }

    @Test
    void accountsGoBeforeNewTasksAndTheseBeforeOthers() {
        List<Recorded> all = Stream.of(Lane.TASKS, Lane.NEW_TASKS, Lane.ACCOUNTS)
                .flatMap(lane -> of(lane, 201).stream())
                .toList();

        List<List<Recorded>> cut = Lanes.batches(all, BULK_FROM, 1);

        assertThat(cut).extracting(List::size).containsExactly(200, 1, 200, 1, 200, 1);
        assertThat(cut.stream().flatMap(List::stream).map(Recorded::lane).toList())
                .isSortedAccordingTo(Comparator.naturalOrder());
    }

    private static List<Recorded> of(Lane lane, int changes) {
        return IntStream.range(0, changes)
                .mapToObj(i -> new Recorded(lane, RecordId.of("001" + String.format("%012d", i)), "key", 10))
                .toList();
    }
}
