package io.plumbline.writeback;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.change.Change;
import io.plumbline.change.ChangeSet;
import io.plumbline.change.FieldChange;
import io.plumbline.change.VerdictMark;
import io.plumbline.crm.FieldName;
import io.plumbline.crm.FieldValue;
import io.plumbline.crm.RecordId;
import io.plumbline.journal.JournalDatabase;
import io.plumbline.salesforce.RecordWrite;
import io.plumbline.salesforce.WriteOutcome;
import io.plumbline.testing.Trap;
import io.plumbline.writeback.lease.Lease;
import io.plumbline.writeback.quarantine.Quarantine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Promise 7: one bad record never stops the rest, and is not sent for ever. */
class PoisonTest {

    private static final RecordId ORG = RecordId.of("00D000000000001");
    private static final FieldName HEALTH = FieldName.of("Plumbline_Health__c");
    private static final FieldName CHANGED_ON = FieldName.of("Plumbline_Changed_On__c");
    private static final String RULE = "FIELD_CUSTOM_VALIDATION_EXCEPTION";

    private final JournalDatabase database = JournalDatabase.empty();
    private final FakeOrg org = new FakeOrg();
    private final Quarantine quarantine = new Quarantine(database.client());
    private final Lease lease = HeldForTests.lease(database, ORG);
    private final Outbox outbox =
            new Outbox(database.template(), database.transaction(), Clock.systemUTC(), StepWatch.NOBODY);
    private final Writeback writeback = new Writeback(
            org,
            outbox,
            quarantine,
            settlement -> {},
            attempt -> {},
            new WritebackSettings(FieldName.of("Plumbline_Key__c"), "Not Started", 3));
    private long run;

    /** Each refused for itself. */
    @Trap({"F4", "F6"})
    @ParameterizedTest(name = "{0} % of 600")
    @ValueSource(ints = {1, 10, 50})
    void allGoodRowsAreDeliveredInTheSameRun(int percent) {
        Set<RecordId> poison = poison(600, percent);
        org.refuses((write, call) -> poison.contains(id(write)) ? refused(false) : null);

        WritebackReport report = write(600);

        assertThat(org.accounts.keySet()).hasSize(600 - poison.size()).doesNotContainAnyElementsOf(poison);
        assertThat(report.refusals()).hasSize(poison.size());
        assertThat(report.ok() + report.refusals().size() + report.held()).isEqualTo(600);
    }

    /** The worse case: a record that the org cannot even read costs its whole call. */
    @Trap("F4")
    @ParameterizedTest(name = "{0} % of 600")
    @ValueSource(ints = {1, 10, 50})
    void callRefusedAsAWholeIsSplitUntilTheRecordToBlameStandsAlone(int percent) {
        Set<RecordId> poison = poison(600, percent);
        refuseWholeCallsWith(poison);

        WritebackReport report = write(600);

        assertThat(org.accounts.keySet()).hasSize(600 - poison.size()).doesNotContainAnyElementsOf(poison);
        assertThat(report.refusals()).hasSize(poison.size());
        System.out.printf(
                "poison %d %%: %d of %d good rows delivered in the same run, %d calls%n",
                percent, org.accounts.size(), 600 - poison.size(), org.calls.size());
    }

    @Trap("F4")
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 99, 100, 198, 199})
    void positionOfTheRecordToBlameDoesNotMatter(int position) {
        refuseWholeCallsWith(Set.of(account(position)));

        write(200);

        assertThat(org.accounts).hasSize(199);
        assertThat(org.calls).hasSizeLessThan(18);
    }

    /** An object that takes nothing at all is not asked 399 times. */
    @Trap("F6")
    @Test
    void callsThatAreAllRefusedAreNotSplitForEver() {
        refuseWholeCallsWith(poison(600, 100));

        WritebackReport report = write(600);

        assertThat(report.refusals()).hasSize(600);
        assertThat(org.calls).hasSizeLessThan(100);
    }

    @Trap("F6")
    @Test
    void refusedRecordIsSentAtMostThreeTimesADayAndOthersGoOn() {
        org.refuses((write, call) -> id(write).equals(account(1)) ? refused(false) : null);
        int attempts = 0;
        for (int quarter = 0; quarter < 4 * 24; quarter++) {
            int before = org.calls.size();
            WritebackReport report = write(2);
            attempts += (int) org.calls.subList(before, org.calls.size()).stream()
                    .flatMap(List::stream)
                    .filter(write -> id(write).equals(account(1)))
                    .count();
            assertThat(report.complete()).isFalse();
            assertThat(report.ok()).isOne();
            org.goOn(Duration.ofMinutes(15));
        }
        assertThat(attempts).isEqualTo(3);
    }

    /** Three a day hold even for a record that is another one with every run. */
    @Trap("F6")
    @Test
    void recordThatChangesWithEveryRunIsSentNoMoreOften() {
        org.refuses((write, call) -> refused(false));
        for (int hour = 0; hour < 24; hour++) {
            write(List.of(set(0, hour)));
            org.goOn(Duration.ofHours(1));
        }
        assertThat(org.calls).hasSize(3);
    }

    @Trap("F6")
    @Test
    void changeOfTheRecordReleasesIt() {
        org.refuses((write, call) -> refused(false));
        write(List.of(set(0, 72)));
        assertThat(write(List.of(set(0, 72))).quarantined()).singleElement().satisfies(entry -> {
            assertThat(entry.code()).isEqualTo(RULE);
            assertThat(entry.account()).isEqualTo(account(0));
        });
        org.behaves();

        assertThat(write(List.of(set(0, 73))).complete()).isTrue();
        assertThat(quarantine.of(ORG)).isEmpty();
    }

    @Trap({"F6", "I3"})
    @Test
    void changeOfTheObjectReleasesIt() {
        org.refuses((write, call) -> refused(false));
        write(1);
        org.behaves();
        assertThat(write(1).complete()).isFalse();

        org.schemaChanges();

        assertThat(write(1).complete()).isTrue();
        assertThat(quarantine.of(ORG)).isEmpty();
    }

    /** The cause is gone, nothing that can be seen changed: time alone does it. */
    @Trap("F6")
    @ParameterizedTest(name = "after {0} hours sent again: {1}")
    @CsvSource({"7, false", "8, true"})
    void timeReleasesIt(int hours, boolean sent) {
        org.refuses((write, call) -> refused(false));
        write(1);
        org.behaves();
        org.goOn(Duration.ofHours(hours));

        assertThat(write(1).complete()).isEqualTo(sent);
    }

    @Trap("F6")
    @Test
    void recordThatIsNotWantedAnyMoreIsForgotten() {
        org.refuses((write, call) -> refused(false));
        write(1);
        write(List.of(new ChangeSet(
                account(0), List.of(), List.of(), Set.of(), true, false, false, new VerdictMark("v", "t"))));

        assertThat(quarantine.of(ORG)).isEmpty();
    }

    /** An account that is no longer judged asks for nothing. */
    @Trap("F15")
    @ParameterizedTest(name = "after {0} days kept: {1}")
    @CsvSource({"7, 1", "8, 0"})
    void recordOfAnAccountThatIsGoneIsForgottenInTime(int days, int kept) {
        org.refuses((write, call) -> refused(false));
        write(1);
        org.goOn(Duration.ofDays(days));
        write(List.of());

        assertThat(quarantine.of(ORG)).hasSize(kept);
    }

    /** A lock is nobody's fault: the next run sends it at once (trap F3). */
    @Trap("F3")
    @Test
    void recordRefusedForAPassingReasonIsNotPoison() {
        org.refuses((write, call) -> new WriteOutcome.Refused("UNABLE_TO_LOCK_ROW", "held", List.of(), true, "passes"));
        write(1);

        assertThat(quarantine.of(ORG)).isEmpty();
    }

    private void refuseWholeCallsWith(Set<RecordId> poison) {
        org.refuses((write, call) ->
                org.calls.getLast().stream().anyMatch(row -> poison.contains(id(row))) ? refused(true) : null);
    }

    private static WriteOutcome refused(boolean together) {
        return new WriteOutcome.Refused(RULE, "no", List.of(), false, "Ask an administrator.", together);
    }

    private WritebackReport write(int accounts) {
        return write(IntStream.range(0, accounts).mapToObj(i -> set(i, 72)).toList());
    }

    private WritebackReport write(List<ChangeSet> plan) {
        run++;
        return writeback.write(lease, run, plan);
    }

    /** The moment of the write is another one each time, which makes it no other record. */
    private ChangeSet set(int account, int health) {
        List<FieldChange> fields = new ArrayList<>();
        fields.add(new FieldChange(HEALTH, FieldValue.EMPTY, FieldValue.number(health), "first"));
        fields.add(new FieldChange(
                CHANGED_ON, FieldValue.EMPTY, FieldValue.moment(Instant.EPOCH.plusSeconds(run)), "now"));
        return new ChangeSet(
                account(account),
                List.of(new Change.AccountUpdate(account(account), fields)),
                List.of(),
                Set.of(),
                false,
                false,
                false,
                new VerdictMark("v", "t"));
    }

    private static Set<RecordId> poison(int of, int percent) {
        List<Integer> all = new ArrayList<>(IntStream.range(0, of).boxed().toList());
        Collections.shuffle(all, new Random(7));
        Set<RecordId> poison = new HashSet<>();
        all.subList(0, of * percent / 100).forEach(i -> poison.add(account(i)));
        return poison;
    }

    private static RecordId account(int number) {
        return RecordId.of("001" + String.format("%012d", number));
    }

    private static RecordId id(RecordWrite write) {
        return ((RecordWrite.Update) write).id();
    }
}
