package io.plumbline.extract.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.crm.RecordId;
import io.plumbline.extract.reading.StampsById.Found;
import io.plumbline.testing.Trap;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StampsByIdTest {

    private static final Instant MONDAY = Instant.parse("2026-03-02T10:15:30.123Z");
    private static final RecordId TASK = RecordId.of("00T5e000000aBcD");

    private final StampsById stamps = new StampsById();

    @Test
    void tellsTheSameStampFromAnotherAndFromNone() {
        stamps.put(TASK, MONDAY);
        assertThat(stamps.take(RecordId.of("00T5e000000aBcE"), MONDAY)).isEqualTo(Found.NOT);
        assertThat(stamps.take(RecordId.of("00T5f000000aBcD"), MONDAY)).isEqualTo(Found.NOT);
        assertThat(stamps.take(TASK, MONDAY)).isEqualTo(Found.SAME);
        stamps.put(TASK, MONDAY);
        assertThat(stamps.take(TASK, MONDAY.plusMillis(1))).isEqualTo(Found.OTHER);
    }

    @Test
    void whatWasTakenIsNotThereAnyMore() {
        stamps.put(TASK, MONDAY);
        stamps.take(TASK, MONDAY);
        assertThat(stamps.take(TASK, MONDAY)).isEqualTo(Found.NOT);
        assertThat(rest()).isEmpty();
    }

    @Test
    void theLaterOfTwoStampsCounts() {
        stamps.put(TASK, MONDAY.plusSeconds(1));
        stamps.put(TASK, MONDAY);
        assertThat(stamps.take(TASK, MONDAY.plusSeconds(1))).isEqualTo(Found.SAME);
    }

    @Test
    @Trap("H8")
    void idsThatDifferByLetterCaseAreTwo() {
        RecordId other = RecordId.of("00T5e000000ABcD");
        stamps.put(TASK, MONDAY);
        assertThat(stamps.take(other, MONDAY)).isEqualTo(Found.NOT);
        stamps.put(other, MONDAY);
        assertThat(rest()).containsExactlyInAnyOrder(TASK, other);
    }

    @ParameterizedTest
    @ValueSource(ints = {31, 32, 33, 63, 64, 65, 1000})
    void growsWithoutLosingAny(int number) {
        Set<RecordId> put = new HashSet<>();
        for (int i = 0; i < number; i++) {
            RecordId id = RecordId.of(String.format("0065e%010d", i));
            put.add(id);
            stamps.put(id, MONDAY.plusMillis(i));
        }
        assertThat(rest()).hasSize(number).containsExactlyInAnyOrderElementsOf(put);
        for (RecordId id : put) {
            int i = Integer.parseInt(id.value().substring(5, 15));
            assertThat(stamps.take(id, MONDAY.plusMillis(i))).isEqualTo(Found.SAME);
        }
    }

    /** Random Ids of all characters, in runs and apart, against a plain map. */
    @Test
    void saysWhatAMapWouldSay() {
        long seed = 20261122;
        Random random = new Random(seed);
        Map<RecordId, Instant> map = new HashMap<>();
        List<RecordId> known = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            RecordId id = random.nextInt(3) == 0 && !known.isEmpty()
                    ? known.get(random.nextInt(known.size()))
                    : RecordId.of(text(random));
            Instant stamp = MONDAY.plusMillis(random.nextInt(3));
            if (random.nextInt(4) == 0) {
                Instant held = map.remove(id);
                Found expected = held == null ? Found.NOT : held.equals(stamp) ? Found.SAME : Found.OTHER;
                assertThat(stamps.take(id, stamp))
                        .as("seed %d, step %d, %s", seed, i, id)
                        .isEqualTo(expected);
            } else {
                map.merge(id, stamp, (one, other) -> one.isAfter(other) ? one : other);
                known.add(id);
                stamps.put(id, stamp);
            }
        }
        assertThat(rest()).as("seed %d", seed).hasSize(map.size()).containsExactlyInAnyOrderElementsOf(map.keySet());
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder(random.nextBoolean() ? "00T5e0" : "00T5eA");
        for (int i = 0; i < 9; i++) {
            text.append(Base62.character(random.nextInt(random.nextBoolean() ? 3 : Base62.BASE)));
        }
        return text.toString();
    }

    private List<RecordId> rest() {
        List<RecordId> rest = new ArrayList<>();
        stamps.rest(rest::add);
        return rest;
    }
}
