package io.plumbline.salesforce.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.crm.FieldName;
import io.plumbline.crm.FieldValue;
import io.plumbline.crm.ObjectName;
import io.plumbline.crm.RecordId;
import io.plumbline.salesforce.RecordWrite;
import io.plumbline.salesforce.SalesforceFailedException;
import io.plumbline.salesforce.SalesforceFailure;
import io.plumbline.salesforce.SignIn;
import io.plumbline.salesforce.WriteGuard;
import io.plumbline.salesforce.WriteOutcome;
import io.plumbline.salesforce.call.WriteBatch;
import io.plumbline.sandbox.SandboxFixture;
import io.plumbline.sandbox.control.Fault;
import io.plumbline.sandbox.control.FaultRule;
import io.plumbline.testing.Trap;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ingest jobs against an org that shares no code with us, over HTTP. */
class BulkWritingOnSandboxTest {

    private static final ObjectName ACCOUNT = ObjectName.of("Account");
    private static final ObjectName TASK = ObjectName.of("Task");
    private static final FieldName HEALTH = FieldName.of("Plumbline_Health__c");
    private static final FieldName BAND = FieldName.of("Plumbline_Band__c");
    private static final FieldName DETAIL = FieldName.of("Plumbline_Detail__c");
    private static final FieldName CHANGED_ON = FieldName.of("Plumbline_Changed_On__c");
    private static final FieldName KEY = FieldName.of("Plumbline_Key__c");

    private final SandboxFixture fixture = new SandboxFixture();
    private final BulkSettings settings = BulkSettings.standard();
    private SignIn signIn;

    @BeforeEach
    void signIn() {
        URI address = URI.create(fixture.sandbox.instanceUrl());
        signIn = new SignIn.ClientCredentials(address, fixture.sandbox.clientId(), fixture.sandbox.clientSecret());
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    /** Columns come from all rows: what the first one does not name is written for the second all the same. */
    @Trap("E6")
    @Test
    void writesClearsAndLeavesAlone() {
        String one = account();
        String two = account();

        List<WriteOutcome> outcomes = write(List.of(
                update(one, Map.of(HEALTH, FieldValue.number(83), BAND, FieldValue.EMPTY)),
                update(two, Map.of(DETAIL, FieldValue.text("x")))));

        assertThat(outcomes).containsExactly(saved(one), saved(two));
        assertThat(stored(one, "Plumbline_Health__c")).isEqualTo("83");
        assertThat(stored(one, "Plumbline_Band__c")).isEqualTo("null");
        assertThat(stored(two, "Plumbline_Band__c")).isEqualTo("Green");
        assertThat(stored(two, "Plumbline_Health__c")).isEqualTo("10");
        assertThat(stored(two, "Plumbline_Detail__c")).isEqualTo("x");
    }

    /** A text of blanks is one that Salesforce keeps as nothing; sent empty it would leave the old one there. */
    @Trap("E6")
    @Test
    void clearsWhereTheTextIsBlank() {
        String account = account();

        write(List.of(update(account, Map.of(BAND, new FieldValue.Text("  ")))));

        assertThat(stored(account, "Plumbline_Band__c")).isEqualTo("null");
    }

    @Trap({"E1", "E5", "E8", "E9"})
    @Test
    void writesTextsThatLookLikeCsv() {
        List<String> nasty = List.of(
                "\"",
                ",",
                "\"a\",\"b\"",
                "line\nline",
                "cr\r\nlf",
                "a\u2028b",
                "\uD83D\uDE00 \u00e9",
                "null",
                "=1+1",
                "\\",
                "a\u0000b\u000Bc\uFFFE",
                "half \uD83D",
                "'");
        List<RecordWrite> writes = nasty.stream()
                .map(text -> update(account(), Map.of(DETAIL, FieldValue.text(text))))
                .toList();

        assertThat(write(writes)).allSatisfy(outcome -> assertThat(outcome).isInstanceOf(WriteOutcome.Saved.class));

        assertThat(writes.stream()
                        .map(write -> stored(((RecordWrite.Update) write).id().value(), "Plumbline_Detail__c")))
                .containsExactly(
                        "\"",
                        ",",
                        "\"a\",\"b\"",
                        "line\nline",
                        "cr\nlf",
                        "a\u2028b",
                        "\uD83D\uDE00 \u00e9",
                        "null",
                        "=1+1",
                        "\\",
                        "abc",
                        "half \uFFFD",
                        "'");
    }

    @Trap({"H1", "H6"})
    @Test
    void writesNumbersDatesAndMomentsToTheLetter() {
        String account = account();
        Instant moment = Instant.parse("2026-03-29T01:30:00.123Z");

        write(List.of(update(account, Map.of(CHANGED_ON, FieldValue.moment(moment)))));
        write(WriteBatch.of(List.of(task("k", account)), 10).get(0));

        assertThat(fixture.data.stored(account).get("Plumbline_Changed_On__c")).isEqualTo(moment);
        assertThat(tasks())
                .singleElement()
                .satisfies(id ->
                        assertThat(fixture.data.stored(id).get("ActivityDate")).isEqualTo(LocalDate.of(2026, 3, 31)));
    }

    /** Results come in any order, refusals among them; each row has its own. */
    @Trap("D8")
    @Test
    void findsTheOutcomeOfEachRowByItsKey() {
        fixture.sandbox.bulkPace().reversed(true);
        List<String> accounts = IntStream.range(0, 6).mapToObj(i -> account()).toList();
        fixture.sandbox
                .faults()
                .add(FaultRule.always(
                        "*",
                        new Fault.RowError(
                                "UNABLE_TO_LOCK_ROW", "locked", List.of(), Set.of(accounts.get(1)), Set.of())));
        List<RecordWrite> writes = new ArrayList<>();
        accounts.forEach(id -> writes.add(update(id, Map.of(HEALTH, FieldValue.number(50)))));
        writes.set(4, update(accounts.get(4), Map.of(BAND, FieldValue.text("Purple"))));

        List<WriteOutcome> outcomes = write(writes);

        assertThat(outcomes).hasSize(6);
        assertThat(outcomes.get(0)).isEqualTo(saved(accounts.get(0)));
        assertThat(outcomes.get(5)).isEqualTo(saved(accounts.get(5)));
        assertThat(outcomes.get(1)).isInstanceOfSatisfying(WriteOutcome.Refused.class, row -> {
            assertThat(row.code()).isEqualTo("UNABLE_TO_LOCK_ROW");
            assertThat(row.passing()).isTrue();
        });
        assertThat(outcomes.get(4)).isInstanceOfSatisfying(WriteOutcome.Refused.class, row -> {
            assertThat(row.code()).isEqualTo("INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST");
            assertThat(row.fields()).containsExactly("Plumbline_Band__c");
            assertThat(row.passing()).isFalse();
        });
    }

    /** Cut inside a letter, a text would not come back; one that is too long concerns its own row only. */
    @Trap("E10")
    @Test
    void writesLongTextsUpToTheLastLetter() {
        FieldName reasons = FieldName.of("Plumbline_Reasons__c");
        int length = 2000;
        List<RecordWrite> writes = List.of(
                update(account(), Map.of(reasons, FieldValue.text("x".repeat(length - 2) + "\uD83D\uDE00"))),
                update(account(), Map.of(reasons, FieldValue.text("x".repeat(100_000)))),
                update(account(), Map.of(DETAIL, FieldValue.text("\uD83D\uDE00".repeat(5_000)))));

        List<WriteOutcome> outcomes = write(writes);

        assertThat(outcomes.get(0)).isInstanceOf(WriteOutcome.Saved.class);
        assertThat(outcomes.get(1))
                .isInstanceOfSatisfying(
                        WriteOutcome.Refused.class,
                        row -> assertThat(row.code()).isEqualTo("STRING_TOO_LONG"));
        assertThat(outcomes.get(2)).isInstanceOf(WriteOutcome.Saved.class);
        assertThat(stored(((RecordWrite.Update) writes.get(2)).id().value(), "Plumbline_Detail__c"))
                .isEqualTo("\uD83D\uDE00".repeat(5_000));
    }

    @Trap("F1")
    @Test
    void makesOneTaskHoweverOftenItIsSent() {
        String account = account();

        List<WriteOutcome> first = write(List.of(task("k-1", account), task("k-2", account)));
        List<WriteOutcome> second = write(List.of(task("k-1", account), task("k-2", account)));

        assertThat(first)
                .allSatisfy(outcome ->
                        assertThat(((WriteOutcome.Saved) outcome).created()).isTrue());
        assertThat(second)
                .allSatisfy(outcome ->
                        assertThat(((WriteOutcome.Saved) outcome).created()).isFalse());
        assertThat(tasks()).hasSize(2);
    }

    /** The job is asked whether it was closed; its rows are never sent again. */
    @Trap("F1")
    @ParameterizedTest
    @CsvSource({"bulk.ingest.close, 1", "bulk.ingest.upload, 2", "bulk.ingest.create, 2"})
    void writesOnceWhenAnAnswerIsLost(String operation, int jobsMade) {
        String account = account();
        fixture.sandbox.faults().add(FaultRule.next(operation, new Fault.ResetAfter()));

        assertThat(write(List.of(update(account, Map.of(HEALTH, FieldValue.number(50))))))
                .containsExactly(saved(account));

        assertThat(fixture.sandbox.journal().effects()).hasSize(1);
        assertThat(fixture.sandbox.journal().entries("bulk.ingest.create")).hasSize(jobsMade);
        assertThat(fixture.sandbox.journal().entries("bulk.ingest.close")).hasSize(1);
    }

    @Trap("F1")
    @Test
    void saysUnknownWhenNobodyCanTellWhetherTheJobWasClosed() {
        String account = account();
        fixture.sandbox.faults().add(FaultRule.next("bulk.ingest.close", new Fault.ResetAfter()));
        fixture.sandbox.faults().add(FaultRule.always("bulk.ingest.status", new Fault.ResetBefore()));

        assertThat(write(List.of(update(account, Map.of(HEALTH, FieldValue.number(50))))))
                .singleElement()
                .isInstanceOfSatisfying(
                        WriteOutcome.Unknown.class,
                        unknown -> assertThat(unknown.reason()).contains("750000000000", "Bulk Data Load Jobs"));

        assertThat(fixture.sandbox.journal().effects()).hasSize(1);
    }

    /** One fault at any call: the same rows in the org, once each, and told as they are. */
    @Trap({"A1", "A9", "J4", "J6"})
    @ParameterizedTest
    @ValueSource(
            strings = {
                "bulk.ingest.create",
                "bulk.ingest.upload",
                "bulk.ingest.close",
                "bulk.ingest.status",
                "bulk.ingest.successfulResults"
            })
    void survivesOneFaultAtAnyCall(String operation) {
        int round = 0;
        for (Fault fault : List.of(
                new Fault.DeadSession(Optional.empty(), true),
                new Fault.DeadSession(Optional.empty(), false),
                new Fault.ResetBefore(),
                new Fault.ResetAfter(),
                new Fault.CutBody(10),
                new Fault.Maintenance(503),
                new Fault.Maintenance(200),
                new Fault.Refuse("SERVER_UNAVAILABLE", "try later"))) {
            String account = account();
            int health = ++round;
            int before = fixture.sandbox.journal().effects().size();
            fixture.sandbox.faults().add(FaultRule.next(operation, fault));

            assertThat(write(List.of(update(account, Map.of(HEALTH, FieldValue.number(health))))))
                    .as(operation + " " + fault)
                    .containsExactly(saved(account));

            assertThat(stored(account, "Plumbline_Health__c")).isEqualTo(String.valueOf(health));
            assertThat(fixture.sandbox.journal().effects().size() - before)
                    .as(operation + " " + fault)
                    .isEqualTo(1);
            fixture.sandbox.faults().clear();
        }
    }

    @Test
    void throwsWhenCertainlyNothingWasWritten() {
        fixture.sandbox.faults().add(FaultRule.always("bulk.ingest.create", new Fault.LimitReached()));

        assertThatThrownBy(() -> write(List.of(update(account(), Map.of(HEALTH, FieldValue.number(50))))))
                .isInstanceOfSatisfying(
                        SalesforceFailedException.class,
                        e -> assertThat(e.failure()).isInstanceOf(SalesforceFailure.LimitReached.class));
    }

    /** One file a job; the rows after a job that could not be made are not lost and not written. */
    @Test
    void makesAsManyJobsAsTheSizeOfTheUploadAsksFor() {
        List<String> accounts = IntStream.range(0, 5).mapToObj(i -> account()).toList();
        List<RecordWrite> writes = accounts.stream()
                .map(id -> update(id, Map.of(HEALTH, FieldValue.number(50))))
                .toList();
        fixture.sandbox.faults().add(FaultRule.at(3, "bulk.ingest.create", new Fault.LimitReached()));

        List<WriteOutcome> outcomes = transport(settings.withUploadBytes(70))
                .write(batch(writes), WriteGuard.NONE)
                .orElseThrow();

        assertThat(outcomes.subList(0, 4))
                .containsExactlyElementsOf(accounts.subList(0, 4).stream()
                        .map(BulkWritingOnSandboxTest::saved)
                        .toList());
        assertThat(outcomes.get(4)).isInstanceOfSatisfying(WriteOutcome.Refused.class, row -> {
            assertThat(row.code()).isEqualTo("NOT_SENT");
            assertThat(row.passing()).isTrue();
        });
        assertThat(fixture.sandbox.journal().entries("bulk.ingest.upload")).hasSize(2);
    }

    @Trap("D7")
    @Test
    void stopsAJobThatHangs() {
        fixture.sandbox.bulkPace().pollsInProgress(1_000_000);
        String account = account();

        List<WriteOutcome> outcomes = write(List.of(update(account, Map.of(HEALTH, FieldValue.number(50)))));

        // The sandbox works an upload off when it is closed: the row is there, and its result says so.
        assertThat(outcomes).containsExactly(saved(account));
        assertThat(fixture.sandbox.journal().entries("bulk.ingest.abort")).hasSize(1);
        assertThat(fixture.sandbox.journal().entries("bulk.ingest.create")).hasSize(1);
    }

    /** Asked before the job is handed over, then at each look. */
    @Trap({"D7", "K3"})
    @ParameterizedTest(name = "at question {0}")
    @ValueSource(ints = {1, 2, 5})
    void stopsTheJobWhenItMayNotGoOn(int question) {
        fixture.sandbox.bulkPace().pollsInProgress(1_000_000);
        AtomicInteger asked = new AtomicInteger();
        List<RecordWrite> writes = List.of(update(account(), Map.of(HEALTH, FieldValue.number(50))));

        assertThatThrownBy(() -> transport(settings).write(batch(writes), () -> {
                    if (asked.incrementAndGet() == question) {
                        throw new IllegalStateException("somebody else does it");
                    }
                }))
                .hasMessage("somebody else does it");

        assertThat(asked).hasValue(question);
        assertThat(fixture.sandbox.journal().entries("bulk.ingest.abort")).hasSize(1);
        assertThat(fixture.sandbox.journal().entries("bulk.ingest.close")).hasSize(question == 1 ? 0 : 1);
    }

    @Test
    void tellsEachRowWhyItsJobFailed() {
        String account = account();

        List<WriteOutcome> outcomes =
                write(List.of(update(account, Map.of(FieldName.of("No_Such__c"), FieldValue.number(1)))));

        assertThat(outcomes).singleElement().isInstanceOfSatisfying(WriteOutcome.Refused.class, row -> {
            assertThat(row.message()).contains("No_Such__c");
            assertThat(row.passing()).isFalse();
            assertThat(row.advice()).contains("administrator");
        });
    }

    @Test
    void tellsEachRowWhenTheKeyFieldIsNone() {
        RecordWrite upsert = new RecordWrite.Upsert(
                TASK, FieldName.of("Subject"), "k", Map.of(FieldName.of("Priority"), FieldValue.text("High")));

        assertThat(write(List.of(upsert))).singleElement().isInstanceOf(WriteOutcome.Refused.class);
        assertThat(fixture.sandbox.journal().effects()).isEmpty();
    }

    @Trap("B11")
    @Test
    void leavesAnObjectThatBulkDoesNotTakeToAnotherWay() {
        fixture.sandbox
                .faults()
                .add(FaultRule.next(
                        "bulk.ingest.create", new Fault.Refuse("INVALIDENTITY", "not supported by the Bulk API")));

        assertThat(transport(settings).write(batch(List.of(update(account(), Map.of()))), WriteGuard.NONE))
                .isEmpty();
    }

    private List<WriteOutcome> write(List<RecordWrite> writes) {
        return write(batch(writes));
    }

    private List<WriteOutcome> write(WriteBatch batch) {
        return transport(settings).write(batch, WriteGuard.NONE).orElseThrow();
    }

    private static WriteBatch batch(List<RecordWrite> writes) {
        return WriteBatch.of(writes, Integer.MAX_VALUE).get(0);
    }

    private BulkTransport transport(BulkSettings how) {
        return Transports.on(signIn, how);
    }

    private String account() {
        return fixture.data.create(
                "Account", "Name", "Nordwind", "Plumbline_Band__c", "Green", "Plumbline_Health__c", 10);
    }

    private String stored(String id, String field) {
        return String.valueOf(fixture.data.stored(id).get(field));
    }

    private List<String> tasks() {
        try {
            return fixture.asAdministrator()
                    .get("query?q=SELECT+Id+FROM+Task")
                    .json()
                    .path("records")
                    .valueStream()
                    .map(task -> task.path("Id").asString())
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static WriteOutcome saved(String id) {
        return new WriteOutcome.Saved(RecordId.of(id), false);
    }

    private static RecordWrite update(String id, Map<FieldName, FieldValue> fields) {
        return new RecordWrite.Update(ACCOUNT, RecordId.of(id), fields);
    }

    private static RecordWrite task(String key, String account) {
        return new RecordWrite.Upsert(
                TASK,
                KEY,
                key,
                Map.of(
                        FieldName.of("Subject"), FieldValue.text("Renew the plan"),
                        FieldName.of("WhatId"), FieldValue.text(account),
                        FieldName.of("ActivityDate"), FieldValue.day(LocalDate.of(2026, 3, 31))));
    }
}
