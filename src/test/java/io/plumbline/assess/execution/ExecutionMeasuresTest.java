package io.plumbline.assess.execution;

import static io.plumbline.assess.GivenAccount.ago;
import static io.plumbline.assess.GivenAccount.ahead;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.plumbline.assess.GivenAccount;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether what a plan of tier 1 holds gets done (model section 4, execution). */
class ExecutionMeasuresTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "unknown",
            value = {"0, unknown", "1, 100", "180, 100", "181, unknown", "-1, unknown"})
    void actionsDueFromYesterdayToHalfAYearAgoAreToBeDoneOnTime(int dueDaysAgo, Double score) {
        assertThat(withActions(action(dueDaysAgo, 300)).executionMeasure("exec.on_time"))
                .isEqualTo(score);
    }

    @ParameterizedTest
    @CsvSource({"11, 100", "10, 100", "9, 0"})
    void doneOnItsDueDateIsOnTime(int completedDaysAgo, double score) {
        assertThat(withActions(action(10, completedDaysAgo)).executionMeasure("exec.on_time"))
                .isEqualTo(score);
    }

    @Test
    void onTimeIsTheShareOfAllThatWereDue() {
        assertThat(withActions(action(10, 11) + ", " + action(10, 3) + ", {'id': 'X', 'dueDate': '" + ago(9)
                                + "'}, {'id': 'Y', 'dueDate': '" + ago(9) + "', 'completedDate': '" + ahead(1)
                                + "'}, {'id': 'Z'}")
                        .x("exec.on_time"))
                .isEqualTo(0.25);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {"0, null, 0", "1, null, 1", "-1, null, 0", "null, null, 1", "1, 0, null", "1, -1, 1"})
    void anOpenActionIsOverdueFromTheDayAfterItsDateOrWithoutOne(String due, String completed, Double x) {
        GivenAccount account =
                withActions("{'id': 'X'" + date("dueDate", due) + date("completedDate", completed) + "}");

        assertThat(account.executionMeasure("exec.overdue") == null ? null : account.x("exec.overdue"))
                .isEqualTo(x);
    }

    @Test
    void overdueIsTheShareOfOpenActions() {
        assertThat(withActions(action(10, 3) + ", {'id': 'X', 'dueDate': '" + ago(9) + "'}, {'id': 'Y', 'dueDate': '"
                                + ahead(9) + "'}, {'id': 'Z', 'dueDate': '" + ahead(9) + "'}, {'id': 'Q', 'dueDate': '"
                                + ahead(9) + "'}")
                        .x("exec.overdue"))
                .isEqualTo(0.25);
    }

    @Test
    void withoutActionsNeitherIsKnown() {
        assertThat(withActions("").executionMeasure("exec.on_time")).isNull();
        assertThat(withActions("").executionMeasure("exec.overdue")).isNull();
        assertThat(GivenAccount.withPlan("").executionMeasure("exec.on_time")).isNull();
        assertThat(GivenAccount.withPlan("").executionMeasure("exec.overdue")).isNull();
    }

    @Test
    void theLastBusinessReviewCountsInAnyDirectionAndHoweverOld() {
        String reviews = review(400) + ", " + review(900);
        assertThat(GivenAccount.withPlan("")
                        .and("'interactions': [" + reviews + "]")
                        .x("exec.review"))
                .isCloseTo(400 / 90.0, within(1e-9));
        assertThat(GivenAccount.withPlan("")
                        .and("'interactions': [" + reviews + ", " + review(45) + ", " + review(-1) + "]")
                        .x("exec.review"))
                .isEqualTo(0.5);
        assertThat(GivenAccount.withPlan("")
                        .and("'activityCapture': false, 'interactions': [" + review(90) + "]")
                        .x("exec.review"))
                .isEqualTo(1);
    }

    @Test
    void ofTwoReviewsOfOneDayTheFirstListedIsNamed() {
        var explained = GivenAccount.withPlan("")
                .and("'interactions': [" + review(45).replace("'R45'", "'R1'") + ", "
                        + review(45).replace("'R45'", "'R2'") + "]")
                .explain()
                .explanation()
                .grouped()
                .get("executionMeasures")
                .get("exec.review");

        assertThat(explained.toString()).contains("R1").doesNotContain("R2");
    }

    @Test
    void noBusinessReviewEverIsTheWorstWherePeopleLog() {
        String talk = "'interactions': [{'kind': 'meeting', 'date': '" + ago(1) + "'}]";
        assertThat(GivenAccount.withPlan("").and(talk).executionMeasure("exec.review"))
                .isZero();
        assertThat(GivenAccount.withPlan("")
                        .and(talk + ", 'activityCapture': false")
                        .executionMeasure("exec.review"))
                .isNull();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "unknown",
            value = {
                "50, 50, 0.25, 50",
                "50, 50, 0.5, 100",
                "50, 50, 0.6, 100",
                "50, 50, -1, 0",
                "10, 90, 0.05, 50",
                "9, 91, 0.05, unknown",
                "0, 100, 1, unknown",
                "-1, 100, 1, unknown",
                "100, 0, 0.5, 50",
                "100, -50, 0.5, 50",
            })
    void progressIsComparedWithTheTimeThatHasPassed(int startedDaysAgo, int dueAhead, double progress, Double score) {
        assertThat(withObjectives(objective(startedDaysAgo, dueAhead, progress)).executionMeasure("exec.progress"))
                .isEqualTo(score);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "unknown",
            value = {"0, 0, 50", "-1, 1, unknown", "-3, 2, unknown", "-3, 0, 50", "5, -5, 50", "4, -5, 50"})
    void anObjectiveDueBeforeItLastsIsExpectedWholeFromItsDueDateOn(int startedDaysAgo, int dueAhead, Double score) {
        assertThat(withObjectives(objective(startedDaysAgo, dueAhead, 0.5)).executionMeasure("exec.progress"))
                .isEqualTo(score);
    }

    @Test
    void progressIsTheMeanOfTheObjectivesThatAreKnown() {
        assertThat(withObjectives(objective(50, 50, 0.25) + ", " + objective(50, 50, 0.5) + ", {'progress': 0.1},"
                                + " {'startDate': '" + ago(50) + "', 'dueDate': '" + ahead(50) + "'}")
                        .executionMeasure("exec.progress"))
                .isEqualTo(75);
        assertThat(withObjectives("").executionMeasure("exec.progress")).isNull();
        assertThat(GivenAccount.withPlan("").executionMeasure("exec.progress")).isNull();
    }

    @Test
    void anObjectiveOfWhichNothingIsExpectedYetIsLeftOutHoweverLittleThePolicyAsksFor() {
        assertThat(withObjectives(objective(0, 100, 0.5))
                        .where("minExpected: 0.1", "minExpected: 0")
                        .executionMeasure("exec.progress"))
                .isNull();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "unknown",
            value = {
                "open, 0, 50, 50",
                "delivered, 10, 50, 50",
                "delivered, 10, 200, 100",
                "delivered, 10, -5, 0",
                "open, -1, 50, unknown",
                "dropped, 10, 50, unknown",
                "unheard-of, 10, 50, 50",
            })
    void deliveredIsTheShareOfTheValueThatWasDue(String state, int dueDaysAgo, double delivered, Double score) {
        assertThat(withValues("{'state': '" + state + "', 'supplierValue': 100, 'deliveredValue': " + delivered
                                + ", 'dueDate': '" + ago(dueDaysAgo) + "'}")
                        .executionMeasure("exec.delivered"))
                .isEqualTo(score);
    }

    @Test
    void deliveredAddsUpOverAllValues() {
        String due = "', 'dueDate': '" + ago(3) + "'";
        assertThat(withValues(
                                "{'state': 'open" + due + ", 'supplierValue': 300}, {'state': 'delivered" + due
                                        + ", 'supplierValue': 100, 'deliveredValue': 200}, {'state': 'open', 'supplierValue': 900}")
                        .executionMeasure("exec.delivered"))
                .isEqualTo(50);
        assertThat(withValues("{'state': 'open" + due + ", 'deliveredValue': 5}")
                        .executionMeasure("exec.delivered"))
                .isNull();
        assertThat(GivenAccount.withPlan("").executionMeasure("exec.delivered")).isNull();
    }

    private static GivenAccount withActions(String actions) {
        return GivenAccount.withPlan("'actions': [" + actions + "]");
    }

    private static GivenAccount withObjectives(String objectives) {
        return GivenAccount.withPlan("'objectives': [" + objectives + "]");
    }

    private static GivenAccount withValues(String values) {
        return GivenAccount.withPlan("'valueOpportunities': [" + values + "]");
    }

    private static String action(int dueDaysAgo, int completedDaysAgo) {
        return "{'id': 'X', 'dueDate': '" + ago(dueDaysAgo) + "', 'completedDate': '" + ago(completedDaysAgo) + "'}";
    }

    private static String date(String name, String daysAgo) {
        return daysAgo == null ? "" : ", '" + name + "': '" + ago(Integer.parseInt(daysAgo)) + "'";
    }

    private static String review(int daysAgo) {
        return "{'id': 'R" + daysAgo + "', 'kind': 'email', 'direction': 'out', 'businessReview': true, 'date': '"
                + ago(daysAgo) + "'}";
    }

    private static String objective(int startedDaysAgo, int dueAhead, double progress) {
        return "{'startDate': '" + ago(startedDaysAgo) + "', 'dueDate': '" + ahead(dueAhead) + "', 'progress': "
                + progress + "}";
    }
}
