package io.plumbline.flow.judging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.crm.RecordId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadAheadTest {

    private final List<Integer> portions = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({"1, 1", "500, 1", "501, 2", "1000, 2", "1001, 3"})
    void readsEachPortionOnceInTheOrderOfTheIds(int accounts, int expected) {
        List<RecordId> all = accounts(accounts);
        ReadAhead<RecordId> ahead = ahead(all);

        assertThat(all).allSatisfy(account -> assertThat(ahead.of(account)).isEqualTo(account));
        assertThat(portions).hasSize(expected).allMatch(size -> size <= ReadAhead.PORTION);
        assertThat(portions.stream().mapToInt(size -> size).sum()).isEqualTo(accounts);
    }

    @Test
    void answersInAnyOrder() {
        List<RecordId> all = accounts(1_200);
        ReadAhead<RecordId> ahead = ahead(all);
        Collections.shuffle(all, new Random(3));

        assertThat(all).allSatisfy(account -> assertThat(ahead.of(account)).isEqualTo(account));
    }

    @Test
    void refusesAnAccountThatWasNotNamed() {
        ReadAhead<RecordId> ahead = ahead(accounts(3));

        assertThatThrownBy(() -> ahead.of(RecordId.of("001000000000009")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("001000000000009");
    }

    /** Gives back each account that is among those it was told to read. */
    private ReadAhead<RecordId> ahead(List<RecordId> accounts) {
        List<RecordId> shuffled = new ArrayList<>(accounts);
        Collections.shuffle(shuffled, new Random(5));
        return new ReadAhead<>(shuffled, portion -> {
            portions.add(portion.size());
            return account -> portion.get(portion.indexOf(account));
        });
    }

    private static List<RecordId> accounts(int number) {
        return new ArrayList<>(IntStream.range(0, number)
                .mapToObj(i -> RecordId.of("001" + String.format("%012d", i)))
                .toList());
    }
}
