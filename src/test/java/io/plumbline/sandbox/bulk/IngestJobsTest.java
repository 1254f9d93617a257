package io.plumbline.sandbox.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.sandbox.SandboxFixture;
import io.plumbline.sandbox.control.Effect;
import io.plumbline.sandbox.control.Fault;
import io.plumbline.sandbox.control.FaultRule;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Ingest jobs over HTTP, from Open to the three files of results. */
class IngestJobsTest {

    private SandboxFixture fixture;

    @BeforeEach
    void start() {
        fixture = new SandboxFixture().asAdministrator();
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void aJobRunsThroughItsStates() throws IOException {
        var created = create("insert", "Account", "");
        assertThat(created.path("state").asString()).isEqualTo("Open");
        assertThat(created.path("apiVersion").asDouble()).isEqualTo(65.0);
        assertThat(created.path("jobType").asString()).isEqualTo("V2Ingest");
        String id = created.path("id").asString();
        assertThat(id).startsWith("750").hasSize(18);
        assertThat(created.path("contentUrl").asString())
                .isEqualTo("services/data/v65.0/jobs/ingest/" + id + "/batches");

        assertThat(upload(id, "Name\nAlpha\n").status()).isEqualTo(201);
        assertThat(close(id).path("state").asString()).isEqualTo("UploadComplete");
        assertThat(state(id)).isEqualTo("InProgress");
        JsonNode done = status(id);
        assertThat(done.path("state").asString()).isEqualTo("JobComplete");
        assertThat(done.path("numberRecordsProcessed").asInt()).isEqualTo(1);
        assertThat(done.path("numberRecordsFailed").asInt()).isZero();
    }

    // D8
    @Test
    void resultsListSuccessesFailuresAndTheHeaderAsUploaded() throws IOException {
        String id = run("insert", "Account", "", "Name,Phone\nAlpha,1\n" + "x".repeat(256) + ",2\nOmega,3\n");

        assertThat(status(id).path("numberRecordsFailed").asInt()).isEqualTo(1);
        List<String> good = results(id, "successfulResults").lines().toList();
        assertThat(good.get(0)).isEqualTo("\"sf__Id\",\"sf__Created\",Name,Phone");
        assertThat(good).hasSize(3);
        assertThat(good.get(1)).matches("\"001\\w{15}\",\"true\",\"Alpha\",\"1\"");
        List<String> bad = results(id, "failedResults").lines().toList();
        assertThat(bad.get(0)).isEqualTo("\"sf__Id\",\"sf__Error\",Name,Phone");
        assertThat(bad.get(1)).startsWith("\"\",\"STRING_TOO_LONG:").contains(":Name --\",\"xxx");
        assertThat(results(id, "unprocessedrecords")).isEqualTo("Name,Phone\n");
    }

    // E6
    @Test
    void anEmptyCellIsLeftAndNotAvailableClears() throws IOException {
        String account = fixture.data.create("Account", "Name", "A", "Phone", "1", "Website", "https://example.com");
        run("update", "Account", "", "Id,Phone,Website\n" + account + ",,#N/A\n");

        JsonNode record = fixture.get("sobjects/Account/" + account + "?fields=Phone,Website")
                .json();
        assertThat(record.path("Phone").asString()).isEqualTo("1");
        assertThat(record.path("Website").isNull()).isTrue();
    }

    @Test
    void upsertMakesOneRecordOfOneKey() throws IOException {
        String first = run(
                "upsert",
                "Task",
                ",\"externalIdFieldName\":\"Plumbline_Key__c\"",
                "Plumbline_Key__c,Subject\nk1,Call\n");
        String second = run(
                "upsert",
                "Task",
                ",\"externalIdFieldName\":\"Plumbline_Key__c\"",
                "Plumbline_Key__c,Subject\nk1,Mail\n");

        assertThat(results(first, "successfulResults")).contains("\"true\"");
        assertThat(results(second, "successfulResults")).contains("\"false\"");
        assertThat(fixture.sandbox.journal().effects())
                .extracting(Effect::operation)
                .containsExactly("create", "update");
    }

    @Test
    void deleteTakesIdsOnly() throws IOException {
        String account = fixture.data.create("Account", "Name", "Gone");
        assertThat(state(run("delete", "Account", "", "Id,Name\n" + account + ",x\n")))
                .isEqualTo("Failed");
        String id = run("delete", "Account", "", "Id\n" + account + "\n");
        assertThat(status(id).path("numberRecordsFailed").asInt()).isZero();
        assertThat(fixture.get("sobjects/Account/" + account).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    LF,   COMMA,     'Nope__c\nx\n',            InvalidBatch : InvalidBatch : Field name not found : Nope__c
                    LF,   COMMA,     'Name\r\nx\r\n',           ClientInputError : LineEnding is invalid on user data. Current LineEnding setting is LF
                    CRLF, COMMA,     'Name\nx\n',               ClientInputError : LineEnding is invalid on user data. Current LineEnding setting is CRLF
                    LF,   SEMICOLON, 'Name,Phone\nx,1\n',       'InvalidBatch : InvalidBatch : Field name not found : Name,Phone'
                    """)
    void aWrongFileFailsTheWholeJob(String lineEnding, String delimiter, String csv, String message)
            throws IOException {
        String text = csv.replace("\\n", "\n").replace("\\r", "\r");
        String id = run(
                "insert",
                "Account",
                ",\"lineEnding\":\"" + lineEnding + "\",\"columnDelimiter\":\"" + delimiter + "\"",
                text);
        JsonNode failed = status(id);
        assertThat(failed.path("state").asString()).isEqualTo("Failed");
        assertThat(failed.path("errorMessage").asString()).isEqualTo(message);
        assertThat(fixture.sandbox.journal().effects()).isEmpty();
        if (lineEnding.equals("LF") && delimiter.equals("COMMA") && !text.contains("\r")) {
            assertThat(results(id, "unprocessedrecords")).isEqualTo("Nope__c\n\"x\"\n");
        }
    }

    // E4: a byte-order mark sticks to the first name
    @Test
    void aByteOrderMarkIsPartOfTheFirstName() throws IOException {
        String id = run("insert", "Account", "", "\ufeffName\nx\n");
        assertThat(status(id).path("errorMessage").asString()).contains("Field name not found");
    }

    // E1
    @Test
    void quotedDelimitersAndLineBreaksStayInTheirCell() throws IOException {
        String id = run("insert", "Account", "", "Name,Description\n\"a, \"\"b\"\"\",\"two\nlines\"\n");
        String record = fixture.sandbox.journal().effects().get(0).id();
        JsonNode read = fixture.get("sobjects/Account/" + record + "?fields=Name,Description")
                .json();
        assertThat(read.path("Name").asString()).isEqualTo("a, \"b\"");
        assertThat(read.path("Description").asString()).isEqualTo("two\nlines");
        assertThat(results(id, "successfulResults")).contains("\"a, \"\"b\"\"\",\"two\nlines\"");
    }

    @ParameterizedTest
    @CsvSource({"1", "199", "200", "201", "401"})
    void everyRowOfAnyNumberIsProcessedOnce(int rows) throws IOException {
        String csv = IntStream.range(0, rows).mapToObj(i -> "A" + i).collect(Collectors.joining("\n", "Name\n", "\n"));
        String id = run("insert", "Account", "", csv);
        assertThat(status(id).path("numberRecordsProcessed").asInt()).isEqualTo(rows);
        assertThat(results(id, "successfulResults").lines().skip(1).distinct()).hasSize(rows);
        assertThat(fixture.sandbox.journal().effects()).hasSize(rows);
    }

    @Test
    void aJobIsUploadedOnceAndClosedOnce() throws IOException {
        String id = create("insert", "Account", "").path("id").asString();
        upload(id, "Name\nx\n");
        var again = upload(id, "Name\ny\n");
        assertThat(again.status()).isEqualTo(400);
        assertThat(again.text()).contains("Found multiple contents for job");
        close(id);
        assertThat(fixture.rest("PATCH", "jobs/ingest/" + id, "{\"state\":\"UploadComplete\"}")
                        .status())
                .isEqualTo(400);
        assertThat(upload(id, "Name\ny\n").status()).isEqualTo(400);
    }

    @Test
    void abortedWorkIsUnprocessedAndOpenJobsCannotBeDeleted() throws IOException {
        String id = create("insert", "Account", "").path("id").asString();
        upload(id, "Name\nx\n");
        assertThat(fixture.rest("DELETE", "jobs/ingest/" + id, "").status()).isEqualTo(400);
        assertThat(fixture.rest("PATCH", "jobs/ingest/" + id, "{\"state\":\"Aborted\"}")
                        .json()
                        .path("state")
                        .asString())
                .isEqualTo("Aborted");
        assertThat(results(id, "unprocessedrecords")).isEqualTo("Name\n\"x\"\n");
        assertThat(fixture.sandbox.journal().effects()).isEmpty();
        assertThat(fixture.rest("DELETE", "jobs/ingest/" + id, "").status()).isEqualTo(204);
        assertThat(fixture.get("jobs/ingest/" + id).status()).isEqualTo(404);
    }

    @Test
    void jobsAreListedAndForgottenAfterAWeek() throws IOException {
        String id = run("insert", "Account", "", "Name\nx\n");
        assertThat(fixture.get("jobs/ingest")
                        .json()
                        .path("records")
                        .path(0)
                        .path("id")
                        .asString())
                .isEqualTo(id);
        fixture.sandbox.clock().advance(Duration.ofDays(7).plusSeconds(1));
        fixture.asAdministrator();
        assertThat(fixture.get("jobs/ingest").json().path("records").isEmpty()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "insert, Nothing, INVALIDENTITY",
        "upsert, Account, INVALIDJOB",
        "hardDelete, Account, FEATURENOTENABLED",
        "fly, Account, INVALIDJOB"
    })
    void impossibleJobsAreRefusedAtOnce(String operation, String object, String code) throws IOException {
        var refused = fixture.rest(
                "POST", "jobs/ingest", "{\"operation\":\"" + operation + "\",\"object\":\"" + object + "\"}");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path(0).path("errorCode").asString()).isEqualTo(code);
    }

    // F3
    @Test
    void aLockedRowFailsAlone() throws IOException {
        fixture.sandbox
                .faults()
                .add(FaultRule.next(
                        "bulk.ingest.close",
                        new Fault.RowError("UNABLE_TO_LOCK_ROW", "locked", List.of(), Set.of(), Set.of(1))));
        String id = run("insert", "Account", "", "Name\na\nb\nc\n");
        assertThat(results(id, "failedResults"))
                .isEqualTo("\"sf__Id\",\"sf__Error\",Name\n\"\",\"UNABLE_TO_LOCK_ROW:locked:--\",\"b\"\n");
        assertThat(status(id).path("numberRecordsFailed").asInt()).isEqualTo(1);
    }

    // D7
    @Test
    void aJobCanHang() throws IOException {
        fixture.sandbox.bulkPace().pollsInProgress(1000);
        String id = run("insert", "Account", "", "Name\na\n");
        assertThat(state(id)).isEqualTo("InProgress");
        assertThat(fixture.get("jobs/ingest/" + id + "/successfulResults").status())
                .isEqualTo(400);
    }

    // A1
    @Test
    void aDeadSessionSpeaksTheDialectOfRestOrThatOfTheOldService() throws IOException {
        String id = create("insert", "Account", "").path("id").asString();
        fixture.sandbox.levers().killSessions();
        assertThat(fixture.get("jobs/ingest/" + id).status()).isEqualTo(401);
        fixture.asAdministrator();
        fixture.sandbox.faults().add(FaultRule.next("bulk.*", new Fault.DeadSession(java.util.Optional.empty(), true)));
        var old = fixture.get("jobs/ingest/" + id);
        assertThat(old.status()).isEqualTo(400);
        assertThat(old.json().path("exceptionCode").asString()).isEqualTo("InvalidSessionId");
    }

    private JsonNode create(String operation, String object, String more) throws IOException {
        return fixture.rest(
                        "POST",
                        "jobs/ingest",
                        "{\"operation\":\"" + operation + "\",\"object\":\"" + object + "\",\"contentType\":\"CSV\""
                                + more + "}")
                .json();
    }

    private SandboxFixture.Answer upload(String id, String csv) throws IOException {
        return fixture.call(
                "PUT",
                SandboxFixture.DATA + "jobs/ingest/" + id + "/batches",
                csv,
                Map.of("Authorization", "Bearer " + fixture.token(), "Content-Type", "text/csv"));
    }

    private JsonNode close(String id) throws IOException {
        return fixture.rest("PATCH", "jobs/ingest/" + id, "{\"state\":\"UploadComplete\"}")
                .json();
    }

    /** Creates, uploads, closes and polls once, so that the next poll finds the end. */
    private String run(String operation, String object, String more, String csv) throws IOException {
        String id = create(operation, object, more).path("id").asString();
        upload(id, csv);
        close(id);
        status(id);
        status(id);
        return id;
    }

    private JsonNode status(String id) throws IOException {
        return fixture.get("jobs/ingest/" + id).json();
    }

    private String state(String id) throws IOException {
        return status(id).path("state").asString();
    }

    private String results(String id, String which) throws IOException {
        var answer = fixture.get("jobs/ingest/" + id + "/" + which);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("text/csv");
        return answer.text();
    }
}
