package io.plumbline.salesforce.soap;

import static io.plumbline.salesforce.soap.SoapText.refused;
import static io.plumbline.salesforce.soap.SoapText.saved;
import static io.plumbline.salesforce.soap.SoapText.upserted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.http.Fault;
import io.plumbline.crm.FieldName;
import io.plumbline.crm.FieldValue;
import io.plumbline.crm.ObjectName;
import io.plumbline.crm.RecordId;
import io.plumbline.salesforce.RecordWrite;
import io.plumbline.salesforce.SalesforceFailedException;
import io.plumbline.salesforce.SalesforceFailure;
import io.plumbline.salesforce.StubOrg;
import io.plumbline.salesforce.WriteOutcome;
import io.plumbline.salesforce.http.Deadlines;
import io.plumbline.testing.Trap;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class WscOrgWriteTest {

    private static final ObjectName ACCOUNT = ObjectName.of("Account");
    private static final ObjectName TASK = ObjectName.of("Task");
    private static final FieldName KEY = FieldName.of("Plumbline_Key__c");

    private final StubOrg stub = new StubOrg();
    private final List<Duration> pauses = new ArrayList<>();
    private final WscOrg org = Orgs.on(stub, pauses);
    private final TimeZone zone = TimeZone.getDefault();

    @AfterEach
    void restore() {
        TimeZone.setDefault(zone);
        stub.close();
    }

    /** What is sent is what was meant, in any zone of the JVM. */
    @Trap({"H1", "H6", "E6"})
    @ParameterizedTest
    @ValueSource(strings = {"UTC", "America/New_York", "Europe/Berlin", "Pacific/Auckland", "Pacific/Kiritimati"})
    void sendsValuesToTheLetterInEveryZoneOfTheJvm(String jvmZone) {
        TimeZone.setDefault(TimeZone.getTimeZone(jvmZone));
        stub.answers("update", saved(id(1)));
        Map<FieldName, FieldValue> fields = new LinkedHashMap<>();
        fields.put(FieldName.of("Plumbline_Health__c"), FieldValue.number(83));
        fields.put(FieldName.of("Plumbline_Attention__c"), FieldValue.number(new BigDecimal("999999999999999999.10")));
        fields.put(FieldName.of("Day__c"), FieldValue.day(LocalDate.of(2024, 3, 31)));
        fields.put(
                FieldName.of("Plumbline_Changed_On__c"),
                FieldValue.moment(Instant.parse("2026-05-04T21:59:59.123456Z")));
        fields.put(FieldName.of("Plumbline_Reasons__c"), FieldValue.text("a < b & \"c\"\r\nnext\u0000 \uD83D\uDE00"));
        fields.put(FieldName.of("Flag__c"), FieldValue.flag(true));
        fields.put(FieldName.of("Plumbline_Band__c"), FieldValue.EMPTY);
        fields.put(FieldName.of("Plumbline_Trend__c"), FieldValue.text("\u0001"));

        assertThat(org.write(List.of(new RecordWrite.Update(ACCOUNT, RecordId.of(id(1)), fields))))
                .containsExactly(new WriteOutcome.Saved(RecordId.of(id(1)), false));

        assertThat(stub.requests("update").get(0))
                .contains("<sobj:type xsi:type=\"xsd:string\">Account</sobj:type>")
                .contains("Id xsi:type=\"xsd:string\">" + id(1) + "<")
                .contains("Plumbline_Health__c xsi:type=\"xsd:double\">83<")
                .contains("Plumbline_Attention__c xsi:type=\"xsd:double\">999999999999999999.1<")
                .contains("Day__c xsi:type=\"xsd:date\">2024-03-31<")
                .contains("Plumbline_Changed_On__c xsi:type=\"xsd:dateTime\">2026-05-04T21:59:59.123Z<")
                .contains("Plumbline_Reasons__c xsi:type=\"xsd:string\">a &lt; b &amp; \"c\"\nnext \uD83D\uDE00<")
                .contains("Flag__c xsi:type=\"xsd:boolean\">true<")
                .contains("fieldsToNull xsi:type=\"xsd:string\">Plumbline_Band__c<")
                .contains("fieldsToNull xsi:type=\"xsd:string\">Plumbline_Trend__c<")
                .doesNotContain("Plumbline_Band__c xsi")
                .contains("triggerUserEmail>false<")
                .contains("client>Plumbline<");
    }

    /** The mail goes out for new tasks whose owners are to get it, in a call of their own, and for nothing else. */
    @Test
    void asksForTheMailOfAssignmentForThoseTasksAlone() {
        stub.answers("update", saved(id(1))).answers("upsert", upserted(taskId(1), true), upserted(taskId(2), true));
        RecordWrite.Upsert silent = (RecordWrite.Upsert) task("k1");
        RecordWrite.Upsert mailed =
                new RecordWrite.Upsert(silent.object(), silent.keyField(), "k2", silent.fields(), true);

        assertThat(org.write(List.of(new RecordWrite.Update(ACCOUNT, RecordId.of(id(1)), Map.of()), silent, mailed)))
                .hasSize(3);

        assertThat(stub.requests("update").get(0)).contains("triggerUserEmail>false<");
        assertThat(stub.requests("upsert"))
                .hasSize(2)
                .satisfiesExactly(
                        call -> assertThat(call).contains(">k1<", "triggerUserEmail>false<"),
                        call -> assertThat(call).contains(">k2<", "triggerUserEmail>true<"));
    }

    @Test
    void upsertsByTheKeyField() {
        stub.answers("upsert", upserted(taskId(1), true) + upserted(taskId(2), false));

        assertThat(org.write(List.of(task("k1"), task("k2"))))
                .containsExactly(
                        new WriteOutcome.Saved(RecordId.of(taskId(1)), true),
                        new WriteOutcome.Saved(RecordId.of(taskId(2)), false));

        assertThat(stub.requests("upsert").get(0))
                .contains("externalIDFieldName>Plumbline_Key__c<")
                .contains("Plumbline_Key__c xsi:type=\"xsd:string\">k1<");
    }

    @Test
    void sendsBatchesOfTwoHundredInTheGivenOrderAndMatchesResultsByPlace() {
        stub.answers("update", savedAll(1, 200), savedAll(201, 201)).answers("upsert", upserted(taskId(1), true));
        List<RecordWrite> writes = new ArrayList<>();
        IntStream.rangeClosed(1, 201).forEach(i -> writes.add(update(i)));
        writes.add(task("k1"));

        List<WriteOutcome> outcomes = org.write(writes);

        assertThat(outcomes).hasSize(202).allMatch(WriteOutcome.Saved.class::isInstance);
        assertThat(outcomes.get(200)).isEqualTo(new WriteOutcome.Saved(RecordId.of(id(201)), false));
        assertThat(stub.requests("update")).hasSize(2);
    }

    /** Each record stands for itself; a failed one's Id is nil. */
    @Trap("F4")
    @Test
    void tellsForEachRecordWhatBecameOfIt() {
        stub.answers(
                "update",
                saved(id(1))
                        + refused("UNABLE_TO_LOCK_ROW", "unable to obtain exclusive access to this record")
                        + refused("STRING_TOO_LONG", "Reasons: data value too large", "Plumbline_Reasons__c")
                        + saved(id(4)));

        List<WriteOutcome> outcomes = org.write(List.of(update(1), update(2), update(3), update(4)));

        assertThat(outcomes.get(0)).isInstanceOf(WriteOutcome.Saved.class);
        assertThat(outcomes.get(1))
                .isInstanceOfSatisfying(
                        WriteOutcome.Refused.class,
                        row -> assertThat(row.passing()).isTrue());
        assertThat(outcomes.get(2)).isInstanceOfSatisfying(WriteOutcome.Refused.class, row -> {
            assertThat(row.passing()).isFalse();
            assertThat(row.fields()).containsExactly("Plumbline_Reasons__c");
            assertThat(row.advice()).contains("Plumbline_Reasons__c on Account");
        });
        assertThat(outcomes.get(3)).isEqualTo(new WriteOutcome.Saved(RecordId.of(id(4)), false));
    }

    /** A code newer than the stub at row 3 of 200 costs no other row. */
    @Trap("F5")
    @Test
    void losesNoCommittedResultToAStatusCodeItDoesNotKnow() {
        stub.answers("update", savedAll(1, 2) + refused("NEW_CODE_2031", "something new", "X__c") + savedAll(4, 200));

        List<WriteOutcome> outcomes = org.write(
                IntStream.rangeClosed(1, 200).mapToObj(WscOrgWriteTest::update).toList());

        assertThat(outcomes).hasSize(200);
        assertThat(outcomes.get(2)).isInstanceOfSatisfying(WriteOutcome.Refused.class, row -> {
            assertThat(row.code()).isEqualTo("NEW_CODE_2031");
            assertThat(row.passing()).isFalse();
        });
        assertThat(outcomes.stream().filter(WriteOutcome.Saved.class::isInstance))
                .hasSize(199);
        assertThat(stub.requests("update")).hasSize(1);
    }

    @Trap({"F1", "F5"})
    @Test
    void knowsTheRowsBeforeTheAnswerWasCutAndSaysOfTheRestThatItIsUnknown() {
        String whole = StubOrg.soap("update", savedAll(1, 3)).build().getBody();
        stub.answersWith("update", StubOrg.xml(200, whole.substring(0, whole.indexOf(id(3)) + 4)));

        List<WriteOutcome> outcomes = org.write(List.of(update(1), update(2), update(3)));

        assertThat(outcomes.subList(0, 2)).allMatch(WriteOutcome.Saved.class::isInstance);
        assertThat(outcomes.get(2)).isInstanceOf(WriteOutcome.Unknown.class);
    }

    /** One POST, and nobody claims to know what it did. */
    @Trap({"F1", "F2"})
    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"EMPTY_RESPONSE", "CONNECTION_RESET_BY_PEER", "RANDOM_DATA_THEN_CLOSE", "MALFORMED_RESPONSE_CHUNK"
            })
    void sendsOnceAndSaysUnknownWhenTheConnectionBreaks(Fault fault) {
        stub.answersWith("upsert", WireMock.aResponse().withFault(fault));

        assertThat(org.write(List.of(task("k1")))).singleElement().isInstanceOf(WriteOutcome.Unknown.class);

        assertThat(stub.requests("upsert")).hasSize(1);
        assertThat(pauses).isEmpty();
    }

    @Trap({"F1", "J8"})
    @Test
    void saysUnknownWhenNoAnswerComesInTime() {
        WscOrg hasty = Orgs.on(
                stub, pauses, new Deadlines(Duration.ofSeconds(10), Duration.ofMillis(1500), Duration.ofSeconds(10)));
        stub.answersWith("update", StubOrg.soap("update", saved(id(1))).withFixedDelay(60_000));

        assertThat(hasty.write(List.of(update(1)))).singleElement().isInstanceOf(WriteOutcome.Unknown.class);
        assertThat(stub.requests("update")).hasSize(1);
    }

    @Test
    void saysUnknownForAFaultThatDoesNotTellWhetherAnythingHappened() {
        stub.answersWith("update", StubOrg.fault("UnexpectedErrorFault", "UNKNOWN_EXCEPTION", "An unexpected error"));

        assertThat(org.write(List.of(update(1)))).singleElement().isInstanceOf(WriteOutcome.Unknown.class);
        assertThat(stub.requests("update")).hasSize(1);
    }

    /** The replay carries the same records. */
    @Trap("A9")
    @Test
    void renewsADeadSessionAndSendsTheSameRecordsAgain() {
        stub.tokens(stub.token("T1"), stub.token("T2"))
                .answersWith("update", StubOrg.deadSession(), StubOrg.soap("update", saved(id(1))));

        assertThat(org.write(List.of(update(1)))).singleElement().isInstanceOf(WriteOutcome.Saved.class);

        List<String> sent = stub.requests("update");
        assertThat(sent).hasSize(2);
        assertThat(sent.get(1)).isEqualTo(sent.get(0).replace("canary-token-T1", "canary-token-T2"));
    }

    @Trap("J5")
    @Test
    void throwsWhenCertainlyNothingWasWritten() {
        stub.answersWith(
                "update",
                StubOrg.fault(
                        "UnexpectedErrorFault",
                        "INSERT_UPDATE_DELETE_NOT_ALLOWED_DURING_MAINTENANCE",
                        "read-only mode"));

        assertThatThrownBy(() -> org.write(List.of(update(1))))
                .isInstanceOfSatisfying(
                        SalesforceFailedException.class,
                        e -> assertThat(e.failure()).isInstanceOf(SalesforceFailure.Maintenance.class));
        assertThat(stub.requests("update")).hasSize(1);
    }

    @Test
    void keepsTheOutcomesOfEarlierBatchesWhenALaterOneIsNotLetIn() {
        stub.answersWith(
                "update",
                StubOrg.soap("update", savedAll(1, 200)),
                StubOrg.fault("UnexpectedErrorFault", "REQUEST_LIMIT_EXCEEDED", "TotalRequests Limit exceeded."));

        List<WriteOutcome> outcomes = org.write(
                IntStream.rangeClosed(1, 401).mapToObj(WscOrgWriteTest::update).toList());

        assertThat(outcomes.subList(0, 200)).allMatch(WriteOutcome.Saved.class::isInstance);
        assertThat(outcomes.subList(200, 401))
                .hasSize(201)
                .allSatisfy(outcome -> assertThat(outcome).isInstanceOfSatisfying(WriteOutcome.Refused.class, row -> {
                    assertThat(row.code()).isEqualTo("NOT_SENT");
                    assertThat(row.passing()).isTrue();
                }));
        // The third goes out with the second.
        assertThat(stub.requests("update")).hasSize(3);
    }

    @Test
    void knowsTheOutcomesOfManyBatchesByPlaceHoweverManyAreUnderWay() {
        stub.answers("update", savedAll(1, 200));
        AtomicInteger asked = new AtomicInteger();

        List<WriteOutcome> outcomes = org.write(
                IntStream.rangeClosed(1, 1300).mapToObj(WscOrgWriteTest::update).toList(), asked::incrementAndGet);

        assertThat(outcomes.subList(0, 1200))
                .isEqualTo(IntStream.rangeClosed(1, 1200)
                        .mapToObj(i -> new WriteOutcome.Saved(RecordId.of(id(i)), false))
                        .toList());
        assertThat(outcomes).hasSize(1300);
        assertThat(stub.requests("update")).hasSize(7);
        assertThat(asked).hasValue(7);
    }

    @Test
    void holdsTheRestBackAfterTwoBatchesWithoutAnAnswer() {
        stub.answersWith("update", WireMock.aResponse().withFault(Fault.EMPTY_RESPONSE));

        List<WriteOutcome> outcomes = org.write(
                IntStream.rangeClosed(1, 601).mapToObj(WscOrgWriteTest::update).toList());

        assertThat(outcomes.subList(0, 400)).allMatch(WriteOutcome.Unknown.class::isInstance);
        assertThat(outcomes.subList(400, 601)).allMatch(WriteOutcome.Refused.class::isInstance);
        assertThat(stub.requests("update")).hasSize(2);
    }

    @Test
    void tellsEachRecordWhenTheRequestItselfIsRefused() {
        stub.answersWith(
                "update",
                StubOrg.fault(
                        "InvalidFieldFault",
                        "INVALID_FIELD",
                        "No such column 'Plumbline_Health__c' on sobject of type Account"));

        assertThat(org.write(List.of(update(1), update(2))))
                .hasSize(2)
                .allSatisfy(outcome -> assertThat(outcome).isInstanceOfSatisfying(WriteOutcome.Refused.class, row -> {
                    assertThat(row.code()).isEqualTo("INVALID_FIELD");
                    assertThat(row.message()).contains("Plumbline_Health__c");
                    assertThat(row.passing()).isFalse();
                    assertThat(row.advice()).contains("salesforce-metadata");
                }));
    }

    /** WSC's connection is not thread-safe: shared, some of these requests would lose or gain types. */
    @Test
    void composesEachRequestAloneHoweverManyThreadsWrite() throws Exception {
        stub.answers("update", saved(id(1)));
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<List<WriteOutcome>>> work = new ArrayList<>();
            IntStream.rangeClosed(1, 200).forEach(i -> work.add(() -> org.write(List.of(update(i)))));
            for (Future<List<WriteOutcome>> done : threads.invokeAll(work)) {
                assertThat(done.get()).singleElement().isInstanceOf(WriteOutcome.Saved.class);
            }
        } finally {
            threads.shutdownNow();
        }

        Pattern typed = Pattern.compile("xsi:type=");
        assertThat(stub.requests("update")).hasSize(200).allSatisfy(request -> {
            assertThat(typed.matcher(request).results().count()).isEqualTo(3); // object, Id and the one field
            assertThat(request).containsPattern("Plumbline_Health__c xsi:type=\"xsd:double\">\\d+<");
        });
        assertThat(stub.signIns()).hasSize(1);
    }

    @Test
    void sendsNothingForAnEmptyList() {
        assertThat(org.write(List.of())).isEmpty();
        assertThat(org.usage().ours()).isZero();
    }

    private static RecordWrite update(int number) {
        return new RecordWrite.Update(
                ACCOUNT,
                RecordId.of(id(number)),
                Map.of(FieldName.of("Plumbline_Health__c"), FieldValue.number(number % 100)));
    }

    private static RecordWrite task(String key) {
        return new RecordWrite.Upsert(TASK, KEY, key, Map.of(FieldName.of("Subject"), FieldValue.text("Renew")));
    }

    private static String savedAll(int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(i -> saved(id(i))).reduce("", String::concat);
    }

    private static String id(int number) {
        return RecordId.of("0015e0000%06d".formatted(number)).value();
    }

    private static String taskId(int number) {
        return RecordId.of("00T5e0000%06d".formatted(number)).value();
    }
}
