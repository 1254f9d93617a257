package io.plumbline.sandbox.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.sandbox.SandboxFixture;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What the control face lets go wrong with jobs and results. */
class BulkFaultsTest {

    private final SandboxFixture fixture = new SandboxFixture().asAdministrator();

    @AfterEach
    void stop() {
        fixture.close();
    }

    private void bulk(String settings) throws IOException {
        assertThat(fixture.control("POST", "bulk", settings).status()).isEqualTo(204);
    }

    private JsonNode query(String soql) throws IOException {
        return fixture.rest("POST", "jobs/query", "{\"operation\":\"query\",\"query\":\"" + soql + "\"}")
                .json();
    }

    private JsonNode ended(String kind, String id) throws IOException {
        fixture.get("jobs/" + kind + "/" + id);
        return fixture.get("jobs/" + kind + "/" + id).json();
    }

    private String upload(int rows) throws IOException {
        String id = fixture.rest("POST", "jobs/ingest", "{\"operation\":\"insert\",\"object\":\"Account\"}")
                .json()
                .path("id")
                .asString();
        String csv = "Name\n" + IntStream.range(0, rows).mapToObj(i -> "A" + i).collect(Collectors.joining("\n"));
        fixture.call(
                "PUT",
                SandboxFixture.DATA + "jobs/ingest/" + id + "/batches",
                csv,
                Map.of("Authorization", "Bearer " + fixture.token(), "Content-Type", "text/csv"));
        fixture.rest("PATCH", "jobs/ingest/" + id, "{\"state\":\"UploadComplete\"}");
        return id;
    }

    // B11
    @Test
    void refusesJobsOverAnObject() throws IOException {
        bulk("{\"refuse\":[\"Case\"]}");
        assertThat(query("SELECT Id FROM Case").path(0).path("errorCode").asString())
                .isEqualTo("INVALIDENTITY");
        assertThat(fixture.rest("POST", "jobs/ingest", "{\"operation\":\"insert\",\"object\":\"case\"}")
                        .status())
                .isEqualTo(400);
        fixture.control("DELETE", "bulk", "");
        assertThat(query("SELECT Id FROM Case").path("state").asString()).isEqualTo("UploadComplete");
    }

    // D1
    @ParameterizedTest
    @CsvSource({"word, null, true", "empty, '', true", "absent, '', false"})
    void endsPagesAsAsked(String kind, String value, boolean there) throws IOException {
        fixture.data.create("Account", "Name", "A");
        bulk("{\"lastLocator\":\"" + kind + "\"}");
        String id = query("SELECT Id FROM Account").path("id").asString();
        ended("query", id);
        var results = fixture.get("jobs/query/" + id + "/results");
        assertThat(results.header("Sforce-Locator")).isEqualTo(value);
        assertThat(results.raw().headers().firstValue("Sforce-Locator").isPresent())
                .isEqualTo(there);
    }

    // B7, D4
    @Test
    void losesRowsAndShufflesColumns() throws IOException {
        fixture.data.create("Account", "Name", "A");
        fixture.data.create("Account", "Name", "B");
        bulk("{\"rowsLost\":1,\"shuffledColumns\":true}");
        String id = query("SELECT Id, Name FROM Account").path("id").asString();
        ended("query", id);
        var results = fixture.get("jobs/query/" + id + "/results");
        assertThat(results.header("Sforce-NumberOfRecords")).isEqualTo("2");
        assertThat(results.text().lines()).hasSize(2).first().isEqualTo("\"Name\",\"Id\"");
    }

    // D8
    @Test
    void repeatsRowsOfIngestResults() throws IOException {
        bulk("{\"rowsRepeated\":1}");
        String id = upload(2);
        ended("ingest", id);
        assertThat(fixture.get("jobs/ingest/" + id + "/successfulResults")
                        .text()
                        .lines())
                .hasSize(4);
    }

    @Test
    void failsJobsAndLeavesTheirFirstRows() throws IOException {
        bulk("{\"failure\":\"InternalServerError : try again\"}");
        String id = upload(201);
        JsonNode failed = ended("ingest", id);
        assertThat(failed.path("state").asString()).isEqualTo("Failed");
        assertThat(failed.path("numberRecordsProcessed").asInt()).isEqualTo(200);
        assertThat(fixture.get("jobs/ingest/" + id + "/unprocessedrecords")
                        .text()
                        .lines())
                .hasSize(2);
        JsonNode query =
                ended("query", query("SELECT Id FROM Account").path("id").asString());
        assertThat(query.path("state").asString()).isEqualTo("Failed");
        assertThat(query.path("errorMessage").asString()).isEqualTo("InternalServerError : try again");
        bulk("{\"failure\":null}");
        assertThat(ended("query", query("SELECT Id FROM Account").path("id").asString())
                        .path("state")
                        .asString())
                .isEqualTo("JobComplete");
    }
}
