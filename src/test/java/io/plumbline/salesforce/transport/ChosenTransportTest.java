package io.plumbline.salesforce.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.crm.FieldName;
import io.plumbline.crm.FieldValue;
import io.plumbline.crm.ObjectName;
import io.plumbline.crm.RecordId;
import io.plumbline.salesforce.RecordWrite;
import io.plumbline.salesforce.SignIn;
import io.plumbline.salesforce.SoqlQuery;
import io.plumbline.salesforce.StreamRequest;
import io.plumbline.salesforce.StreamResult;
import io.plumbline.salesforce.WriteOutcome;
import io.plumbline.salesforce.auth.AccessTokens;
import io.plumbline.salesforce.bulk.BulkSettings;
import io.plumbline.salesforce.bulk.BulkTransport;
import io.plumbline.salesforce.call.CallPolicy;
import io.plumbline.salesforce.call.OrgConnection;
import io.plumbline.salesforce.http.Deadlines;
import io.plumbline.salesforce.http.SalesforceHttp;
import io.plumbline.salesforce.soap.WscOrg;
import io.plumbline.sandbox.SandboxFixture;
import io.plumbline.sandbox.control.Fault;
import io.plumbline.sandbox.control.FaultRule;
import io.plumbline.testing.Trap;
import io.plumbline.testing.TurnedClock;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** SOAP for little, Bulk for much, against an org that shares no code with us. */
class ChosenTransportTest {

    private static final ObjectName ACCOUNT = ObjectName.of("Account");
    private static final FieldName DETAIL = FieldName.of("Plumbline_Detail__c");
    private static final SoqlQuery NAMES =
            new SoqlQuery(ACCOUNT, List.of(FieldName.of("Name")), Optional.empty(), Optional.of("Name"), false);

    private final SandboxFixture fixture = new SandboxFixture();
    private final Set<String> read = new HashSet<>();
    private ChosenTransport org;

    @BeforeEach
    void open() {
        SignIn signIn = new SignIn.ClientCredentials(
                URI.create(fixture.sandbox.instanceUrl()), fixture.sandbox.clientId(), fixture.sandbox.clientSecret());
        AccessTokens tokens = new AccessTokens(signIn, new SalesforceHttp(Deadlines.SIGN_IN), Clock.systemUTC());
        TurnedClock clock = new TurnedClock(Instant.parse("2026-05-04T10:00:00Z"));
        OrgConnection session = new OrgConnection(
                tokens, new SalesforceHttp(Deadlines.SIGN_IN), new CallPolicy(3, 100, 5, clock::turn));
        org = new ChosenTransport(
                new WscOrg(tokens, session, 2000),
                new BulkTransport(session, BulkSettings.standard().withPause(clock::turn), clock),
                new BulkThresholds(4, 3));
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void declinesToStreamFewRowsAfterOneCount() {
        accounts(3);

        assertThat(stream(StreamRequest.of(NAMES)))
                .isInstanceOfSatisfying(
                        StreamResult.Declined.class,
                        few -> assertThat(few.reason()).contains("3 rows of Account"));

        assertThat(org.usage().ours()).isEqualTo(1);
        assertThat(bulkCalls()).isZero();
    }

    @Test
    void streamsFromTheThresholdOn() {
        List<String> ids = accounts(4);

        assertThat(stream(StreamRequest.of(NAMES))).isEqualTo(new StreamResult.Whole(4));

        assertThat(read).containsExactlyInAnyOrderElementsOf(ids);
    }

    @Test
    void doesNotCountWhatTheCallerCounted() {
        accounts(1);

        assertThat(stream(StreamRequest.of(NAMES).expecting(3))).isInstanceOf(StreamResult.Declined.class);
        assertThat(org.usage().ours()).isZero();
        assertThat(stream(StreamRequest.of(NAMES).expecting(4))).isEqualTo(new StreamResult.Whole(1));
    }

    /** The caller asks page by page then, and gets the same records. */
    @Trap("B11")
    @Test
    void declinesWhatBulkDoesNotGiveSoThatPagesAreAsked() {
        List<String> ids = accounts(5);
        fixture.sandbox
                .faults()
                .add(FaultRule.next(
                        "bulk.query.create",
                        new Fault.Refuse("INVALIDENTITY", "Entity 'Account' is not supported by the Bulk API.")));

        assertThat(stream(StreamRequest.of(NAMES))).isInstanceOf(StreamResult.Declined.class);

        assertThat(org.query(NAMES).records().stream().map(record -> record.id().value()))
                .containsExactlyInAnyOrderElementsOf(ids);
    }

    /** Deleted ones count where they are asked for; what cannot be counted hides nothing of the rest. */
    @Test
    void countsFiveQueriesInOneCall() {
        List<String> ids = accounts(5);
        fixture.sandbox.org().delete(fixture.sandbox.org().administrator(), List.of(ids.getFirst()), true);
        SoqlQuery all = new SoqlQuery(ACCOUNT, List.of(), Optional.empty(), Optional.empty(), true);
        SoqlQuery live = new SoqlQuery(ACCOUNT, List.of(), Optional.empty(), Optional.empty(), false);
        SoqlQuery one = new SoqlQuery(
                ACCOUNT,
                List.of(),
                Optional.of("Id = '" + ids.get(1) + "' AND Name != 'a+b&c%20ü'"),
                Optional.empty(),
                false);
        SoqlQuery wrong = new SoqlQuery(ACCOUNT, List.of(), Optional.of("Nowhere__c = 1"), Optional.empty(), false);

        List<OptionalLong> counts = org.counts(List.of(all, live, wrong, one, all));

        assertThat(counts)
                .containsExactly(
                        OptionalLong.of(5),
                        OptionalLong.of(4),
                        OptionalLong.empty(),
                        OptionalLong.of(1),
                        OptionalLong.of(5));
        assertThat(org.usage().ours()).isEqualTo(1);
        assertThat(fixture.sandbox.journal().apiCalls()).hasSize(1);
    }

    @Trap("A1")
    @Test
    void countsOnWithANewSession() {
        accounts(3);
        org.counts(List.of(NAMES));
        fixture.sandbox.levers().killSessions();

        assertThat(org.counts(List.of(NAMES))).containsExactly(OptionalLong.of(3));
    }

    @Test
    void writesFewBySoapAndManyByAJob() {
        List<String> ids = accounts(3);

        assertThat(org.write(updates(ids.subList(0, 2), "few")))
                .hasSize(2)
                .allMatch(WriteOutcome.Saved.class::isInstance);
        assertThat(bulkCalls()).isZero();
        assertThat(org.write(updates(ids, "many"))).hasSize(3).allMatch(WriteOutcome.Saved.class::isInstance);

        assertThat(fixture.sandbox.journal().entries("bulk.ingest.upload")).hasSize(1);
        assertThat(ids).allSatisfy(id -> assertThat(stored(id)).isEqualTo("many"));
    }

    /** Each record has its outcome at its place, whichever way it went. */
    @Test
    void keepsTheOrderOfAMixedList() {
        List<String> ids = accounts(5);
        RecordWrite task = new RecordWrite.Upsert(
                ObjectName.of("Task"),
                FieldName.of("Plumbline_Key__c"),
                "k",
                Map.of(
                        FieldName.of("Subject"),
                        FieldValue.text("s"),
                        FieldName.of("WhatId"),
                        FieldValue.text(ids.get(0))));
        List<RecordWrite> writes = new ArrayList<>(updates(ids, "x"));
        writes.add(0, task);
        writes.addAll(updates(ids.subList(0, 1), "y"));

        List<WriteOutcome> outcomes = org.write(writes);

        assertThat(outcomes).hasSize(7).allMatch(WriteOutcome.Saved.class::isInstance);
        assertThat(outcomes.subList(1, 6).stream()
                        .map(outcome -> ((WriteOutcome.Saved) outcome).id().value()))
                .containsExactlyElementsOf(ids);
        assertThat(stored(ids.get(0))).isEqualTo("y");
    }

    /** In a job it would clear the field. */
    @Trap("E6")
    @Test
    void writesTheWordForNothingAsAWord() {
        List<String> ids = accounts(6);
        List<RecordWrite> writes = new ArrayList<>(updates(ids, "x"));
        writes.set(5, updates(ids, "#N/A").get(5));

        assertThat(org.write(writes)).hasSize(6).allMatch(WriteOutcome.Saved.class::isInstance);

        assertThat(stored(ids.get(5))).isEqualTo("#N/A");
        assertThat(stored(ids.get(0))).isEqualTo("x");
        assertThat(bulkCalls()).isPositive();
    }

    @Test
    void sendsNothingMoreAfterAFailureOfTheWhole() {
        List<String> ids = accounts(3);
        fixture.sandbox.faults().add(FaultRule.always("soap.*", new Fault.LimitReached()));
        List<RecordWrite> writes = Stream.concat(updates(ids, "x").stream(), updates(ids.subList(0, 1), "y").stream())
                .toList();

        List<WriteOutcome> outcomes = org.write(writes);

        assertThat(outcomes.subList(0, 3)).allMatch(WriteOutcome.Saved.class::isInstance);
        assertThat(outcomes.get(3)).isInstanceOfSatisfying(WriteOutcome.Refused.class, row -> {
            assertThat(row.code()).isEqualTo("NOT_SENT");
            assertThat(row.passing()).isTrue();
        });
    }

    @Trap("B11")
    @Test
    void writesBySoapWhatBulkDoesNotTake() {
        List<String> ids = accounts(3);
        fixture.sandbox
                .faults()
                .add(FaultRule.next("bulk.ingest.create", new Fault.Refuse("FEATURENOTENABLED", "Bulk is off")));

        assertThat(org.write(updates(ids, "x"))).hasSize(3).allMatch(WriteOutcome.Saved.class::isInstance);
    }

    @Test
    void countsTheCallsOfBothApis() {
        accounts(4);
        org.serverTime();
        stream(StreamRequest.of(NAMES));

        assertThat(org.usage().ours())
                .isEqualTo(fixture.sandbox.journal().entries().stream()
                        .filter(entry -> entry.operation().startsWith("soap.")
                                || entry.operation().startsWith("bulk."))
                        .count());
        assertThat(org.usage().orgUsed().orElse(0))
                .isEqualTo(fixture.sandbox.meter().used());
    }

    private StreamResult stream(StreamRequest request) {
        return org.stream(
                request,
                page -> page.records().forEach(record -> read.add(record.id().value())));
    }

    private long bulkCalls() {
        return fixture.sandbox.journal().entries().stream()
                .filter(entry -> entry.operation().startsWith("bulk."))
                .count();
    }

    private List<String> accounts(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> fixture.data.create("Account", "Name", "Account " + i))
                .toList();
    }

    private String stored(String id) {
        return String.valueOf(fixture.data.stored(id).get("Plumbline_Detail__c"));
    }

    private static List<RecordWrite> updates(List<String> ids, String text) {
        return ids.stream()
                .map(id -> (RecordWrite)
                        new RecordWrite.Update(ACCOUNT, RecordId.of(id), Map.of(DETAIL, FieldValue.text(text))))
                .toList();
    }
}
