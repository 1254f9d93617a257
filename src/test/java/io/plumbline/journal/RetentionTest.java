package io.plumbline.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.crm.RecordId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RetentionTest {

    private static final RecordId ORG = RecordId.of("00D000000000001");
    private static final RecordId ACCOUNT = RecordId.of("001000000000001");
    private static final Instant NOW = Instant.parse("2026-06-30T04:00:00Z");

    private final JournalDatabase database = JournalDatabase.empty();
    private final Effects effects = new Effects(database.template());
    private final Retention retention = new Retention(database.client(), database.transaction(), Duration.ofDays(200));

    /** Of the account's fields there is a later change, so the old one goes; its task has none, so that one stays. */
    @Test
    void whatIsOldGoesAndWhatTheNextRunNeedsStays() {
        RunId first = run(300);
        RunId second = run(250);
        RunId third = run(100);
        effect(first, "account-x", 300);
        effect(second, "task-1", 250);
        effect(third, "account-x", 100);
        Stops stops = new Stops(database.client());
        stops.record(ORG, new Stop(first, NOW.minus(Duration.ofDays(300)), 1, 1, 1));

        int forgotten = retention.forget(ORG, NOW);

        assertThat(forgotten).as("the effect and its run").isEqualTo(2);
        assertThat(effects.lastSaved(ORG, ACCOUNT))
                .extracting(Effect::changeKey)
                .containsExactly("task-1", "account-x");
        Runs runs = new Runs(database.client(), Clock.fixed(NOW, ZoneOffset.UTC));
        assertThat(runs.latest(ORG, 9)).extracting(Run::id).containsExactly(third, second);
        assertThat(stops.find(ORG, first)).isEmpty();
        assertThat(retention.forget(ORG, NOW)).isZero();
    }

    private RunId run(int daysAgo) {
        return new Runs(database.client(), Clock.fixed(NOW.minus(Duration.ofDays(daysAgo)), ZoneOffset.UTC))
                .begin(ORG, LocalDate.of(2026, 1, 1), false);
    }

    private void effect(RunId run, String key, int daysAgo) {
        effects.record(
                ORG,
                new Effect(
                        run,
                        ACCOUNT,
                        Optional.empty(),
                        key,
                        Effect.Outcome.OK,
                        "why",
                        "",
                        "{}",
                        NOW.minus(Duration.ofDays(daysAgo))));
    }
}
