package io.plumbline.sandbox.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.plumbline.sandbox.SandboxFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Records, external ids, collections, describes and what every REST answer carries. */
class RecordResourceTest {

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
    void aRecordIsCreatedReadChangedAndDeleted() throws IOException {
        var created = fixture.rest("POST", "sobjects/Account", "{\"Name\":\"Alpha\",\"AnnualRevenue\":1500000}");
        assertThat(created.status()).isEqualTo(201);
        assertThat(created.json().path("success").asBoolean()).isTrue();
        String id = created.json().path("id").asString();
        assertThat(created.header("Location")).isEqualTo("/services/data/v65.0/sobjects/Account/" + id);

        assertThat(fixture.rest("PATCH", "sobjects/Account/" + id, "{\"Name\":\"Beta\",\"AnnualRevenue\":null}")
                        .status())
                .isEqualTo(204);
        JsonNode read = fixture.get("sobjects/Account/" + id + "?fields=Name,AnnualRevenue,CreatedDate")
                .json();
        assertThat(read.path("attributes").path("url").asString())
                .isEqualTo("/services/data/v65.0/sobjects/Account/" + id);
        assertThat(read.path("Name").asString()).isEqualTo("Beta");
        assertThat(read.path("AnnualRevenue").isNull()).isTrue();
        assertThat(read.path("CreatedDate").asString()).matches(".*T.*\\.\\d{3}\\+0000");

        assertThat(fixture.rest("DELETE", "sobjects/Account/" + id, "").status())
                .isEqualTo(204);
        var gone = fixture.get("sobjects/Account/" + id);
        assertThat(gone.status()).isEqualTo(404);
        assertThat(gone.json().path(0).path("errorCode").asString()).isEqualTo("NOT_FOUND");
        assertThat(fixture.rest("PATCH", "sobjects/Account/" + id, "{\"Name\":\"x\"}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void refusalsAreArraysThatNameCodeAndFields() throws IOException {
        var refused = fixture.rest("POST", "sobjects/Account", "{\"Name\":\"" + "x".repeat(256) + "\"}");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path(0).path("errorCode").asString()).isEqualTo("STRING_TOO_LONG");
        assertThat(refused.json().path(0).path("fields").path(0).asString()).isEqualTo("Name");

        assertThat(fixture.rest("POST", "sobjects/Account", "{oops")
                        .json()
                        .path(0)
                        .path("errorCode")
                        .asString())
                .isEqualTo("JSON_PARSER_ERROR");
        assertThat(fixture.rest("POST", "sobjects/Nothing", "{}").status()).isEqualTo(404);
        assertThat(fixture.call(
                                "POST",
                                SandboxFixture.DATA + "sobjects/Account",
                                "Name=x",
                                Map.of("Authorization", "Bearer " + fixture.token()))
                        .status())
                .isEqualTo(415);
        assertThat(fixture.get("sobjects/Account/" + account() + "?fields=Nope__c")
                        .json()
                        .path(0)
                        .path("errorCode")
                        .asString())
                .isEqualTo("INVALID_FIELD");
    }

    @Test
    void upsertByExternalIdCreatesThenUpdates() throws IOException {
        var created = fixture.rest("PATCH", "sobjects/Task/Plumbline_Key__c/k1", "{\"Subject\":\"Call\"}");
        assertThat(created.status()).isEqualTo(201);
        assertThat(created.json().path("created").asBoolean()).isTrue();
        var updated = fixture.rest("PATCH", "sobjects/Task/Plumbline_Key__c/k1", "{\"Subject\":\"Mail\"}");
        assertThat(updated.status()).isEqualTo(200);
        assertThat(updated.json().path("created").asBoolean()).isFalse();
        assertThat(updated.json().path("id")).isEqualTo(created.json().path("id"));
        assertThat(fixture.get("sobjects/Task/Plumbline_Key__c/k1")
                        .json()
                        .path("Subject")
                        .asString())
                .isEqualTo("Mail");
        assertThat(fixture.rest("PATCH", "sobjects/Task/Subject/x", "{}").status())
                .isEqualTo(404);
    }

    // L6
    @ParameterizedTest
    @CsvSource({"a%2Fb, a/b", "50%25, 50%", "a%20b, a b", "a+b, a+b", "%F0%9F%98%80, \ud83d\ude00"})
    void anExternalIdIsDecodedOnce(String encoded, String key) throws IOException {
        assertThat(fixture.rest("PATCH", "sobjects/Task/Plumbline_Key__c/" + encoded, "{\"Subject\":\"s\"}")
                        .status())
                .isEqualTo(201);
        String id = fixture.sandbox.journal().effects().get(0).id();
        assertThat(fixture.get("sobjects/Task/" + id + "?fields=Plumbline_Key__c")
                        .json()
                        .path("Plumbline_Key__c")
                        .asString())
                .isEqualTo(key);
    }

    @Test
    void aCollectionSucceedsRowByRow() throws IOException {
        String body = """
                {"allOrNone":%s,"records":[
                  {"attributes":{"type":"Account"},"Name":"One"},
                  {"attributes":{"type":"Account"},"Name":"%s"}]}""";
        var partly = fixture.rest("POST", "composite/sobjects", body.formatted(false, "x".repeat(256)));
        assertThat(partly.status()).isEqualTo(200);
        assertThat(partly.json().path(0).path("success").asBoolean()).isTrue();
        assertThat(partly.json().path(0).path("errors").isEmpty()).isTrue();
        assertThat(partly.json().path(1).path("success").asBoolean()).isFalse();
        assertThat(partly.json().path(1).has("id")).isFalse();
        assertThat(partly.json()
                        .path(1)
                        .path("errors")
                        .path(0)
                        .path("statusCode")
                        .asString())
                .isEqualTo("STRING_TOO_LONG");

        var none = fixture.rest("POST", "composite/sobjects", body.formatted(true, "x".repeat(256)));
        assertThat(none.json().path(0).path("errors").path(0).path("statusCode").asString())
                .isEqualTo("ALL_OR_NONE_OPERATION_ROLLED_BACK");
        assertThat(fixture.sandbox.journal().effects()).hasSize(1);
    }

    @Test
    void collectionsUpdateUpsertReadAndDelete() throws IOException {
        String id = account();
        assertThat(fixture.rest(
                                "PATCH",
                                "composite/sobjects",
                                "{\"records\":[{\"attributes\":{\"type\":\"Account\"},\"id\":\"" + id
                                        + "\",\"Name\":\"New\"}]}")
                        .json()
                        .path(0)
                        .path("id")
                        .asString())
                .isEqualTo(id);
        var upserted = fixture.rest(
                "PATCH",
                "composite/sobjects/Task/Plumbline_Key__c",
                "{\"records\":[{\"attributes\":{\"type\":\"Task\"},\"Subject\":\"s\",\"Plumbline_Key__c\":\"k\"}]}");
        assertThat(upserted.json().path(0).path("created").asBoolean()).isTrue();
        JsonNode read = fixture.get("composite/sobjects/Account?ids=" + id + ",001000000000999AAA&fields=Name")
                .json();
        assertThat(read.path(0).path("Name").asString()).isEqualTo("New");
        assertThat(read.path(1).isNull()).isTrue();
        assertThat(fixture.rest("DELETE", "composite/sobjects?ids=" + id, "")
                        .json()
                        .path(0)
                        .path("success")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void moreThan200RowsAreRefused() throws IOException {
        String rows = String.join(
                ",", java.util.Collections.nCopies(201, "{\"attributes\":{\"type\":\"Account\"},\"Name\":\"x\"}"));
        var refused = fixture.rest("POST", "composite/sobjects", "{\"records\":[" + rows + "]}");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path(0).path("errorCode").asString()).isEqualTo("EXCEEDED_ID_LIMIT");
    }

    @Test
    void theVersionsNeedNoSessionAndCostNothing() throws IOException {
        var versions = fixture.call("GET", "/services/data", "", Map.of());
        assertThat(versions.json()
                        .valueStream()
                        .map(version -> version.path("version").asString()))
                .hasSize(36)
                .startsWith("31.0")
                .endsWith("62.0", "63.0", "64.0", "65.0", "66.0");
        assertThat(versions.json()
                        .valueStream()
                        .filter(version -> version.path("version").asString().matches("3[123].0|65.0"))
                        .map(version -> version.path("label").asString()))
                .containsExactly("Summer '14", "Winter '15", "Spring '15", "Winter '26");
        assertThat(versions.header("Sforce-Limit-Info")).isEmpty();
        assertThat(fixture.call("GET", "//services/data/", "", Map.of()).status())
                .isEqualTo(200);
        assertThat(fixture.call("GET", "/services/data/v67.0/limits", "", Map.of())
                        .status())
                .isEqualTo(404);
        assertThat(fixture.call("GET", "/services/data/v30.0/limits", "", Map.of())
                        .status())
                .isEqualTo(410);
        assertThat(fixture.sandbox.meter().used()).isZero();
    }

    // J1
    @Test
    void everyAnswerTellsTheUseOfTheApiEvenARefusal() throws IOException {
        assertThat(fixture.get("limits").header("Sforce-Limit-Info")).isEqualTo("api-usage=1/100000");
        assertThat(fixture.get("sobjects/Nothing").header("Sforce-Limit-Info")).isEqualTo("api-usage=2/100000");
        JsonNode daily = fixture.get("limits").json().path("DailyApiRequests");
        assertThat(daily.path("Max").asInt()).isEqualTo(100_000);
        assertThat(daily.path("Remaining").asInt()).isEqualTo(99_997);
    }

    @Test
    void aDeadSessionIs401InTheRecordedWords() throws IOException {
        fixture.useToken("00Dx!gone");
        var answer = fixture.get("limits");
        assertThat(answer.status()).isEqualTo(401);
        Path recorded = Path.of("..", "shared", "fixtures", "rest", "session-expired.http401.json");
        assumeTrue(Files.exists(recorded), "the recorded answers are not here: " + recorded);
        assertThat(answer.json()).isEqualTo(new JsonMapper().readTree(Files.readString(recorded)));
    }

    @Test
    void theDailyLimitIs403InTheRecordedWords() throws IOException {
        fixture.sandbox.meter().limit(1);
        assertThat(fixture.get("limits").status()).isEqualTo(200);
        var answer = fixture.get("limits");
        assertThat(answer.status()).isEqualTo(403);
        fixture.sandbox.clock().advance(Duration.ofHours(1));
        assertThat(fixture.get("limits").status()).isEqualTo(403);
        Path recorded = Path.of("..", "shared", "fixtures", "rest", "request-limit-exceeded.http403.json");
        assumeTrue(Files.exists(recorded), "the recorded answers are not here: " + recorded);
        assertThat(answer.json()).isEqualTo(new JsonMapper().readTree(Files.readString(recorded)));
    }

    @Test
    void describeKnowsWhenNothingHasChanged() throws IOException {
        fixture.useToken(fixture.sandbox.accessToken());
        var first = fixture.get("sobjects/Account/describe");
        assertThat(first.status()).isEqualTo(200);
        String since = first.header("Last-Modified");
        assertThat(describeSince(since).status()).isEqualTo(304);

        fixture.sandbox.clock().advance(Duration.ofMinutes(1));
        fixture.sandbox.levers().setFieldPermission("Account", "Plumbline_Tier__c", false, false);
        var changed = describeSince(since);
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.text()).doesNotContain("Plumbline_Tier__c");
    }

    /** A describe has every key of a recorded one, in its order. */
    @Test
    void describeHasTheKeysOfARecordedOne() throws IOException {
        Path recorded = Path.of("..", "shared", "fixtures", "rest", "describe-Account.json");
        assumeTrue(Files.exists(recorded), "the recorded answers are not here: " + recorded);
        JsonNode theirs = new JsonMapper().readTree(Files.readString(recorded));
        JsonNode ours = fixture.get("sobjects/Account/describe").json();

        List<String> common = new ArrayList<>(ours.propertyNames());
        common.retainAll(theirs.propertyNames());
        assertThat(common).containsExactlyElementsOf(theirs.propertyNames());
        assertThat(ours.path("fields").path(0).propertyNames())
                .containsExactlyElementsOf(theirs.path("fields").path(0).propertyNames());
        assertThat(ours.path("childRelationships").path(0).propertyNames())
                .containsExactlyElementsOf(
                        theirs.path("childRelationships").path(0).propertyNames());
    }

    /** What a recorded describe says of a standard field, ours says too, but for what an org sets up for itself. */
    @ParameterizedTest
    @ValueSource(strings = {"Account", "Contact", "Opportunity", "Case", "Event"})
    void describesStandardFieldsAsARecordedOneDoes(String object) throws IOException {
        Path recorded = Path.of("..", "shared", "fixtures", "rest", "describe-" + object + ".json");
        assumeTrue(Files.exists(recorded), "the recorded answers are not here: " + recorded);
        Map<String, JsonNode> ours = new HashMap<>();
        fixture.asAdministrator();
        fixture.get("sobjects/" + object + "/describe")
                .json()
                .path("fields")
                .forEach(field -> ours.put(field.path("name").asString(), field));
        List<String> differences = new ArrayList<>();
        JsonNode theirs = new JsonMapper().readTree(Files.readString(recorded)).path("fields");
        theirs.valueStream()
                .filter(field -> ours.containsKey(field.path("name").asString()))
                .filter(field -> !field.path("custom").asBoolean())
                .forEach(field -> Stream.of(
                                "type",
                                "soapType",
                                "length",
                                "precision",
                                "scale",
                                "nillable",
                                "createable",
                                "updateable",
                                "cascadeDelete",
                                "relationshipName",
                                "nameField",
                                "idLookup",
                                "externalId",
                                "unique",
                                "polymorphicForeignKey",
                                "queryByDistance",
                                "sortable",
                                "filterable")
                        .filter(key -> !field.path(key)
                                .equals(ours.get(field.path("name").asString()).path(key)))
                        .forEach(key -> differences.add(field.path("name").asString() + "." + key)));
        assertThat(differences).isEmpty();
    }

    @Test
    void updatedAndDeletedAreListed() throws IOException {
        String id = account();
        fixture.sandbox.clock().advance(Duration.ofMinutes(10));
        String window = "?start=2026-03-02T10:00:00%2B00:00&end=2026-03-02T10:25:00%2B00:00";
        JsonNode updated = fixture.get("sobjects/Account/updated" + window).json();
        assertThat(updated.path("ids").path(0).asString()).isEqualTo(id);
        assertThat(updated.path("latestDateCovered").asString()).endsWith(":00.000+0000");
        fixture.rest("DELETE", "sobjects/Account/" + id, "");
        fixture.sandbox.clock().advance(Duration.ofMinutes(10));
        JsonNode deleted = fixture.get("sobjects/Account/deleted?start=2026-03-02T10:00:00Z&end=2026-03-02T10:35:00Z")
                .json();
        assertThat(deleted.path("deletedRecords").path(0).path("id").asString()).isEqualTo(id);
    }

    // B6
    @Test
    void anAbsurdlyLongUriIsRefused() throws IOException {
        assertThat(fixture.get("query?q=" + "x".repeat(16_400)).status()).isEqualTo(414);
    }

    private SandboxFixture.Answer describeSince(String since) throws IOException {
        return fixture.call(
                "GET",
                SandboxFixture.DATA + "sobjects/Account/describe",
                "",
                Map.of("Authorization", "Bearer " + fixture.token(), "If-Modified-Since", since));
    }

    private String account() {
        return fixture.data.create("Account", "Name", "Alpha");
    }
}
