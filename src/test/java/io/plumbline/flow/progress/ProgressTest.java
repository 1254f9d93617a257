package io.plumbline.flow.progress;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.crm.RecordId;
import io.plumbline.testing.TurnedClock;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private static final RecordId ORG = RecordId.of("00D000000000001EAA");
    private static final RecordId OTHER = RecordId.of("00D000000000002EAA");

    private final TurnedClock clock = new TurnedClock(Instant.parse("2026-05-04T10:00:00Z"));
    private final Progress progress = new Progress(clock);

    @Test
    void tellsWhatARunIsAt() {
        Instant began = clock.instant();
        RunProgress run = progress.begin(ORG);
        clock.turn(Duration.ofSeconds(5));
        run.enter(Phase.READING);
        run.expect(200);
        run.at("opportunity");
        run.did(20);
        run.did(30);

        assertThat(progress.now())
                .containsExactly(new Underway(
                        ORG, Phase.READING, "opportunity", 50, OptionalLong.of(200), began, began.plusSeconds(5)));
    }

    @Test
    void everyPhaseCountsForItself() {
        RunProgress run = progress.begin(ORG);
        run.enter(Phase.READING);
        run.expect(200);
        run.at("opportunity");
        run.did(200);
        run.enter(Phase.JUDGING);

        Underway judging = progress.now(ORG).orElseThrow();

        assertThat(judging.done()).isZero();
        assertThat(judging.expected()).isEmpty();
        assertThat(judging.part()).isEmpty();
    }

    @Test
    void knowsRunsOfSeveralOrgsApart() {
        RunProgress one = progress.begin(ORG);
        clock.turn(Duration.ofSeconds(1));
        RunProgress other = progress.begin(OTHER);
        other.enter(Phase.WRITING);

        assertThat(progress.now()).extracting(Underway::org).containsExactly(ORG, OTHER);
        one.close();
        assertThat(progress.now(ORG)).isEmpty();
        assertThat(progress.now(OTHER).orElseThrow().phase()).isEqualTo(Phase.WRITING);
    }

    /** A run that is closed late must not take the next one of its org away. */
    @Test
    void theEndOfOneRunIsNotTheEndOfTheNext() {
        RunProgress first = progress.begin(ORG);
        progress.begin(ORG);

        first.close();

        assertThat(progress.now(ORG)).isPresent();
    }

    @Test
    void tellsTheTimeLeftByThePaceSoFar() {
        RunProgress run = progress.begin(ORG);
        clock.turn(Duration.ofMinutes(10));
        run.enter(Phase.JUDGING);
        run.expect(400);
        run.did(100);
        clock.turn(Duration.ofSeconds(30));

        assertThat(progress.now(ORG).orElseThrow().left(clock.instant())).contains(Duration.ofSeconds(90));
    }

    @Test
    void doesNotGuessTheTimeLeft() {
        RunProgress run = progress.begin(ORG);
        run.enter(Phase.JUDGING);
        clock.turn(Duration.ofSeconds(30));
        run.did(100);
        assertThat(progress.now(ORG).orElseThrow().left(clock.instant()))
                .as("nobody knows how much it will be")
                .isEmpty();

        run.enter(Phase.WRITING);
        run.expect(400);
        run.did(19);
        clock.turn(Duration.ofSeconds(30));
        assertThat(progress.now(ORG).orElseThrow().left(clock.instant()))
                .as("hardly begun")
                .isEmpty();
        run.did(1);
        assertThat(progress.now(ORG).orElseThrow().left(clock.instant())).contains(Duration.ofSeconds(570));
    }

    @Test
    void nothingIsLeftWhenMoreCameThanWasExpected() {
        RunProgress run = progress.begin(ORG);
        run.enter(Phase.READING);
        run.expect(50);
        run.did(60);
        clock.turn(Duration.ofSeconds(30));

        assertThat(progress.now(ORG).orElseThrow().left(clock.instant())).contains(Duration.ZERO);
    }
}
