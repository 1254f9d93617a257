package io.plumbline.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.config.connector.ConnectorConfig;
import io.plumbline.crm.FieldName;
import io.plumbline.crm.FieldValue;
import io.plumbline.crm.RecordId;
import io.plumbline.testing.Trap;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmallRulesTest {

    /** Field length L against texts of L-1, L and L+1, with a character that takes two units at the cut. */
    @Trap("E10")
    @ParameterizedTest
    @CsvSource({"9, 123456789", "10, 123456789", "8, 12345...", "3, ...", "2, ..", "0, 123456789"})
    void textIsCutToTheFieldAndMarked(int length, String kept) {
        assertThat(FieldText.fit("123456789", length)).isEqualTo(kept);
    }

    @Test
    void cutNeverSplitsACharacter() {
        assertThat(FieldText.fit("12\uD83D\uDE00456789", 6)).isEqualTo("12...");
        assertThat(FieldText.fit("12\uD83D\uDE00456789", 7)).isEqualTo("12\uD83D\uDE00...");
    }

    /** What XML, the org or a database would change is changed before it is compared. */
    @Trap({"E2", "E5", "E9"})
    @Test
    void textIsBroughtToTheFormThatSurvives() {
        assertThat(FieldText.normal("a\r\nb\rc\0d\u000Be\uFFFEf\uD800g\th \n")).isEqualTo("a\nb\ncdefg\th");
    }

    @ParameterizedTest
    @CsvSource({
        // judged before, flips, new tasks, refused: at most 25 % from 8 accounts on, at most 5 tasks
        "8, 2, 0, false",
        "8, 3, 0, true",
        "7, 7, 0, false",
        "8, 0, 5, false",
        "8, 0, 6, true",
        "0, 0, 6, true"
    })
    void planBeyondTheBoundsIsRefused(int judgedBefore, int flips, int newTasks, boolean refused) {
        Bounds bounds = new Bounds(new ConnectorConfig.Bounds(0.25, 0.7, 8, 5));
        List<ChangeSet> plan = plan(judgedBefore, flips, newTasks);

        assertThat(bounds.check(planned(plan), Bounds.Others.NONE, false).isPresent())
                .isEqualTo(refused);
        assertThat(bounds.check(planned(plan), Bounds.Others.NONE, true)).isEmpty();
    }

    /** Five of eight accounts get a task. */
    @ParameterizedTest
    @CsvSource({"0.62, true", "0.63, false"})
    void planThatTouchesTooManyAccountsIsRefused(double touchedShare, boolean refused) {
        Bounds bounds = new Bounds(new ConnectorConfig.Bounds(0.25, touchedShare, 8, 5));

        assertThat(bounds.check(planned(plan(8, 0, 5)), Bounds.Others.NONE, false)
                        .isPresent())
                .isEqualTo(refused);
        assertThat(bounds.check(planned(plan(8, 0, 5)), Bounds.Others.NONE, true))
                .as("the first run is not bounded")
                .isEmpty();
    }

    /** Three months after the first sync every account of an org gets its first trend in one and the same night. */
    @ParameterizedTest
    @CsvSource({"0, false", "7, false", "8, true"})
    void firstTrendsOfAllAccountsAreNoBrokenMapping(int withATaskToo, boolean refused) {
        Bounds bounds = new Bounds(new ConnectorConfig.Bounds(0.25, 0.7, 8, 99));
        Change.AccountUpdate trend = new Change.AccountUpdate(
                Given.ACCOUNT, List.of(change("Trend__c", FieldValue.text("New"), FieldValue.text("Steady"))));
        List<ChangeSet> plan = new ArrayList<>();
        for (int i = 0; i < 11; i++) {
            Change task = new Change.TaskCreation(Given.ACCOUNT, "k" + i, Given.OWNER, "s", "d", "p", Given.DAY, "r");
            plan.add(new ChangeSet(
                    Given.ACCOUNT,
                    i < withATaskToo ? List.of(trend, task) : List.of(trend),
                    List.of(),
                    Set.of(),
                    true,
                    false,
                    true,
                    new VerdictMark("v", "t")));
        }

        assertThat(bounds.check(planned(plan), Bounds.Others.NONE, false).isPresent())
                .isEqualTo(refused);
    }

    /** One of four judged flips, which is too much of four and little of all that have a verdict. */
    @Test
    void accountsThatWereNotJudgedCountAmongAll() {
        Bounds bounds = new Bounds(new ConnectorConfig.Bounds(0.2, 0.7, 4, 5));
        List<ChangeSet> plan = plan(4, 1, 0);

        assertThat(bounds.check(planned(plan), Bounds.Others.NONE, false)).isPresent();
        assertThat(bounds.check(planned(plan), new Bounds.Others(1, 1), false)).isEmpty();
    }

    @Test
    void refusalShowsTheNumbers() {
        Bounds bounds = new Bounds(new ConnectorConfig.Bounds(0.25, 0.7, 8, 5));

        assertThat(bounds.check(planned(plan(8, 3, 2)), Bounds.Others.NONE, false)
                        .orElseThrow()
                        .sentence())
                .startsWith(
                        "Nothing was written: of 8 accounts judged the run would touch 2 (25 %, allowed 70 %), change band or plan"
                                + " currency of 3 of the 8 judged before (38 %, allowed 25 %), and make 2 tasks (allowed 5).");
    }

    private static List<ChangeSet> plan(int judgedBefore, int flips, int newTasks) {
        List<ChangeSet> plan = new ArrayList<>();
        for (int i = 0; i < Math.max(judgedBefore, newTasks); i++) {
            RecordId account = RecordId.of("001" + String.format("%012d", i));
            List<Change> tasks = i < newTasks
                    ? List.of(new Change.TaskCreation(account, "k" + i, account, "s", "d", "p", Given.DAY, "r"))
                    : List.of();
            plan.add(new ChangeSet(
                    account,
                    tasks,
                    List.of(),
                    Set.of(),
                    i < judgedBefore,
                    i < flips,
                    false,
                    new VerdictMark("v", "t")));
        }
        return plan;
    }

    /** All kinds of change, every type of value, come back from text as they went in. */
    @Test
    void changesSurviveBeingText() {
        RecordId id = Given.ACCOUNT;
        List<Change> changes = List.of(
                new Change.AccountUpdate(
                        id,
                        List.of(
                                change("A__c", FieldValue.EMPTY, FieldValue.number(72)),
                                change("B__c", FieldValue.text("a \"b\"\n\uD83D\uDE00"), FieldValue.EMPTY),
                                change(
                                        "C__c",
                                        FieldValue.number(new BigDecimal("999999999999999999.01")),
                                        FieldValue.flag(true)),
                                change("D__c", FieldValue.day(Given.DAY), FieldValue.moment(Given.NOW)))),
                new Change.TaskCreation(id, "k1", id, "s", "d", "High", Given.DAY, "why"),
                new Change.TaskRefresh(id, Given.taskId(1), "k2", "s", "d", "High", "why"),
                new Change.TaskClosure(id, Given.taskId(2), "k3", "Completed", "d", "why"));

        assertThat(changes)
                .allSatisfy(change ->
                        assertThat(ChangeJson.read(ChangeJson.write(change))).isEqualTo(change));
    }

    private static FieldChange change(String field, FieldValue from, FieldValue to) {
        return new FieldChange(FieldName.of(field), from, to, "why");
    }

    private static List<PlannedAccount> planned(List<ChangeSet> plan) {
        return plan.stream().map(PlannedAccount::of).toList();
    }
}
