package io.plumbline.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.testing.SmallOrg;
import io.plumbline.testing.TestDatabase;
import io.plumbline.testing.Trap;
import io.plumbline.writeback.StepWatch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A run that judges more accounts than it stores at once. */
class PortionsTest {

    /** With the three that are there anyway, more than one portion and less than two. */
    private static final int MORE_ACCOUNTS = 520;

    /** When the process dies. */
    private enum Moment {
        BEFORE_THE_FIRST_PORTION_IS_STORED(0),
        BETWEEN_TWO_PORTIONS(1),
        RIGHT_BEFORE_THE_SECOND_IS_STORED(2),
        ONCE_THE_SECOND_IS_STORED(3);

        private final int record;

        /** @param record number of the moment among those right before and right after something is recorded */
        Moment(int record) {
            this.record = record;
        }
    }

    private static final class Killed extends Error {}

    private static List<String> undisturbed = List.of();

    @BeforeAll
    static void letOneOrgBeUndisturbed() {
        try (SmallOrg org = largeOrg()) {
            new Connector(org.sandbox).sync();
            undisturbed = withoutMoments(org.verdicts());
        }
    }

    @Test
    void recordsOnePortionAfterTheOtherBeforeAnythingIsSent() {
        List<String> moments = new ArrayList<>();
        try (SmallOrg org = largeOrg()) {
            SyncSummary summary = new Connector(
                            org.sandbox,
                            TestDatabase.migrated(),
                            (step, done) -> moments.add((done ? "after " : "before ") + step))
                    .sync();

            assertThat(summary.status()).isEqualTo(SyncSummary.Status.COMPLETE);
            assertThat(moments.subList(0, moments.indexOf("before CLAIM")))
                    .startsWith("before RECORD", "after RECORD", "before RECORD", "after RECORD");
        }
    }

    @Trap({"K1", "K2", "K6", "F1"})
    @ParameterizedTest
    @EnumSource
    void nothingIsLostOrDoneTwiceWhenTheProcessDies(Moment moment) {
        try (SmallOrg org = largeOrg()) {
            DataSource database = TestDatabase.migrated();
            Connector dying = new Connector(org.sandbox, database, killedAt(moment));
            assertThatThrownBy(dying::sync).isInstanceOf(Killed.class);
            assertThat(org.sandbox.journal().effects()).as("nothing was sent").isEmpty();
            org.goOn(Duration.ofMinutes(20));
            Connector next = new Connector(org.sandbox, database, StepWatch.NOBODY);

            SyncSummary after = next.sync();

            assertThat(after.status()).as("%s", after.problems()).isEqualTo(SyncSummary.Status.COMPLETE);
            assertThat(withoutMoments(org.verdicts())).isEqualTo(undisturbed);
            assertThat(org.sandbox.journal().effects().stream()
                            .filter(effect -> effect.object().equals("Task")
                                    && effect.operation().equals("create")))
                    .as("each task was made once")
                    .hasSize(org.tasks().size());
            org.goOn(Duration.ofMinutes(20));
            org.sandbox.journal().reset();
            next.sync();
            assertThat(org.sandbox.journal().effects()).as("the sync after").isEmpty();
        }
    }

    private static StepWatch killedAt(Moment moment) {
        int[] records = {0};
        return (step, done) -> {
            if (step == StepWatch.Step.RECORD && records[0]++ == moment.record) {
                throw new Killed();
            }
        };
    }

    /** The moment of a write is that of the sync that wrote. */
    private static List<String> withoutMoments(List<String> verdicts) {
        return verdicts.stream()
                .filter(line -> !line.contains("Plumbline_Changed_On__c"))
                .toList();
    }

    private static SmallOrg largeOrg() {
        SmallOrg org = new SmallOrg();
        IntStream.range(0, MORE_ACCOUNTS).forEach(i -> org.account("Customer " + i, org.sam));
        return org;
    }
}
