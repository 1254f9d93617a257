package io.plumbline.sandbox.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.plumbline.sandbox.SandboxFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Query jobs over HTTP: their states, their pages and what they refuse. */
class QueryJobsTest {

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
        seed(2);
        JsonNode job =
                create("query", "SELECT Id, Name FROM Account ORDER BY Name").json();
        assertThat(job.path("state").asString()).isEqualTo("UploadComplete");
        assertThat(job.path("object").asString()).isEqualTo("Account");
        String id = job.path("id").asString();
        assertThat(fixture.get("jobs/query/" + id + "/results").status()).isEqualTo(400);

        assertThat(state(id)).isEqualTo("InProgress");
        JsonNode done = fixture.get("jobs/query/" + id).json();
        assertThat(done.path("state").asString()).isEqualTo("JobComplete");
        assertThat(done.path("numberRecordsProcessed").asInt()).isEqualTo(2);
        var results = fixture.get("jobs/query/" + id + "/results");
        assertThat(results.header("Sforce-Locator")).isEqualTo("null");
        assertThat(results.header("Sforce-NumberOfRecords")).isEqualTo("2");
        assertThat(results.text().lines())
                .satisfiesExactly(
                        header -> assertThat(header).isEqualTo("\"Id\",\"Name\""),
                        row -> assertThat(row).endsWith(",\"A00000\""),
                        row -> assertThat(row).endsWith(",\"A00001\""));
    }

    @Test
    void aNewJobHasTheKeysOfARecordedOne() throws IOException {
        Path recorded = Path.of("..", "shared", "fixtures", "bulk", "query-job-created.airbyte.json");
        assumeTrue(Files.exists(recorded), "the recorded answers are not here: " + recorded);
        JsonNode theirs = new JsonMapper().readTree(Files.readString(recorded));
        JsonNode ours = create("queryAll", "SELECT Id FROM Account").json();
        assertThat(ours.propertyNames()).containsAll(theirs.propertyNames());
    }

    // D1, D2
    @ParameterizedTest
    @CsvSource({"1", "2", "6", "7", "8"})
    void pagesOfAnySizeHoldEveryRowOnceAndEndWithTheWordNull(int pageSize) throws IOException {
        seed(7);
        String id = run("SELECT Name FROM Account ORDER BY Name");
        List<String> rows = new ArrayList<>();
        String locator = "";
        int pages = 0;
        do {
            var page = fixture.get("jobs/query/" + id + "/results?maxRecords=" + pageSize
                    + (locator.isEmpty() ? "" : "&locator=" + locator));
            List<String> lines = page.text().lines().toList();
            assertThat(lines.get(0)).isEqualTo("\"Name\"");
            rows.addAll(lines.subList(1, lines.size()));
            assertThat(page.header("Sforce-NumberOfRecords")).isEqualTo(Integer.toString(lines.size() - 1));
            locator = page.header("Sforce-Locator");
            pages++;
        } while (!locator.equals("null"));
        assertThat(rows).hasSize(7).doesNotHaveDuplicates();
        assertThat(pages).isEqualTo((7 + pageSize - 1) / pageSize);
    }

    // D6: locators are stable while the job exists; nobody makes them up
    @Test
    void aLocatorCanBeReadAgainAndAnInventedOneCannot() throws IOException {
        seed(3);
        String id = run("SELECT Name FROM Account ORDER BY Name");
        String locator =
                fixture.get("jobs/query/" + id + "/results?maxRecords=1").header("Sforce-Locator");
        String second = fixture.get("jobs/query/" + id + "/results?maxRecords=1&locator=" + locator)
                .text();
        assertThat(fixture.get("jobs/query/" + id + "/results?maxRecords=1&locator=" + locator)
                        .text())
                .isEqualTo(second);
        assertThat(fixture.get("jobs/query/" + id + "/results?locator=OTk").status())
                .isEqualTo(400);
    }

    @Test
    void resultPagesNameEveryPiece() throws IOException {
        seed(13);
        fixture.sandbox.bulkPace().mostRowsPerPage(2);
        String id = run("SELECT Name FROM Account ORDER BY Name");
        JsonNode first = fixture.get("jobs/query/" + id + "/resultPages").json();
        assertThat(first.path("resultPages")).hasSize(5);
        assertThat(first.path("done").asBoolean()).isFalse();
        JsonNode second = fixture.call(
                        "GET",
                        first.path("nextRecordsUrl").asString(),
                        "",
                        Map.of("Authorization", "Bearer " + fixture.token()))
                .json();
        assertThat(second.path("resultPages")).hasSize(2);
        assertThat(second.path("done").asBoolean()).isTrue();
        var last = fixture.call(
                "GET",
                second.path("resultPages").path(1).path("resultUrl").asString(),
                "",
                Map.of("Authorization", "Bearer " + fixture.token()));
        assertThat(last.text()).isEqualTo("\"Name\"\n\"A00012\"\n");
        assertThat(last.header("Sforce-Locator")).isEqualTo("null");
    }

    // D5
    @Test
    void anotherApiVersionIsAConflict() throws IOException {
        String id = run("SELECT Id FROM Account");
        assertThat(fixture.call(
                                "GET",
                                "/services/data/v64.0/jobs/query/" + id + "/results",
                                "",
                                Map.of("Authorization", "Bearer " + fixture.token()))
                        .status())
                .isEqualTo(409);
    }

    @Test
    void aResultIsZippedOnRequest() throws IOException {
        seed(3);
        String id = run("SELECT Name FROM Account");
        var zipped = fixture.call(
                "GET",
                SandboxFixture.DATA + "jobs/query/" + id + "/results",
                "",
                Map.of("Authorization", "Bearer " + fixture.token(), "Accept-Encoding", "gzip"));
        assertThat(zipped.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(zipped.text().lines()).hasSize(4);
    }

    // D12
    @Test
    void queryAllHasTheDeletedOnes() throws IOException {
        String id = fixture.data.create("Account", "Name", "Gone");
        fixture.rest("DELETE", "sobjects/Account/" + id, "");
        assertThat(rows(run("SELECT Id FROM Account"))).isZero();
        assertThat(rows(finish(create("queryAll", "SELECT Id, IsDeleted FROM Account"))))
                .isEqualTo(1);
        assertThat(fixture.sandbox.journal().entries("bulk.query.create").get(1).detail())
                .startsWith("queryAll ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT COUNT() FROM Account",
                "SELECT COUNT(Id) FROM Account",
                "SELECT Industry FROM Account GROUP BY Industry",
                "SELECT Id, (SELECT Id FROM Contacts) FROM Account",
                "SELECT Id FROM Account LIMIT 1 OFFSET 5",
                "SELECT BillingAddress FROM Account"
            })
    void whatBulkCannotDoIsRefusedAtOnce(String soql) throws IOException {
        var refused = create("query", soql);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path(0).path("errorCode").asString()).isEqualTo("FUNCTIONALITY_NOT_ENABLED");
    }

    @Test
    void wordsInsideTextsAndSemiJoinsAreAllowed() throws IOException {
        assertThat(create("query", "SELECT Id FROM Account WHERE Name = 'GROUP BY (SELECT OFFSET 5'")
                        .status())
                .isEqualTo(200);
        assertThat(create("query", "SELECT Id FROM Account WHERE Id IN (SELECT AccountId FROM Contact)")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void badQueriesKeepTheirCode() throws IOException {
        assertThat(create("query", "SELECT Nope__c FROM Account")
                        .json()
                        .path(0)
                        .path("errorCode")
                        .asString())
                .isEqualTo("INVALID_FIELD");
        assertThat(create("query", "oops").json().path(0).path("errorCode").asString())
                .isEqualTo("MALFORMED_QUERY");
        assertThat(create("fly", "SELECT Id FROM Account").status()).isEqualTo(400);
    }

    @Test
    void aJobIsAbortedOrDeletedOnlyWhenItMay() throws IOException {
        String id = create("query", "SELECT Id FROM Account").json().path("id").asString();
        assertThat(fixture.rest("DELETE", "jobs/query/" + id, "").status()).isEqualTo(400);
        assertThat(fixture.rest("PATCH", "jobs/query/" + id, "{\"state\":\"Aborted\"}")
                        .json()
                        .path("state")
                        .asString())
                .isEqualTo("Aborted");
        assertThat(fixture.get("jobs/query/" + id + "/results").status()).isEqualTo(400);
        assertThat(fixture.rest("DELETE", "jobs/query/" + id, "").status()).isEqualTo(204);
        assertThat(fixture.get("jobs/query/" + id).status()).isEqualTo(404);
        fixture.sandbox.clock().advance(Duration.ofMinutes(1));
        String done = run("SELECT Id FROM Account");
        assertThat(fixture.rest("PATCH", "jobs/query/" + done, "{\"state\":\"Aborted\"}")
                        .status())
                .isEqualTo(400);
    }

    private void seed(int rows) {
        IntStream.range(0, rows).forEach(i -> fixture.data.create("Account", "Name", "A%05d".formatted(i)));
    }

    private SandboxFixture.Answer create(String operation, String soql) throws IOException {
        return fixture.rest("POST", "jobs/query", "{\"operation\":\"" + operation + "\",\"query\":\"" + soql + "\"}");
    }

    private String run(String soql) throws IOException {
        return finish(create("query", soql));
    }

    private String finish(SandboxFixture.Answer created) throws IOException {
        String id = created.json().path("id").asString();
        assertThat(state(id)).isEqualTo("InProgress");
        assertThat(state(id)).isEqualTo("JobComplete");
        return id;
    }

    private String state(String id) throws IOException {
        return fixture.get("jobs/query/" + id).json().path("state").asString();
    }

    private long rows(String id) throws IOException {
        return fixture.get("jobs/query/" + id + "/results")
                .text()
                .lines()
                .skip(1)
                .count();
    }
}
