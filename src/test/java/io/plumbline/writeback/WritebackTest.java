package io.plumbline.writeback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.change.Change;
import io.plumbline.change.ChangeSet;
import io.plumbline.change.FieldChange;
import io.plumbline.change.VerdictMark;
import io.plumbline.crm.FieldName;
import io.plumbline.crm.FieldValue;
import io.plumbline.crm.RecordId;
import io.plumbline.journal.JournalDatabase;
import io.plumbline.salesforce.RecordWrite;
import io.plumbline.salesforce.SalesforceFailedException;
import io.plumbline.salesforce.SalesforceFailure;
import io.plumbline.salesforce.WriteOutcome;
import io.plumbline.testing.Trap;
import io.plumbline.writeback.lease.Lease;
import io.plumbline.writeback.quarantine.Quarantine;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessResourceFailureException;

class WritebackTest {

    private static final RecordId ORG = RecordId.of("00D000000000001");
    private static final FieldName HEALTH = FieldName.of("Plumbline_Health__c");
    private static final FieldName BAND = FieldName.of("Plumbline_Band__c");
    private static final FieldName KEY = FieldName.of("Plumbline_Key__c");
    private static final WriteOutcome.Refused LOCKED = new WriteOutcome.Refused(
            "UNABLE_TO_LOCK_ROW", "unable to obtain exclusive access", List.of(), true, "Nothing to do, it passes.");
    private static final WriteOutcome.Refused INVALID = new WriteOutcome.Refused(
            "FIELD_CUSTOM_VALIDATION_EXCEPTION", "no", List.of("Subject"), false, "Ask an administrator.");

    private final JournalDatabase database = JournalDatabase.empty();
    private final FakeOrg org = new FakeOrg();
    private final List<Settlement> settled = new ArrayList<>();
    private final List<Integer> pauses = new ArrayList<>();
    private final Outbox outbox = new Outbox(
            database.template(),
            database.transaction(),
            Clock.fixed(Instant.parse("2026-06-30T05:00:00Z"), ZoneOffset.UTC),
            StepWatch.NOBODY);
    private final Quarantine quarantine = new Quarantine(database.client());
    private final Lease lease = HeldForTests.lease(database, ORG);
    private final Writeback writeback = new Writeback(
            org, outbox, quarantine, settled::addAll, pauses::add, new WritebackSettings(KEY, "Not Started", 3));

    @Test
    void fieldsAndTasksArriveAndAreCounted() {
        WritebackReport report = writeback.write(
                lease, 1, List.of(set(1, fields(1), creation(1)), set(2, refresh(2), closure(2)), set(3)));

        assertThat(report.fieldsWritten()).isEqualTo(2);
        assertThat(report.accountsTouched()).containsExactly(account(1));
        assertThat(report.tasksCreated()).isEqualTo(1);
        assertThat(report.tasksUpdated()).isEqualTo(1);
        assertThat(report.tasksClosed()).isEqualTo(1);
        assertThat(report.complete()).isTrue();
        assertThat(report.sent()).isEqualTo(4).isEqualTo(settled.size());
        assertThat(outbox.count(ORG, 1, Outbox.State.DONE)).isEqualTo(4);
        assertThat(settled).allMatch(settlement -> settlement.at().equals(FakeOrg.SERVER_TIME));
    }

    @Trap("F18")
    @Test
    void newTaskCarriesAllThatAPersonNeeds() {
        writeback.write(lease, 1, List.of(set(1, creation(1))));

        RecordWrite.Upsert task = (RecordWrite.Upsert) org.calls.getFirst().getFirst();
        assertThat(task.keyField()).isEqualTo(KEY);
        assertThat(task.key()).isEqualTo("key-1");
        assertThat(task.fields())
                .containsEntry(
                        FieldName.of("WhatId"), FieldValue.text(account(1).value()))
                .containsEntry(FieldName.of("OwnerId"), FieldValue.text("005000000000001AAA"))
                .containsEntry(FieldName.of("Subject"), FieldValue.text("subject"))
                .containsEntry(FieldName.of("Description"), FieldValue.text("description"))
                .containsEntry(FieldName.of("Priority"), FieldValue.text("High"))
                .containsEntry(FieldName.of("Status"), FieldValue.text("Not Started"))
                .containsEntry(FieldName.of("ActivityDate"), FieldValue.day(LocalDate.of(2026, 7, 2)));
    }

    /** What a person deleted must not come back, so everything that exists is updated by its Id. */
    @Trap("F10")
    @Test
    void onlyNewTasksAreUpserted() {
        writeback.write(lease, 1, List.of(set(1, fields(1), creation(1), refresh(1), closure(1))));

        assertThat(org.calls.stream().flatMap(List::stream))
                .filteredOn(RecordWrite.Upsert.class::isInstance)
                .hasSize(1);
    }

    @Test
    void emptyPlanCostsNoCall() {
        WritebackReport report = writeback.write(lease, 1, List.of(set(1), set(2)));

        assertThat(org.calls).isEmpty();
        assertThat(report.complete()).isTrue();
        assertThat(report.sent()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 199, 200, 201, 400, 401})
    void aBatchHasAtMostTwoHundredRecords(int records) {
        writeback.write(
                lease,
                1,
                IntStream.rangeClosed(1, records)
                        .mapToObj(i -> set(i, fields(i)))
                        .toList());

        assertThat(org.calls).hasSize((records + 199) / 200).allMatch(call -> call.size() <= 200);
        assertThat(org.accounts).hasSize(records);
    }

    /** What is enough for a bulk job has to come to the way to the org in one piece. */
    @ParameterizedTest
    @CsvSource({"399, 2", "400, 1", "1000, 1"})
    void manyOfOneKindAreHandedOverTogether(int records, int calls) {
        new Writeback(
                        org,
                        outbox,
                        quarantine,
                        settled::addAll,
                        pauses::add,
                        new WritebackSettings(KEY, "Not Started", false, 3, 400))
                .write(
                        lease,
                        1,
                        IntStream.rangeClosed(1, records)
                                .mapToObj(i -> set(i, fields(i)))
                                .toList());

        assertThat(org.calls).hasSize(calls);
        assertThat(org.accounts).hasSize(records);
        assertThat(outbox.count(ORG, 1, Outbox.State.DONE)).isEqualTo(records);
    }

    /** Each batch is sorted by account and holds one kind of call, whatever the order of the plan. */
    @Trap("F3")
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void orderOfThePlanChangesNoBatch(long seed) {
        List<ChangeSet> plan = new ArrayList<>(IntStream.rangeClosed(1, 300)
                .mapToObj(i -> set(i, creation(i), fields(i), closure(i)))
                .toList());
        Collections.shuffle(plan, new Random(seed));
        writeback.write(lease, 1, plan);

        assertThat(org.calls).hasSize(6).allSatisfy(call -> {
            assertThat(call).hasOnlyElementsOfType(call.getFirst().getClass());
            assertThat(call.stream().map(RecordWrite::object).distinct()).hasSize(1);
        });
        assertThat(settled)
                .extracting(settlement -> settlement.change().account())
                .isEqualTo(Stream.of(0, 1, 2)
                        .flatMap(lane -> IntStream.rangeClosed(1, 300).mapToObj(WritebackTest::account))
                        .toList());
    }

    /** Promise 7: the poison stays behind, alone and named; promise 8: the sum adds up. */
    @Trap("F4")
    @ParameterizedTest(name = "{0} of 500 refused")
    @ValueSource(ints = {5, 50, 250, 500})
    void badRecordsNeverStopTheOthers(int bad) {
        org.refuses((write, call) -> Integer.parseInt(idOf(write).value().substring(3, 15)) <= bad ? INVALID : null);
        WritebackReport report = writeback.write(
                lease,
                1,
                IntStream.rangeClosed(1, 500).mapToObj(i -> set(i, fields(i))).toList());

        assertThat(org.accounts).hasSize(500 - bad);
        assertThat(report.refusals()).hasSize(bad).first().satisfies(refusal -> {
            assertThat(refusal.account()).isEqualTo(account(1));
            assertThat(refusal.code()).isEqualTo("FIELD_CUSTOM_VALIDATION_EXCEPTION");
            assertThat(refusal.advice()).isEqualTo("Ask an administrator.");
        });
        assertThat(report.sent())
                .isEqualTo(500)
                .isEqualTo(report.ok() + report.refusals().size());
        assertThat(report.complete()).isFalse();
        assertThat(pauses).isEmpty();
        assertThat(outbox.count(ORG, 1, Outbox.State.REFUSED)).isEqualTo(bad);
    }

    /** Only the locked rows are sent again. */
    @Trap("F3")
    @Test
    void lockThatPassesIsTriedAgainAlone() {
        org.refuses((write, call) -> call == 1 && idOf(write).equals(account(7)) ? LOCKED : null);
        WritebackReport report = writeback.write(
                lease,
                1,
                IntStream.rangeClosed(1, 200).mapToObj(i -> set(i, fields(i))).toList());

        assertThat(report.complete()).isTrue();
        assertThat(org.calls).extracting(List::size).containsExactly(200, 1);
        assertThat(pauses).containsExactly(2);
        assertThat(settled).hasSize(200);
    }

    @Test
    void lockThatStaysIsRefusedAfterTheLastAttempt() {
        org.refuses((write, call) -> idOf(write).equals(account(1)) ? LOCKED : null);
        WritebackReport report = writeback.write(lease, 1, List.of(set(1, fields(1)), set(2, fields(2))));

        assertThat(org.calls).extracting(List::size).containsExactly(2, 1, 1);
        assertThat(pauses).containsExactly(2, 3);
        assertThat(report.refusals())
                .singleElement()
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("UNABLE_TO_LOCK_ROW"));
        assertThat(report.sent()).isEqualTo(2).isEqualTo(settled.size());
    }

    /** After an unknown outcome nothing is sent again blindly; the next run plans the same key and no second task. */
    @Trap("F1")
    @Test
    void timeoutAfterCommitMakesNoSecondTask() {
        org.afterCommit(() -> {
            throw new SalesforceFailedException(new SalesforceFailure.Unreachable("No answer in time.", "It passes."));
        });
        WritebackReport first = writeback.write(lease, 1, List.of(set(1, creation(1))));
        org.behaves();
        WritebackReport second = writeback.write(lease, 2, List.of(set(1, creation(1))));

        assertThat(first.unknown()).hasSize(1);
        assertThat(first.stoppedBy()).isPresent();
        assertThat(org.calls).hasSize(2);
        assertThat(org.tasksByKey).hasSize(1);
        assertThat(second.tasksCreated()).isZero();
        assertThat(second.tasksUpdated()).isEqualTo(1);
        assertThat(outbox.count(ORG, 1, Outbox.State.UNKNOWN)).isEqualTo(1);
    }

    @Test
    void unknownOutcomeOfOneRecordIsReportedWithItsReason() {
        org.refuses((write, call) -> idOf(write).equals(account(1)) ? new WriteOutcome.Unknown("cut off") : null);
        WritebackReport report = writeback.write(lease, 1, List.of(set(1, fields(1)), set(2, fields(2))));

        assertThat(report.unknown()).singleElement().satisfies(doubt -> {
            assertThat(doubt.account()).isEqualTo(account(1));
            assertThat(doubt.reason()).isEqualTo("cut off");
        });
        assertThat(report.ok()).isEqualTo(1);
        assertThat(org.calls).hasSize(1);
    }

    static Stream<SalesforceFailure> failuresBeforeArrival() {
        return Stream.of(
                new SalesforceFailure.LimitReached("no calls left", "wait"),
                new SalesforceFailure.Maintenance("read-only", "wait"),
                new SalesforceFailure.SessionLost("session gone", "wait"),
                new SalesforceFailure.NotThere("Task is hidden", "grant it"),
                new SalesforceFailure.SignInRefused("wrong secret", "enter it"));
    }

    /** What never arrived is held, and nothing is counted as sent. */
    @Trap({"J1", "J5"})
    @ParameterizedTest
    @MethodSource("failuresBeforeArrival")
    void failureOfTheWholeCallHoldsTheRest(SalesforceFailure failure) {
        org.before(() -> {
            if (org.calls.size() == 2) {
                throw new SalesforceFailedException(failure);
            }
        });
        WritebackReport report = writeback.write(
                lease,
                1,
                IntStream.rangeClosed(1, 401).mapToObj(i -> set(i, fields(i))).toList());

        assertThat(report.stoppedBy()).contains(failure);
        assertThat(report.ok()).isEqualTo(200);
        assertThat(report.held()).isEqualTo(201);
        assertThat(report.sent()).isEqualTo(200).isEqualTo(settled.size());
        assertThat(org.calls).hasSize(2);
        assertThat(outbox.count(ORG, 1, Outbox.State.HELD)).isEqualTo(201);
    }

    /** An answer that is shorter than the batch leaves the rest unknown, not lost. */
    @Trap("F5")
    @Test
    void recordsBeyondTheEndOfAnAnswerAreUnknown() {
        org.answersOnly(1);
        WritebackReport report = writeback.write(lease, 1, List.of(set(1, fields(1)), set(2, fields(2))));

        assertThat(report.ok()).isEqualTo(1);
        assertThat(report.unknown()).hasSize(1);
    }

    /** Asked to stop while waiting, it stops; what was refused is said, nothing is lost. */
    @Trap("J9")
    @Test
    void stopsWhenAskedToWhileWaiting() {
        org.refuses((write, call) -> LOCKED);
        Writeback stopping = new Writeback(
                org,
                outbox,
                quarantine,
                settled::addAll,
                attempt -> {
                    throw new InterruptedException();
                },
                new WritebackSettings(KEY, "Open", 3));
        WritebackReport report = stopping.write(lease, 1, List.of(set(1, fields(1))));

        assertThat(Thread.interrupted())
                .as("what is left to do with the database is done undisturbed")
                .isFalse();
        assertThat(report.stoppedBy()).containsInstanceOf(SalesforceFailure.Stopped.class);
        assertThat(report.refusals()).hasSize(1);
        assertThat(org.calls).hasSize(1);
    }

    /** Killed after the effect and before the answer was remembered. */
    @Trap("K1")
    @Test
    void crashAfterTheCommitLeavesOneEffectAndAClosedOutbox() {
        org.afterCommit(() -> {
            throw new IllegalStateException("killed");
        });
        List<ChangeSet> plan = List.of(set(1, fields(1), creation(1)));
        assertThatThrownBy(() -> writeback.write(lease, 1, plan)).hasMessage("killed");
        assertThat(outbox.count(ORG, 1, Outbox.State.SENT)).isEqualTo(1);
        assertThat(outbox.count(ORG, 1, Outbox.State.PLANNED)).isEqualTo(1);

        org.behaves();
        int abandoned = outbox.closeAbandoned(lease, 2, FakeOrg.SERVER_TIME, settled::addAll);
        WritebackReport second = writeback.write(lease, 2, plan);

        assertThat(abandoned).isEqualTo(1);
        assertThat(settled.getFirst().outcome()).isInstanceOf(WriteOutcome.Unknown.class);
        assertThat(settled.getFirst().run()).isEqualTo(1);
        assertThat(outbox.count(ORG, 1, Outbox.State.UNKNOWN)).isEqualTo(1);
        assertThat(outbox.count(ORG, 1, Outbox.State.HELD)).isEqualTo(1);
        assertThat(outbox.closeAbandoned(lease, 2, FakeOrg.SERVER_TIME, settled::addAll))
                .isZero();
        assertThat(second.complete()).isTrue();
        assertThat(org.tasksByKey).hasSize(1);
        assertThat(org.accounts).hasSize(1);
    }

    /** Both are remembered or neither, so a journal that fails leaves the row unsettled. */
    @Trap("K1")
    @Test
    void settlementAndJournalStandOrFallTogether() {
        Writeback deaf = new Writeback(
                org,
                outbox,
                quarantine,
                settlement -> {
                    throw new IllegalStateException("journal is full");
                },
                pauses::add,
                new WritebackSettings(KEY, "Open", 1));

        assertThatThrownBy(() -> deaf.write(lease, 1, List.of(set(1, fields(1)))))
                .hasMessage("journal is full");
        assertThat(outbox.count(ORG, 1, Outbox.State.SENT)).isEqualTo(1);
    }

    /** The disk is full at the n-th commit, for each n: whatever was sent stands in the outbox, and the next run ends well. */
    @Trap("K8")
    @Test
    void nothingIsSentThatCouldNotBeRemembered() {
        List<ChangeSet> plan = List.of(set(1, fields(1), creation(1)), set(2, fields(2), closure(2)));
        for (int n = 1; n <= 7; n++) {
            FakeOrg sandbox = new FakeOrg();
            int[] left = {n};
            Outbox full = new Outbox(
                    database.template(),
                    new FailingTransactions(database.transaction(), () -> --left[0] == 0),
                    Clock.systemUTC(),
                    StepWatch.NOBODY);
            int run = 10 + n;
            assertThatThrownBy(() -> writing(sandbox, full).write(lease, run, plan))
                    .isInstanceOf(DataAccessResourceFailureException.class);

            int sent = sandbox.calls.stream().mapToInt(List::size).sum();
            int remembered = outbox.count(ORG, run, Outbox.State.SENT) + outbox.count(ORG, run, Outbox.State.DONE);
            assertThat(sent).as("commit %d", n).isLessThanOrEqualTo(remembered);

            assertThat(writing(sandbox, outbox).write(lease, 100 + n, plan).complete())
                    .isTrue();
            assertThat(sandbox.tasksMade()).isEqualTo(1);
        }
    }

    private Writeback writing(FakeOrg to, Outbox by) {
        return new Writeback(
                to, by, quarantine, settled::addAll, pauses::add, new WritebackSettings(KEY, "Not Started", 3));
    }

    @Test
    void recordingAPlanTwiceRecordsItOnceAndOrgsAreApart() {
        outbox.plan(lease, 1, List.of(fields(1), creation(1)));
        outbox.plan(lease, 1, List.of(fields(1), creation(1)));
        outbox.plan(HeldForTests.lease(database, RecordId.of("00D000000000002")), 1, List.of(fields(1)));

        assertThat(outbox.count(ORG, 1, Outbox.State.PLANNED)).isEqualTo(2);
    }

    private static RecordId account(int number) {
        return RecordId.of("001" + String.format("%012d", number));
    }

    private static RecordId idOf(RecordWrite write) {
        return ((RecordWrite.Update) write).id();
    }

    private static ChangeSet set(int account, Change... changes) {
        return new ChangeSet(
                account(account),
                List.of(changes),
                List.of(),
                Set.of(),
                false,
                false,
                false,
                new VerdictMark("v", "t"));
    }

    private static Change fields(int account) {
        return new Change.AccountUpdate(
                account(account),
                List.of(
                        new FieldChange(HEALTH, FieldValue.EMPTY, FieldValue.number(72), "first"),
                        new FieldChange(BAND, FieldValue.text("Red"), FieldValue.EMPTY, "gone")));
    }

    private static Change creation(int account) {
        return new Change.TaskCreation(
                account(account),
                "key-" + account,
                RecordId.of("005000000000001"),
                "subject",
                "description",
                "High",
                LocalDate.of(2026, 7, 2),
                "why");
    }

    private static Change refresh(int account) {
        return new Change.TaskRefresh(
                account(account),
                RecordId.of("00T000000000001"),
                "refresh-" + account,
                "subject",
                "description",
                "High",
                "why");
    }

    private static Change closure(int account) {
        return new Change.TaskClosure(
                account(account),
                RecordId.of("00T000000000002"),
                "closure-" + account,
                "Completed",
                "description",
                "why");
    }
}
