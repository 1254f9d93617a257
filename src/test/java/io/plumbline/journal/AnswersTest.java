package io.plumbline.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.crm.RecordId;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What people said of findings, on a real database. */
class AnswersTest {

    private static final RecordId ORG = RecordId.of("00D000000000001");
    private static final RecordId OTHER = RecordId.of("00D000000000002");
    private static final RecordId ACME = RecordId.of("001000000000001");
    private static final RecordId BROOK = RecordId.of("001000000000002");
    private static final RecordId SAM = RecordId.of("005000000000001");
    private static final LocalDate DAY = LocalDate.of(2026, 6, 30);
    private static final Instant NOW = Instant.parse("2026-06-30T08:00:00.123Z");

    private final JournalDatabase database = JournalDatabase.empty();
    private final Answers answers = new Answers(database.client(), database.transaction());

    @Test
    void answerComesBackAsItWasGivenForItsOrgAndAccountAlone() {
        Answer answer = answer(ACME, "plan.review", "Sold \u00e4\ud83d\ude00", DAY);
        answers.give(ORG, answer);

        assertThat(answers.holding(ORG, ACME, DAY)).containsExactly(answer);
        assertThat(answers.holding(ORG, DAY)).containsExactly(answer);
        assertThat(answers.holding(ORG, BROOK, DAY)).isEmpty();
        assertThat(answers.holding(OTHER, ACME, DAY)).isEmpty();
        assertThat(answers.holding(OTHER, DAY)).isEmpty();
    }

    @Test
    void answerHoldsThroughItsLastDay() {
        answers.give(ORG, answer(ACME, "plan.review", "Sold", DAY));

        assertThat(answers.holding(ORG, ACME, DAY.minusDays(1))).hasSize(1);
        assertThat(answers.holding(ORG, ACME, DAY)).hasSize(1);
        assertThat(answers.holding(ORG, ACME, DAY.plusDays(1))).isEmpty();
        assertThat(answers.holding(ORG, DAY.plusDays(1))).isEmpty();
    }

    @Test
    void lastWordStands() {
        answers.give(ORG, answer(ACME, "plan.review", "Sold", DAY.plusDays(9)));
        Answer last = answer(ACME, "plan.review", "Not sold", DAY);
        answers.give(ORG, last);

        assertThat(answers.holding(ORG, ACME, DAY)).containsExactly(last);
    }

    @Test
    void accountIsToBeJudgedUntilARunThatBeganLaterDidSo() {
        judged(NOW.minusSeconds(1));
        assertThat(answers.notYetHeard(ORG, DAY)).isEmpty();

        answers.give(ORG, answer(ACME, "plan.review", "Sold", DAY));
        assertThat(answers.notYetHeard(ORG, DAY)).containsExactly(ACME);
        assertThat(answers.notYetHeard(ORG, DAY.plusDays(1))).isEmpty();
        assertThat(answers.notYetHeard(OTHER, DAY)).isEmpty();

        // In the same millisecond nobody knows which came first.
        judged(NOW);
        assertThat(answers.notYetHeard(ORG, DAY)).containsExactly(ACME);
        judged(NOW.plusMillis(1));
        assertThat(answers.notYetHeard(ORG, DAY)).isEmpty();
    }

    @Test
    void answerThatEndedLongAgoIsForgotten() {
        Retention retention = new Retention(database.client(), database.transaction(), Duration.ofDays(200));
        answers.give(ORG, answer(ACME, "plan.review", "Sold", DAY));
        answers.give(OTHER, answer(ACME, "plan.review", "Sold", DAY));

        retention.forget(ORG, NOW.plus(Duration.ofDays(200)));
        assertThat(answers.holding(ORG, ACME, DAY)).hasSize(1);
        retention.forget(ORG, NOW.plus(Duration.ofDays(201)));
        assertThat(answers.holding(ORG, ACME, DAY)).isEmpty();
        assertThat(answers.holding(OTHER, ACME, DAY)).hasSize(1);
    }

    private void judged(Instant from) {
        RunId run = new Runs(database.client(), Clock.fixed(from, ZoneOffset.UTC)).begin(ORG, DAY, false);
        Verdict verdict = new Verdict(
                ACME, DAY, BigDecimal.TEN, 10, 1, 1, 1, 1, 1, 1, 97, "RED", "STALE", "STEADY", BigDecimal.ONE);
        new Verdicts(database.template(), database.transaction())
                .record(ORG, run, List.of(new JudgedAccount.InFull(new JudgedAccount("Acme", verdict, "", ""), "{}")));
    }

    private static Answer answer(RecordId account, String finding, String reason, LocalDate until) {
        return new Answer(account, finding, reason, SAM, NOW, until);
    }
}
