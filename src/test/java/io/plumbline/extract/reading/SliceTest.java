package io.plumbline.extract.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.crm.RecordId;
import io.plumbline.testing.Trap;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SliceTest {

    private static final Instant NOON = Instant.parse("2026-06-30T12:00:00Z");

    @Test
    @Trap("B5")
    void partsMeetWithoutGapOrOverlapHoweverTheyAreCut() {
        for (long seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            Optional<Instant> from =
                    random.nextBoolean() ? Optional.empty() : Optional.of(NOON.minusMillis(1 + random.nextInt(99_999)));
            List<Slice> parts = new ArrayList<>(List.of(Slice.window(from, NOON)));
            for (int cut = 0; cut < 40; cut++) {
                int at = random.nextInt(parts.size());
                List<Slice> halves = parts.get(at).halves().orElseThrow();
                parts.remove(at);
                parts.addAll(at, halves);
            }
            assertThat(parts.getFirst().from()).as("seed %d", seed).isEqualTo(from);
            assertThat(parts.getLast().to()).as("seed %d", seed).isEqualTo(NOON);
            for (int i = 1; i < parts.size(); i++) {
                assertThat(follows(parts.get(i - 1), parts.get(i)))
                        .as("seed %d: %s then %s", seed, parts.get(i - 1), parts.get(i))
                        .isTrue();
            }
        }
    }

    private static boolean follows(Slice left, Slice right) {
        if (left.to().equals(right.to()) && left.from().equals(right.from())) {
            return left.ids().upTo().isPresent()
                    && left.ids().upTo().equals(right.ids().above());
        }
        return right.from().equals(Optional.of(left.to().plusMillis(1)))
                && left.ids().upTo().isEmpty()
                && right.ids().above().isEmpty();
    }

    @Test
    void theHalvesOfARangeOfIdsMeetInOneIdOfIt() {
        RecordId low = RecordId.of("006000000000001");
        RecordId high = RecordId.of("006000000000004");
        IdRange range = new IdRange(Optional.of(low), Optional.of(high));
        List<IdRange> halves = range.halves().orElseThrow();
        assertThat(halves.getFirst().upTo())
                .contains(RecordId.of("006000000000002"))
                .isEqualTo(halves.getLast().above());
        assertThat(new IdRange(Optional.of(low), Optional.of(RecordId.of("006000000000002"))).halves())
                .isEmpty();
    }
}
