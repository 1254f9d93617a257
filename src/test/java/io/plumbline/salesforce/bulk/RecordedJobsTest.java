package io.plumbline.salesforce.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.crm.FieldName;
import io.plumbline.crm.FieldValue;
import io.plumbline.crm.ObjectName;
import io.plumbline.crm.RecordId;
import io.plumbline.salesforce.RecordWrite;
import io.plumbline.salesforce.StreamRequest;
import io.plumbline.salesforce.StreamResult;
import io.plumbline.salesforce.WriteGuard;
import io.plumbline.salesforce.WriteOutcome;
import io.plumbline.salesforce.bulk.JobInfo.State;
import io.plumbline.salesforce.call.ApiFault;
import io.plumbline.salesforce.call.WriteBatch;
import io.plumbline.salesforce.http.HttpAnswer;
import io.plumbline.testing.Recorded;
import io.plumbline.testing.Trap;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Jobs, results and refusals that others recorded with real orgs, given to our client. */
class RecordedJobsTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String COMPLETE = "{\"id\": \"" + StubBulk.JOB + "\", \"state\": \"JobComplete\"}";
    private static final FieldName KEY = FieldName.of("Custom_Id__c");

    private final StubBulk stub = new StubBulk();

    @AfterEach
    void stop() {
        stub.close();
    }

    @Test
    void readsARecordedQueryJob() throws IOException {
        JobInfo job = JobInfo.of(JSON.readTree(Recorded.bytes("bulk/query-job-created.airbyte.json")));

        assertThat(job.id()).isEqualTo("750Tn000004ZoR3IAK");
        assertThat(job.state()).isEqualTo(State.ON_ITS_WAY);
        assertThat(job.processed()).isEmpty();
    }

    @Test
    void readsARecordedIngestJobFromBeginningToEnd() throws IOException {
        JsonNode life = JSON.readTree(Recorded.bytes("bulk/ingest-job-lifecycle.simple-salesforce.json"));

        List<JobInfo> jobs =
                StreamSupport.stream(life.spliterator(), false).map(JobInfo::of).toList();

        assertThat(jobs)
                .extracting(JobInfo::state)
                .containsExactly(State.OPEN, State.ON_ITS_WAY, State.ON_ITS_WAY, State.COMPLETE);
        assertThat(jobs.getLast().processed()).hasValue(2);
        assertThat(jobs.getLast().failed()).isZero();
    }

    @Test
    void findsARecordedResultByTheKeyThatWasSent() throws IOException {
        stub.ingest(
                COMPLETE,
                Recorded.text("bulk/successfulResults-upsert.simple-salesforce.csv"),
                "\"sf__Id\",\"sf__Error\",\"Custom_Id__c\",\"LastName\"\n",
                "\"Custom_Id__c\",\"LastName\"\n");

        assertThat(write("CustomID2", "CustomID1"))
                .containsExactly(
                        new WriteOutcome.Saved(RecordId.of("a011s00000DML8YAAX"), false),
                        new WriteOutcome.Saved(RecordId.of("a011s00000DML8XAAX"), false));
    }

    @Test
    void tellsARecordedInsertFromAnUpdate() throws IOException {
        stub.ingest(
                COMPLETE,
                Recorded.text("bulk/successfulResults-insert.simple-salesforce.csv"),
                "\"sf__Id\",\"sf__Error\",\"Custom_Id__c\"\n",
                "\"Custom_Id__c\"\n");

        assertThat(write("CustomID1", "CustomID2"))
                .allMatch(outcome -> outcome instanceof WriteOutcome.Saved saved && saved.created());
    }

    @Trap("D8")
    @Test
    void readsRecordedRefusalsAndWhatWasNotLookedAt() throws IOException {
        stub.ingest(
                COMPLETE,
                "\"sf__Id\",\"sf__Created\",\"Custom_Id__c\"\n",
                Recorded.text("bulk/failedResults.simple-salesforce.csv"),
                "\"Custom_Id__c\"\n");

        assertThat(write("CustomID1", "CustomID2"))
                .allSatisfy(outcome -> assertThat(outcome).isInstanceOfSatisfying(WriteOutcome.Refused.class, row -> {
                    assertThat(row.code()).isEqualTo("UNABLE_TO_LOCK_ROW");
                    assertThat(row.passing()).isTrue();
                }));
    }

    @Test
    void holdsBackWhatARecordedJobDidNotLookAt() throws IOException {
        stub.ingest(
                COMPLETE,
                "\"sf__Id\",\"sf__Created\",\"Custom_Id__c\"\n",
                "\"sf__Id\",\"sf__Error\",\"Custom_Id__c\"\n",
                Recorded.text("bulk/unprocessedrecords.simple-salesforce.csv"));

        assertThat(write("CustomID2").getFirst())
                .isInstanceOfSatisfying(
                        WriteOutcome.Refused.class,
                        row -> assertThat(row.passing()).isTrue());
    }

    /** The headers as they were recorded: more to come, and the word null at the end. */
    @Trap("D1")
    @Test
    void pagesByRecordedHeaders() throws IOException {
        List<String> locators = Stream.of(Recorded.text("bulk/query-results-headers.txt"))
                .flatMap(String::lines)
                .filter(line -> line.startsWith("Sforce-Locator: "))
                .map(line -> line.substring("Sforce-Locator: ".length()))
                .toList();
        assertThat(locators).hasSize(2);
        stub.counted(2)
                .page("", StubBulk.csv("Id,Name\n" + StubBulk.A + ",a\n", 1, locators.get(0)))
                .page(locators.get(0), StubBulk.csv("Id,Name\n" + StubBulk.B + ",b\n", 1, locators.get(1)));
        Gathered gathered = new Gathered();

        StreamResult result = stub.transport(BulkSettings.standard())
                .read(StreamRequest.of(Transports.query("Account", "Name")), StubBulk::account, gathered);

        assertThat(result).isEqualTo(new StreamResult.Whole(2));
        assertThat(StubBulk.ids(gathered)).containsExactly(StubBulk.A, StubBulk.B);
    }

    @Trap({"A1", "J3"})
    @ParameterizedTest
    @CsvSource({
        "rest/session-expired.http401.json, 401, INVALID_SESSION_ID",
        "rest/request-limit-exceeded.http403.json, 403, REQUEST_LIMIT_EXCEEDED"
    })
    void readsARecordedRefusalByItsCode(String file, int status, String code) throws IOException {
        HttpAnswer answer = new HttpAnswer(
                URI.create("https://acme.my.salesforce.com"), status, "application/json", "", Recorded.bytes(file));

        assertThat(BulkErrors.of(answer)).map(ApiFault::code).contains(code);
    }

    private List<WriteOutcome> write(String... keys) {
        ObjectName object = ObjectName.of("Custom__c");
        List<RecordWrite> writes = Stream.of(keys)
                .<RecordWrite>map(key -> new RecordWrite.Upsert(
                        object, KEY, key, Map.of(FieldName.of("LastName"), FieldValue.text("X"))))
                .toList();
        return stub.transport(BulkSettings.standard())
                .write(WriteBatch.of(writes, Integer.MAX_VALUE).getFirst(), WriteGuard.NONE)
                .orElseThrow();
    }
}
