package io.plumbline.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.assess.Finding;
import io.plumbline.config.mapping.Result;
import io.plumbline.config.policy.Severity;
import io.plumbline.config.policy.Theme;
import io.plumbline.crm.FieldValue;
import io.plumbline.crm.RecordId;
import io.plumbline.journal.Effect;
import io.plumbline.journal.RunId;
import io.plumbline.testing.Trap;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.JacksonException;

class OwnWritesTest {

    private static final Instant WRITTEN = Given.NOW;
    private static final Instant BEFORE = WRITTEN.minusSeconds(1);
    private static final Instant AFTER = WRITTEN.plusSeconds(1);
    private static final Finding WARNING = Given.finding("plan.review", Theme.CURRENCY, Severity.WARNING);

    private final ChangePlanner planner = new ChangePlanner(Given.policy(), Given.people());
    private final ChangeSet first =
            planner.plan(Given.verdict().findings(WARNING).build(), Given.context(), Given.nothingWritten(), Given.NOW);

    /** What was read before our write must not make us write it again. */
    @Trap({"F11", "F14"})
    @Test
    void ourWriteCountsWhereWhatWasReadIsOlder() {
        KnownState known = new OwnWrites(effects(first)).over(Given.nothingWritten(), BEFORE, BEFORE);

        assertThat(planner.plan(Given.verdict().findings(WARNING).build(), Given.context(), known, Given.NOW)
                        .isEmpty())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"-1, 82", "0, 55", "1, 55"})
    void whatWasReadCountsFromTheMomentOfOurWriteOn(int seconds, int health) {
        KnownState read = Given.with(Given.nothingWritten(), Result.HEALTH, FieldValue.number(55));
        KnownState known = new OwnWrites(effects(first)).over(read, WRITTEN.plusSeconds(seconds), BEFORE);

        assertThat(known.fields()).containsEntry(Given.field(Result.HEALTH), FieldValue.number(health));
    }

    @Test
    void fieldThatWasNotReadStaysUnread() {
        KnownState read = Given.without(Given.nothingWritten(), Result.HEALTH);

        assertThat(new OwnWrites(effects(first)).over(read, BEFORE, BEFORE).fields())
                .doesNotContainKey(Given.field(Result.HEALTH));
    }

    /** A purged task leaves no row behind: a person deleted it, and is respected. */
    @Trap("F10")
    @Test
    void ourTaskThatIsGoneWasDeletedByAPerson() {
        KnownState known = new OwnWrites(effects(first)).over(Given.nothingWritten(), BEFORE, AFTER);

        assertThat(known.tasks()).extracting(KnownTask::state).containsExactly(KnownTask.State.DELETED);
    }

    @Test
    void taskThatWasReadLaterIsAsItWasRead() {
        KnownState read = Given.tasksBecome(Given.after(Given.nothingWritten(), first), KnownTask.State.CLOSED);

        assertThat(new OwnWrites(effects(first)).over(read, BEFORE, AFTER).tasks())
                .isEqualTo(read.tasks());
    }

    @Test
    void closureAndRefreshCountUntilTheTaskIsReadAgain() {
        KnownState open = Given.after(Given.nothingWritten(), first);
        ChangeSet closing = planner.plan(Given.verdict().build(), Given.context(), open, Given.NOW);
        ChangeSet refreshing = planner.plan(
                Given.verdict()
                        .findings(Given.finding("plan.review", Theme.CURRENCY, Severity.CRITICAL))
                        .build(),
                Given.context(),
                open,
                Given.NOW);

        assertThat(new OwnWrites(effects(closing)).over(open, BEFORE, BEFORE).tasks())
                .extracting(KnownTask::state)
                .containsExactly(KnownTask.State.CLOSED);
        assertThat(new OwnWrites(effects(closing)).over(open, BEFORE, AFTER).tasks())
                .isEqualTo(open.tasks());
        assertThat(new OwnWrites(effects(refreshing)).over(open, BEFORE, BEFORE).tasks())
                .extracting(KnownTask::priority)
                .containsExactly("High");
    }

    /** Nearly all that was ever written was seen since, and reading each of it costs more than judging the account. */
    @ParameterizedTest
    @CsvSource({"-1, 1, true", "0, 0, true", "0, 1, false"})
    void whatTheOrgHasShownSinceIsNotRead(int accountRead, int tasksRead, boolean isRead) {
        KnownState read = Given.after(Given.nothingWritten(), first);
        OwnWrites unreadable = new OwnWrites(effects(first).stream()
                .map(effect -> new Effect(
                        effect.run(),
                        effect.account(),
                        effect.record(),
                        effect.changeKey(),
                        effect.outcome(),
                        effect.reason(),
                        effect.message(),
                        "neither kind nor fields",
                        effect.settledAt()))
                .toList());
        ThrowingCallable over =
                () -> unreadable.over(read, WRITTEN.plusSeconds(accountRead), WRITTEN.plusSeconds(tasksRead));

        if (isRead) {
            assertThatThrownBy(over).isInstanceOf(JacksonException.class);
        } else {
            assertThatCode(over).doesNotThrowAnyException();
        }
    }

    private static List<Effect> effects(ChangeSet set) {
        return set.changes().stream()
                .map(change -> new Effect(
                        new RunId(1),
                        change.account(),
                        Optional.of(change instanceof Change.AccountUpdate ? Given.ACCOUNT : taskOf(change)),
                        change.key(),
                        Effect.Outcome.OK,
                        change.reason(),
                        "",
                        ChangeJson.write(change),
                        WRITTEN))
                .toList();
    }

    private static RecordId taskOf(Change change) {
        return switch (change) {
            case Change.AccountUpdate update -> update.account();
            case Change.TaskCreation creation -> Given.taskId(1);
            case Change.TaskRefresh refresh -> refresh.task();
            case Change.TaskClosure closure -> closure.task();
        };
    }
}
