package io.plumbline.sandbox.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.sandbox.SandboxFixture;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Queries over REST: the look of rows, and pages by {@code nextRecordsUrl}. */
class QueryResourceTest {

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
    void rowsCarryTheirAttributesAndParents() throws IOException {
        String account = fixture.data.create("Account", "Name", "Parent");
        String contact = fixture.data.create("Contact", "LastName", "Child", "AccountId", account);
        JsonNode row = query("SELECT Id, LastName, CreatedDate, Account.Name FROM Contact")
                .json()
                .path("records")
                .path(0);

        assertThat(row.path("attributes").path("url").asString())
                .isEqualTo("/services/data/v65.0/sobjects/Contact/" + contact);
        assertThat(row.path("CreatedDate").asString()).isEqualTo("2026-03-02T10:15:30.000+0000");
        assertThat(row.path("Account").path("Name").asString()).isEqualTo("Parent");
        assertThat(row.path("Account").path("attributes").path("type").asString())
                .isEqualTo("Account");
    }

    @Test
    void numbersAreNumbersAndNullsAreNull() throws IOException {
        fixture.data.create("Account", "Name", "N", "AnnualRevenue", 1500000, "NumberOfEmployees", 12);
        JsonNode row = query("SELECT AnnualRevenue, NumberOfEmployees, Phone, Owner.Name FROM Account")
                .json()
                .path("records")
                .path(0);
        assertThat(row.path("AnnualRevenue").isNumber()).isTrue();
        assertThat(row.path("AnnualRevenue").decimalValue()).isEqualByComparingTo("1500000");
        assertThat(row.path("NumberOfEmployees").asInt()).isEqualTo(12);
        assertThat(row.path("Phone").isNull()).isTrue();
    }

    // B4
    @Test
    void childrenPageOnTheirOwnUntilTheirParentsMoveOn() throws IOException {
        String first = fixture.data.create("Account", "Name", "A");
        String second = fixture.data.create("Account", "Name", "B");
        for (int i = 0; i < 401; i++) {
            fixture.data.create("Contact", "LastName", "C" + i, "AccountId", i == 0 ? second : first);
        }
        fixture.sandbox.levers().mostRowsPerPage(1);
        JsonNode page = query("SELECT Name, (SELECT Id FROM Contacts) FROM Account ORDER BY Name")
                .json();
        fixture.sandbox.levers().mostRowsPerPage(2000);
        JsonNode children = page.path("records").path(0).path("Contacts");
        assertThat(children.path("totalSize").asInt()).isEqualTo(400);
        assertThat(children.path("done").asBoolean()).isFalse();
        assertThat(children.path("records").size()).isEqualTo(1);
        String next = children.path("nextRecordsUrl").asString();

        JsonNode more = get(next).json();
        assertThat(more.path("records").size()).isEqualTo(200);
        JsonNode last = get(more.path("nextRecordsUrl").asString()).json();
        assertThat(last.path("records").size()).isEqualTo(199);
        assertThat(last.path("done").asBoolean()).isTrue();

        JsonNode again = query("SELECT Name, (SELECT Id FROM Contacts) FROM Account ORDER BY Name DESC")
                .json();
        assertThat(again.path("records").path(0).path("Contacts").path("done").asBoolean())
                .isTrue();
        String ofSecondRow = again.path("records")
                .path(1)
                .path("Contacts")
                .path("nextRecordsUrl")
                .asString();
        assertThat(get(ofSecondRow).status()).isEqualTo(200);
    }

    // B4
    @Test
    void theNextPageOfParentsEndsTheChildrenOfTheLast() throws IOException {
        for (String name : List.of("A", "B")) {
            String account = fixture.data.create("Account", "Name", name);
            fixture.data.create("Contact", "LastName", "C1", "AccountId", account);
            fixture.data.create("Contact", "LastName", "C2", "AccountId", account);
        }
        fixture.sandbox.levers().mostRowsPerPage(1);
        JsonNode page = query("SELECT Name, (SELECT Id FROM Contacts) FROM Account ORDER BY Name")
                .json();
        String children = page.path("records")
                .path(0)
                .path("Contacts")
                .path("nextRecordsUrl")
                .asString();
        assertThat(get(page.path("nextRecordsUrl").asString()).status()).isEqualTo(200);
        SandboxFixture.Answer stale = get(children);
        assertThat(stale.status()).isEqualTo(400);
        assertThat(stale.text()).contains("INVALID_QUERY_LOCATOR");
    }

    private SandboxFixture.Answer get(String url) throws IOException {
        return fixture.get(url.substring(SandboxFixture.DATA.length()));
    }

    // B7
    @Test
    void anEmptyResultSaysSo() throws IOException {
        JsonNode none = query("SELECT Id FROM Account").json();
        assertThat(none.path("totalSize").asInt()).isZero();
        assertThat(none.path("done").asBoolean()).isTrue();
        assertThat(none.path("records").isEmpty()).isTrue();
        assertThat(none.has("nextRecordsUrl")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 199, 200, 201, 400, 401})
    void pagesHoldEveryRowOnce(int rows) throws IOException {
        IntStream.range(0, rows).forEach(i -> fixture.data.create("Account", "Name", "A" + i));
        List<String> ids = new ArrayList<>();
        JsonNode page = fixture.call(
                        "GET",
                        SandboxFixture.DATA + "query?q=SELECT+Id+FROM+Account",
                        "",
                        Map.of("Authorization", "Bearer " + fixture.token(), "Sforce-Query-Options", "batchSize=200"))
                .json();
        int pages = 1;
        collect(page, ids);
        while (!page.path("done").asBoolean()) {
            assertThat(page.path("totalSize").asInt()).isEqualTo(rows);
            page = next(page.path("nextRecordsUrl").asString()).json();
            collect(page, ids);
            pages++;
        }
        assertThat(ids).hasSize(rows).doesNotHaveDuplicates();
        assertThat(pages).isEqualTo((rows + 199) / 200);
    }

    // B1, B2: the server may give fewer rows than asked for, and forget
    @Test
    void aCursorCanBeMadeSmallAndTakenAway() throws IOException {
        IntStream.range(0, 3).forEach(i -> fixture.data.create("Account", "Name", "A" + i));
        fixture.control("POST", "paging", "{\"mostRows\":2}");
        JsonNode page = query("SELECT Id FROM Account").json();
        assertThat(page.path("records")).hasSize(2);
        String next = page.path("nextRecordsUrl").asString();
        assertThat(next).matches("/services/data/v65.0/query/01g\\w{15}-2");
        fixture.control("DELETE", "cursors", "");
        var refused = next(next);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path(0).path("errorCode").asString()).isEqualTo("INVALID_QUERY_LOCATOR");
    }

    @Test
    void aCursorOfAnotherSessionIsADeadSession() throws IOException {
        IntStream.range(0, 3).forEach(i -> fixture.data.create("Account", "Name", "A" + i));
        fixture.sandbox.levers().mostRowsPerPage(2);
        String next =
                query("SELECT Id FROM Account").json().path("nextRecordsUrl").asString();
        fixture.asAdministrator();
        assertThat(next(next).status()).isEqualTo(401);
    }

    @Test
    void aggregatesHaveATypeAndNoUrl() throws IOException {
        fixture.data.create("Account", "Name", "A");
        assertThat(query("SELECT COUNT() FROM Account").json().path("totalSize").asInt())
                .isEqualTo(1);
        JsonNode row =
                query("SELECT COUNT(Id) n FROM Account").json().path("records").path(0);
        assertThat(row.path("n").asInt()).isEqualTo(1);
        assertThat(row.path("attributes").path("type").asString()).isEqualTo("AggregateResult");
        assertThat(row.path("attributes").has("url")).isFalse();
    }

    @Test
    void queryAllHasTheDeletedOnes() throws IOException {
        String id = fixture.data.create("Account", "Name", "Gone");
        fixture.rest("DELETE", "sobjects/Account/" + id, "");
        assertThat(fixture.get("queryAll?q=SELECT+Id+FROM+Account")
                        .json()
                        .path("totalSize")
                        .asInt())
                .isEqualTo(1);
        assertThat(query("SELECT Id FROM Account").json().path("totalSize").asInt())
                .isZero();
    }

    @Test
    void badQueriesAre400WithTheirCode() throws IOException {
        assertThat(code("SELECT Nope__c FROM Account")).isEqualTo("INVALID_FIELD");
        assertThat(code("SELECT Id FROM Nothing")).isEqualTo("INVALID_TYPE");
        assertThat(code("SELECT Id FROM Account WHERE")).isEqualTo("MALFORMED_QUERY");
        assertThat(fixture.get("query").json().path(0).path("errorCode").asString())
                .isEqualTo("MALFORMED_QUERY");
    }

    private String code(String soql) throws IOException {
        var refused = query(soql);
        assertThat(refused.status()).isEqualTo(400);
        return refused.json().path(0).path("errorCode").asString();
    }

    private SandboxFixture.Answer query(String soql) throws IOException {
        return fixture.get("query?q=" + URLEncoder.encode(soql, StandardCharsets.UTF_8));
    }

    private SandboxFixture.Answer next(String url) throws IOException {
        return fixture.call("GET", url, "", Map.of("Authorization", "Bearer " + fixture.token()));
    }

    private static void collect(JsonNode page, List<String> ids) {
        page.path("records").forEach(row -> ids.add(row.path("Id").asString()));
    }

    @Test
    void tellsTheColumnsInsteadOfTheRecordsWhenAsked() throws IOException {
        var json = fixture.get("query?columns=true&q=SELECT+Id,Name,Parent.Owner.Name,Parent.Name+FROM+Account")
                .json();
        assertThat(json.path("records").isMissingNode()).isTrue();
        assertThat(json.path("entityName").asString()).isEqualTo("Account");
        var columns = json.path("columnMetadata");
        assertThat(columns.valueStream().map(column -> column.path("columnName").asString()))
                .containsExactly("Id", "Name", "Parent");
        assertThat(columns.path(2)
                        .path("joinColumns")
                        .valueStream()
                        .map(column -> column.path("columnName").asString()))
                .containsExactly("Owner", "Name");
        assertThat(columns.path(0).path("joinColumns").isArray()).isTrue();
    }
}
