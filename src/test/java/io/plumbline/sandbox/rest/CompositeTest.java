package io.plumbline.sandbox.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.sandbox.SandboxFixture;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Several requests in one: composite, batch and tree. */
class CompositeTest {

    private final SandboxFixture fixture = new SandboxFixture().asAdministrator();

    @AfterEach
    void stop() {
        fixture.close();
    }

    private JsonNode composite(boolean allOrNone, String... requests) throws IOException {
        var answer = fixture.rest(
                "POST",
                "composite",
                "{\"allOrNone\":" + allOrNone + ",\"compositeRequest\":[" + String.join(",", requests) + "]}");
        assertThat(answer.status()).isEqualTo(200);
        return answer.json().path("compositeResponse");
    }

    private static String request(String id, String method, String below, String body) {
        return "{\"referenceId\":\"" + id + "\",\"method\":\"" + method + "\",\"url\":\"" + SandboxFixture.DATA + below
                + "\"" + (body.isEmpty() ? "" : ",\"body\":" + body) + "}";
    }

    private int accounts() throws IOException {
        return fixture.get("query?q=SELECT+COUNT()+FROM+Account")
                .json()
                .path("totalSize")
                .asInt();
    }

    @ParameterizedTest
    @ValueSource(strings = {"query?q=SELECT+COUNT()+FROM+Account", "queryAll?q=SELECT+COUNT()+FROM+Account"})
    void fiveOfItsRequestsMayBeQueries(String query) throws IOException {
        assertThat(composite(false, queries(query, 5)).size()).isEqualTo(5);
        assertThat(fixture.rest(
                                "POST",
                                "composite",
                                "{\"compositeRequest\":[" + String.join(",", queries(query, 6)) + "]}")
                        .status())
                .isEqualTo(400);
    }

    private static String[] queries(String query, int number) {
        return IntStream.range(0, number)
                .mapToObj(i -> request("q" + i, "GET", query, ""))
                .toArray(String[]::new);
    }

    @Test
    void laterRequestsUseTheAnswersOfEarlierOnes() throws IOException {
        JsonNode answers = composite(
                true,
                request("account", "POST", "sobjects/Account", "{\"Name\":\"Acme \\\"quoted\\\"\"}"),
                request(
                        "contact",
                        "POST",
                        "sobjects/Contact",
                        "{\"LastName\":\"Doe\",\"AccountId\":\"@{account.id}\"}"),
                request(
                        "read",
                        "GET",
                        "query?q=SELECT+Id,Account.Name+FROM+Contact+WHERE+AccountId='@{account.id}'",
                        ""),
                request("named", "POST", "sobjects/Account", "{\"Name\":\"@{read.records[0].Account.Name}\"}"),
                request("update", "PATCH", "sobjects/Account/@{named.id}", "{\"Site\":\"Bonn\"}"));
        assertThat(answers.path(0).path("httpStatusCode").asInt()).isEqualTo(201);
        assertThat(answers.path(0).path("httpHeaders").path("Location").asString())
                .startsWith("/services/data/v65.0/sobjects/Account/001");
        assertThat(answers.path(2).path("body").path("totalSize").asInt()).isEqualTo(1);
        assertThat(answers.path(4).path("httpStatusCode").asInt()).isEqualTo(204);
        assertThat(answers.path(4).path("body").isNull()).isTrue();
        assertThat(fixture.data
                        .stored(answers.path(3).path("body").path("id").asString())
                        .get("Name"))
                .isEqualTo("Acme \"quoted\"");
        assertThat(fixture.sandbox
                        .journal()
                        .entries("rest.composite")
                        .getFirst()
                        .effects())
                .hasSize(4);
    }

    @Test
    void allOrNoneLeavesNothingOfAFailedComposite() throws IOException {
        JsonNode answers = composite(
                true,
                request("a", "POST", "sobjects/Account", "{\"Name\":\"A\"}"),
                request("b", "POST", "sobjects/Account", "{\"Nope\":1}"),
                request("c", "POST", "sobjects/Account", "{\"Name\":\"C\"}"));
        assertThat(answers.path(0).path("body").path(0).path("errorCode").asString())
                .isEqualTo("PROCESSING_HALTED");
        assertThat(answers.path(1).path("body").path(0).path("errorCode").asString())
                .isEqualTo("INVALID_FIELD");
        assertThat(answers.path(2).path("httpStatusCode").asInt()).isEqualTo(400);
        assertThat(accounts()).isZero();
        assertThat(fixture.sandbox.journal().effects()).isEmpty();
    }

    @Test
    void withoutItEachRequestStandsAlone() throws IOException {
        JsonNode answers = composite(
                false,
                request("a", "POST", "sobjects/Account", "{\"Name\":\"A\"}"),
                request("b", "POST", "sobjects/Account", "{\"Nope\":1}"),
                request("c", "POST", "sobjects/Contact", "{\"LastName\":\"C\",\"AccountId\":\"@{b.id}\"}"),
                request("d", "GET", "search?q=x", ""));
        assertThat(accounts()).isEqualTo(1);
        assertThat(answers.path(2).path("body").path(0).path("message").asString())
                .isEqualTo("Invalid reference specified. No value for b.id found in b");
        assertThat(answers.path(3).path("body").path(0).path("message").asString())
                .isEqualTo("the sandbox does not offer the resource search");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"compositeRequest\":[]}",
                "{\"compositeRequest\":[{\"method\":\"GET\",\"url\":\"/services/data/v65.0/limits\"}]}",
                "{}"
            })
    void refusesACompositeThatMakesNoSense(String body) throws IOException {
        var answer = fixture.rest("POST", "composite", body);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).contains("INVALID_INPUT");
    }

    @Test
    void aBatchStopsAtTheFirstErrorWhenAskedTo() throws IOException {
        String requests = "\"batchRequests\":[{\"method\":\"GET\",\"url\":\"v65.0/limits\"},"
                + "{\"method\":\"GET\",\"url\":\"v65.0/sobjects/Account/001000000000000AAA\"},"
                + "{\"method\":\"POST\",\"url\":\"v65.0/sobjects/Account\",\"richInput\":{\"Name\":\"A\"}}]";
        JsonNode halted = fixture.rest("POST", "composite/batch", "{\"haltOnError\":true," + requests + "}")
                .json();
        assertThat(halted.path("hasErrors").asBoolean()).isTrue();
        assertThat(halted.path("results")
                        .valueStream()
                        .map(result -> result.path("statusCode").asInt()))
                .containsExactly(200, 404, 412);
        JsonNode all =
                fixture.rest("POST", "composite/batch", "{" + requests + "}").json();
        assertThat(all.path("results")
                        .valueStream()
                        .map(result -> result.path("statusCode").asInt()))
                .containsExactly(200, 404, 201);
    }

    @Test
    void aTreeIsCreatedWholeOrNotAtAll() throws IOException {
        String tree = "{\"records\":[{\"attributes\":{\"type\":\"Account\",\"referenceId\":\"r1\"},\"Name\":\"Acme\","
                + "\"Contacts\":{\"records\":[{\"attributes\":{\"type\":\"Contact\",\"referenceId\":\"r2\"},\"%s\":\"Doe\"}]}}]}";
        var failed = fixture.rest("POST", "composite/tree/Account", tree.formatted("FirstName"));
        assertThat(failed.status()).isEqualTo(400);
        assertThat(failed.json().path("hasErrors").asBoolean()).isTrue();
        assertThat(failed.json().path("results").path(0).path("referenceId").asString())
                .isEqualTo("r2");
        assertThat(accounts()).isZero();

        var made = fixture.rest("POST", "composite/tree/Account", tree.formatted("LastName"));
        assertThat(made.status()).isEqualTo(201);
        String contact = made.json().path("results").path(1).path("id").asString();
        assertThat(fixture.data.stored(contact).get("AccountId"))
                .isEqualTo(made.json().path("results").path(0).path("id").asString());
    }

    @Test
    void refusesByNameWhatItDoesNotOffer() throws IOException {
        var answer = fixture.get("search?q=FIND+%7BAcme%7D");
        assertThat(answer.json().path(0).path("errorCode").asString()).isEqualTo("FUNCTIONALITY_NOT_ENABLED");
        for (String path : List.of("describe/layouts", "listviews", "describe/compactLayouts", "quickActions")) {
            assertThat(fixture.get("sobjects/Account/" + path).text()).as(path).contains("FUNCTIONALITY_NOT_ENABLED");
        }
        var xml = fixture.call(
                "GET",
                SandboxFixture.DATA + "limits",
                "",
                Map.of("Authorization", "Bearer " + fixture.token(), "Accept", "application/xml"));
        assertThat(xml.status()).isEqualTo(415);
        assertThat(fixture.get("nothing").json().path(0).path("errorCode").asString())
                .isEqualTo("NOT_FOUND");
    }
}
