package io.plumbline.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.assess.Assessment;
import io.plumbline.assess.CheckVerdict;
import io.plumbline.assess.Finding;
import io.plumbline.assess.Reason;
import io.plumbline.config.mapping.Result;
import io.plumbline.config.policy.Severity;
import io.plumbline.config.policy.Theme;
import io.plumbline.crm.FieldName;
import io.plumbline.crm.FieldValue;
import io.plumbline.journal.Answer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What people said of findings is respected until its day, and changes no number. */
class AnsweredFindingsTest {

    private static final Finding REVIEW = Given.finding("plan.review", Theme.CURRENCY, Severity.CRITICAL);
    private static final Finding SUBSTANCE = Given.finding("plan.substance", Theme.CURRENCY, Severity.WARNING);
    private static final Finding RECENCY = Given.finding("rhythm.recency", Theme.RELATIONSHIP, Severity.WARNING);
    private static final LocalDate UNTIL = Given.DAY.plusDays(30);
    private static final String REASON = "The customer merges; the review comes after that";

    /** All that is no text about the verdict. */
    private static final EnumSet<Result> JUDGED =
            EnumSet.complementOf(EnumSet.of(Result.REASONS, Result.NEXT_STEP, Result.DETAIL, Result.CHANGED_ON));

    private final ChangePlanner planner = new ChangePlanner(Given.policy(), Given.people());

    @Test
    void answeredFindingIsNoReasonAndNoNextStepAndOpensNoTask() {
        Assessment verdict = verdict(Given.DAY, REVIEW, RECENCY);

        ChangeSet set = plan(verdict, Given.nothingWritten(), answer("rhythm.recency"), answer("plan.review"));

        assertThat(set.creations()).isEmpty();
        assertThat(text(set, Result.REASONS)).doesNotContain("Last contact").contains("People in touch");
        assertThat(text(set, Result.NEXT_STEP)).isEmpty();
    }

    @Test
    void theOthersGoOnAsIfItWereNotThere() {
        ChangeSet set = plan(verdict(Given.DAY, REVIEW, RECENCY), Given.nothingWritten(), answer("plan.review"));

        assertThat(set.creations()).extracting(Change.TaskCreation::reason).containsExactly("Seen: rhythm.recency.");
        assertThat(text(set, Result.NEXT_STEP)).isEqualTo("Do something about rhythm.recency.");
        assertThat(text(set, Result.REASONS)).contains("Last contact");
    }

    @Test
    void detailSaysWhatWasAnsweredBecauseOfWhatByWhomAndUntilWhen() {
        ChangeSet set = plan(verdict(Given.DAY, REVIEW, RECENCY), Given.nothingWritten(), answer("plan.review"));

        JsonNode detail = JsonMapper.shared().readTree(text(set, Result.DETAIL));
        assertThat(detail.path("findings").findValuesAsString("id")).containsExactly("rhythm.recency");
        JsonNode answered = detail.path("answered").path(0);
        assertThat(answered.path("id").asString()).isEqualTo("plan.review");
        assertThat(answered.path("message").asString()).isEqualTo("Seen: plan.review.");
        assertThat(answered.path("because").asString()).isEqualTo(REASON);
        assertThat(answered.path("by").asString()).isEqualTo(Given.OWNER.value());
        assertThat(answered.path("until").asString()).isEqualTo(UNTIL.toString());
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void openTaskIsClosedAsAnsweredWhateverIsSaidOfClosing(boolean closeResolved) {
        ChangePlanner closing = new ChangePlanner(
                Given.policy(Given.tasks(Given.tasks(Severity.WARNING).themes(), closeResolved)), Given.people());
        Assessment verdict = verdict(Given.DAY, REVIEW);
        KnownState known = Given.after(
                Given.nothingWritten(), closing.plan(verdict, Given.context(), Given.nothingWritten(), Given.NOW));

        ChangeSet set = closing.plan(
                AnsweredAssessment.of(verdict, List.of(answer("plan.review"))), Given.context(), known, Given.NOW);

        assertThat(closure(set).description())
                .contains("Closed by Plumbline on " + Given.DAY + ": it was answered. " + REASON
                        + " (plan.review, until " + UNTIL + ")")
                .doesNotContain("Kept by Plumbline for");
        assertThat(closure(set).reason()).isEqualTo("what it asked for was answered by a person");
        KnownState after = Given.after(known, set);
        assertThat(closing.plan(
                                AnsweredAssessment.of(verdict, List.of(answer("plan.review"))),
                                Given.context(),
                                after,
                                Given.NOW)
                        .isEmpty())
                .isTrue();
    }

    @Test
    void taskOfWhichAPersonRemovedOurLastLineIsNotSaidToBeDone() {
        Assessment verdict = verdict(Given.DAY, REVIEW);
        KnownState known = Given.described(
                Given.after(Given.nothingWritten(), plan(verdict, Given.nothingWritten())),
                description -> description.replaceAll("(?m)^Kept by.*$", ""));

        assertThat(closure(plan(verdict, known, answer("plan.review"))).description())
                .contains("it was answered. " + REASON)
                .doesNotContain("is there");
    }

    @Test
    void openTaskGoesOnWithWhatNobodyAnswered() {
        Assessment verdict = verdict(Given.DAY, REVIEW, SUBSTANCE);
        KnownState known = Given.after(Given.nothingWritten(), plan(verdict, Given.nothingWritten()));

        ChangeSet set = plan(verdict, known, answer("plan.review"));

        assertThat(set.changes())
                .filteredOn(Change.TaskRefresh.class::isInstance)
                .singleElement()
                .satisfies(change -> assertThat(((Change.TaskRefresh) change).description())
                        .contains("plan.substance (warning)")
                        .doesNotContain("plan.review"));
    }

    /** What else it asked for cannot be seen any more: that is no evidence. */
    @Test
    void openTaskStaysWhenTheRestOfItIsNotKnown() {
        Finding vetted = Given.finding("vet.target", Theme.CURRENCY, Severity.WARNING);
        KnownState known =
                Given.after(Given.nothingWritten(), plan(verdict(Given.DAY, REVIEW, vetted), Given.nothingWritten()));
        Assessment unknown = Given.verdict()
                .checks(Map.of("vet.target", CheckVerdict.UNKNOWN))
                .findings(REVIEW)
                .build();

        assertThat(plan(unknown, known, answer("plan.review")).changes())
                .noneMatch(Change.TaskClosure.class::isInstance);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "-1, 0"})
    void answerHoldsThroughItsLastDay(int daysAfterUntil, int tasks) {
        Assessment verdict = verdict(UNTIL.plusDays(daysAfterUntil), REVIEW);

        assertThat(plan(verdict, Given.nothingWritten(), answer("plan.review")).creations())
                .hasSize(tasks);
    }

    @Test
    void findingIsAskedForAnewAfterItsDay() {
        Assessment then = verdict(Given.DAY, REVIEW);
        KnownState known = Given.after(Given.nothingWritten(), plan(then, Given.nothingWritten()));
        known = Given.after(known, plan(then, known, answer("plan.review")));

        ChangeSet after = plan(verdict(UNTIL.plusDays(1), REVIEW), known, answer("plan.review"));

        assertThat(after.creations())
                .extracting(Change.TaskCreation::taskKey)
                .singleElement()
                .satisfies(key -> assertThat(key).endsWith("-currency-2"));
        assertThat(text(after, Result.DETAIL)).doesNotContain("answered");
    }

    @Test
    void otherReasonIsWrittenAnewAndTheSameOneIsNot() {
        Assessment verdict = verdict(Given.DAY, REVIEW);
        KnownState known =
                Given.after(Given.nothingWritten(), plan(verdict, Given.nothingWritten(), answer("plan.review")));
        Answer other = new Answer(Given.ACCOUNT, "plan.review", "Sold", Given.OWNER, Given.NOW, UNTIL);

        assertThat(plan(verdict, known, answer("plan.review")).isEmpty()).isTrue();
        assertThat(text(plan(verdict, known, other), Result.DETAIL)).contains("Sold");
    }

    /** A reason is somebody's words: it cannot pass for a line of ours. */
    @Test
    void reasonStaysWithinOneLineOfATask() {
        Assessment verdict = verdict(Given.DAY, REVIEW);
        KnownState known = Given.after(Given.nothingWritten(), plan(verdict, Given.nothingWritten()));
        Answer forging = new Answer(
                Given.ACCOUNT,
                "plan.review",
                "x\nKept by Plumbline for: plan.review (critical)\r\nmore",
                Given.OWNER,
                Given.NOW,
                UNTIL);

        assertThat(closure(plan(verdict, known, forging)).description().lines())
                .noneMatch(line -> line.startsWith("Kept by Plumbline"));
    }

    static LongStream seeds() {
        return LongStream.range(0, 100);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void withoutAnAnswerThatHoldsNothingIsDifferent(long seed) {
        Random random = new Random(seed);
        KnownState known = Given.nothingWritten();
        for (int step = 0; step < 4; step++) {
            Assessment verdict = verdict(random, Given.DAY.plusDays(step));
            ChangeSet plain = planner.plan(verdict, Given.context(), known, Given.NOW);

            assertThat(plan(verdict, known)).isEqualTo(plain);
            Answer[] runOut = verdict.findings().stream()
                    .map(finding -> answer(finding.id(), verdict.asOf().minusDays(1 + random.nextInt(400))))
                    .toArray(Answer[]::new);
            assertThat(plan(verdict, known, runOut)).isEqualTo(plain);
            assertThat(plan(verdict, known, answer("nothing.ofTheKind"))).isEqualTo(plain);
            known = Given.after(known, plain);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void noAnswerChangesANumberAndTheSecondPlanIsEmpty(long seed) {
        Random random = new Random(seed);
        KnownState known = Given.nothingWritten();
        for (int step = 0; step < 6; step++) {
            Assessment verdict = verdict(random, Given.DAY.plusDays(step));
            Answer[] given = verdict.findings().stream()
                    .filter(finding -> random.nextBoolean())
                    .map(finding -> answer(finding.id(), verdict.asOf().plusDays(random.nextInt(3))))
                    .toArray(Answer[]::new);

            ChangeSet fresh = plan(verdict, Given.nothingWritten(), given);
            assertThat(judged(fresh)).isEqualTo(judged(plan(verdict, Given.nothingWritten())));

            ChangeSet set = plan(verdict, known, given);
            for (Answer answer : given) {
                assertThat(set.creations())
                        .allSatisfy(task -> assertThat(task.description()).doesNotContain(answer.finding() + " ("));
            }
            known = Given.after(known, set);
            assertThat(plan(verdict, known, given).changes())
                    .as("step %d", step)
                    .isEmpty();
        }
    }

    private ChangeSet plan(Assessment verdict, KnownState known, Answer... answers) {
        return planner.plan(AnsweredAssessment.of(verdict, List.of(answers)), Given.context(), known, Given.NOW);
    }

    private static Answer answer(String finding) {
        return answer(finding, UNTIL);
    }

    private static Answer answer(String finding, LocalDate until) {
        return new Answer(Given.ACCOUNT, finding, REASON, Given.OWNER, Given.NOW, until);
    }

    private static Assessment verdict(LocalDate day, Finding... findings) {
        return Given.verdict().on(day).findings(findings).build();
    }

    private static Assessment verdict(Random random, LocalDate day) {
        List<Finding> findings = new ArrayList<>();
        List<Reason> reasons = new ArrayList<>();
        for (Severity severity : Severity.values()) {
            for (Theme theme : Theme.values()) {
                if (random.nextInt(3) == 0) {
                    String id = theme.key() + "." + severity.key();
                    findings.add(Given.finding(id, theme, severity));
                    if (reasons.size() < 3 && random.nextBoolean()) {
                        reasons.add(new Reason(id, "Label of " + id, 1 + random.nextDouble()));
                    }
                }
            }
        }
        return Given.verdict()
                .on(day)
                .findings(findings.toArray(Finding[]::new))
                .reasons(reasons.toArray(Reason[]::new))
                .build();
    }

    private static Change.TaskClosure closure(ChangeSet set) {
        return set.changes().stream()
                .filter(Change.TaskClosure.class::isInstance)
                .map(Change.TaskClosure.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static String text(ChangeSet set, Result result) {
        return written(set).getOrDefault(Given.field(result), FieldValue.EMPTY).toString();
    }

    private static Map<FieldName, FieldValue> judged(ChangeSet set) {
        Map<FieldName, FieldValue> judged = written(set);
        judged.keySet().retainAll(JUDGED.stream().map(Given::field).toList());
        return judged;
    }

    private static Map<FieldName, FieldValue> written(ChangeSet set) {
        Map<FieldName, FieldValue> values = new TreeMap<>();
        set.accountUpdate()
                .ifPresent(update -> update.fields().forEach(change -> values.put(change.field(), change.to())));
        return values;
    }
}
