package io.plumbline.ops.api.admission;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.crm.RecordId;
import io.plumbline.testing.TestDatabase;
import io.plumbline.testing.Trap;
import io.plumbline.testing.TurnedClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How often one may ask, and that a request counts once. */
class AdmissionRulesTest {

    private static final RecordId ORG = RecordId.of("00D000000000001");
    private static final RecordId OTHER = RecordId.of("00D000000000002");

    private final TurnedClock clock = new TurnedClock(Instant.parse("2026-06-30T08:00:00Z"));

    @Trap("L11")
    @Test
    void tokenThatAsksTooOftenWaitsUntilThereIsRoomAgain() {
        RequestRate rate = new RequestRate(6, clock);
        for (int i = 0; i < 6; i++) {
            assertThat(rate.grants(1)).isTrue();
        }
        assertThat(rate.grants(1)).isFalse();
        assertThat(rate.grants(2)).as("another token").isTrue();

        clock.turn(Duration.ofMillis(9_999));
        assertThat(rate.grants(1)).isFalse();
        clock.turn(Duration.ofMillis(1));
        assertThat(rate.grants(1)).isTrue();
        assertThat(rate.grants(1)).isFalse();
    }

    @Test
    void nothingIsSavedUpBeyondAMinuteAndAClockThatGoesBackGivesNothing() {
        RequestRate rate = new RequestRate(2, clock);
        assertThat(rate.grants(1)).isTrue();
        clock.turn(Duration.ofDays(1));
        assertThat(rate.grants(1)).isTrue();
        assertThat(rate.grants(1)).isTrue();
        assertThat(rate.grants(1)).isFalse();

        clock.turn(Duration.ofDays(-1));
        assertThat(rate.grants(1)).isFalse();
    }

    @Trap("L11")
    @Test
    void requestCountsOnceInItsOrgUntilACopyIsTooOldAnyway() {
        JdbcClient database = JdbcClient.create(TestDatabase.migrated());
        SeenRequests seen = new SeenRequests(database, clock);

        assertThat(seen.isFirst(ORG, "one")).isTrue();
        assertThat(seen.isFirst(ORG, "one")).isFalse();
        assertThat(seen.isFirst(ORG, "other")).isTrue();
        assertThat(seen.isFirst(OTHER, "one")).isTrue();

        // One from five minutes ahead may be shown until five minutes after its time.
        clock.turn(SeenRequests.WINDOW.multipliedBy(2));
        assertThat(seen.isFirst(ORG, "one")).isFalse();

        clock.turn(Duration.ofMinutes(6));
        seen.isFirst(ORG, "a later one");
        assertThat(database.sql("select count(*) from api_request")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }
}
