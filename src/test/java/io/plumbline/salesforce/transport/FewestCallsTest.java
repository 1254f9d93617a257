package io.plumbline.salesforce.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.config.Configuration;
import io.plumbline.config.connector.ConnectorConfig;
import io.plumbline.crm.FieldName;
import io.plumbline.crm.FieldValue;
import io.plumbline.crm.ObjectName;
import io.plumbline.crm.RecordId;
import io.plumbline.salesforce.RecordPage;
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
import io.plumbline.sandbox.record.LoadResult;
import io.plumbline.sandbox.record.input.RecordInput;
import io.plumbline.testing.TurnedClock;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whichever way is chosen at the shipped thresholds, it costs at most two calls more than the cheaper one would have. */
class FewestCallsTest {

    private static final BulkThresholds ALL_BY_SOAP = new BulkThresholds(Integer.MAX_VALUE, Integer.MAX_VALUE);
    private static final BulkThresholds ALL_BY_JOBS = new BulkThresholds(0, 1);
    private static final BulkThresholds SHIPPED = shipped();
    private static final int ALLOWANCE = 2;
    private static final ObjectName ACCOUNT = ObjectName.of("Account");
    private static final SoqlQuery NAMES = query("Name");
    private static final SoqlQuery LONG_TEXTS = query("Plumbline_Detail__c", "Plumbline_Reasons__c");

    private final SandboxFixture fixture = new SandboxFixture();
    private final Instant began = Instant.parse("2026-05-04T10:00:00Z");

    @AfterEach
    void stop() {
        fixture.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2_000, 2_001, 9_999, 10_000, 30_000})
    void readsWithTheFewestCalls(int rows) {
        readsWithTheFewestCalls(NAMES, rows);
    }

    /** Two long texts make pages of 200. */
    @ParameterizedTest
    @ValueSource(ints = {1, 200, 201, 999, 1_000, 1_001, 4_000})
    void readsHeavyRowsWithTheFewestCalls(int rows) {
        readsWithTheFewestCalls(LONG_TEXTS, rows);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 200, 201, 1_599, 1_600, 6_000})
    void writesWithTheFewestCalls(int records) {
        List<String> ids = accounts(records);

        long bySoap = callsToWrite(ALL_BY_SOAP, ids, "a");
        long byJobs = callsToWrite(ALL_BY_JOBS, ids, "b");

        assertThat(callsToWrite(SHIPPED, ids, "c"))
                .as("SOAP takes %d, a job %d", bySoap, byJobs)
                .isLessThanOrEqualTo(Math.min(bySoap, byJobs) + ALLOWANCE);
    }

    private void readsWithTheFewestCalls(SoqlQuery query, int rows) {
        accounts(rows);

        long bySoap = callsToRead(ALL_BY_SOAP, query, rows);
        long byJobs = callsToRead(ALL_BY_JOBS, query, rows);

        assertThat(callsToRead(SHIPPED, query, rows))
                .as("SOAP takes %d, a job %d", bySoap, byJobs)
                .isLessThanOrEqualTo(Math.min(bySoap, byJobs) + ALLOWANCE);
    }

    private static SoqlQuery query(String... fields) {
        return new SoqlQuery(
                ACCOUNT, Stream.of(fields).map(FieldName::of).toList(), Optional.empty(), Optional.empty(), false);
    }

    /** As a first reading does it, which knows from a common count how many rows to expect. */
    private long callsToRead(BulkThresholds thresholds, SoqlQuery query, int rows) {
        ChosenTransport org = open(thresholds);
        long[] read = {0};
        StreamResult streamed = org.stream(
                new StreamRequest(query, OptionalLong.of(rows), Optional.empty()),
                page -> read[0] += page.records().size());
        if (streamed instanceof StreamResult.Declined) {
            RecordPage page = org.query(query);
            read[0] += page.records().size();
            while (page.next().isPresent()) {
                page = org.next(page.next().get());
                read[0] += page.records().size();
            }
        }
        assertThat(read[0]).isEqualTo(rows);
        return org.usage().ours();
    }

    private long callsToWrite(BulkThresholds thresholds, List<String> ids, String text) {
        ChosenTransport org = open(thresholds);
        List<RecordWrite> writes = ids.stream()
                .map(id -> (RecordWrite) new RecordWrite.Update(
                        ACCOUNT, RecordId.of(id), Map.of(FieldName.of("Plumbline_Detail__c"), FieldValue.text(text))))
                .toList();
        assertThat(org.write(writes)).allMatch(WriteOutcome.Saved.class::isInstance);
        return org.usage().ours();
    }

    private ChosenTransport open(BulkThresholds thresholds) {
        SignIn signIn = new SignIn.ClientCredentials(
                URI.create(fixture.sandbox.instanceUrl()), fixture.sandbox.clientId(), fixture.sandbox.clientSecret());
        AccessTokens tokens = new AccessTokens(signIn, new SalesforceHttp(Deadlines.SIGN_IN), Clock.systemUTC());
        TurnedClock clock = new TurnedClock(began);
        OrgConnection session =
                new OrgConnection(tokens, new SalesforceHttp(Deadlines.CALL), new CallPolicy(3, 100, 5, clock::turn));
        return new ChosenTransport(
                new WscOrg(tokens, session, 2_000),
                new BulkTransport(session, BulkSettings.standard().withPause(clock::turn), clock),
                thresholds);
    }

    private static BulkThresholds shipped() {
        ConnectorConfig.ApiBudget api = Configuration.shipped().connector().api();
        return new BulkThresholds(api.bulkReadFrom(), api.bulkWriteFrom());
    }

    private List<String> accounts(int number) {
        List<RecordInput> inputs = IntStream.range(0, number)
                .mapToObj(i -> RecordInput.of("Account", Map.of("Name", "Account " + i)))
                .toList();
        return fixture.sandbox.org().load(inputs).stream().map(LoadResult::id).toList();
    }
}
