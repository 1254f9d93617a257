package io.plumbline.sandbox.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.sandbox.SandboxFixture;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Faults in the JSON language of the control face, judged by the journal. */
class FaultsOverHttpTest {

    private SandboxFixture fixture;

    @BeforeEach
    void start() {
        fixture = new SandboxFixture().asAdministrator();
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    // F1, F2
    @Test
    void aResetBeforeLeavesNoEffectAndOneAfterLeavesOne() throws IOException {
        fault("{\"kind\":\"reset-before\",\"operation\":\"soap.create\"}");
        assertThatThrownBy(this::createAccount).isInstanceOf(IOException.class);
        assertThat(effects()).isEmpty();

        fault("{\"kind\":\"reset-after\",\"operation\":\"soap.create\"}");
        assertThatThrownBy(this::createAccount).isInstanceOf(IOException.class);
        assertThat(effects()).hasSize(1);
        assertThat(fixture.sandbox.journal().entries("soap.create"))
                .extracting(JournalEntry::delivery)
                .containsExactly("nothing", "nothing");

        assertThat(createAccount().status()).isEqualTo(200);
        assertThat(effects()).hasSize(2);
    }

    // D9
    @Test
    void aCutBodyIsAnErrorToACarefulClient() throws IOException {
        fault("{\"kind\":\"cut-body\",\"operation\":\"rest.limits\",\"bytes\":10}");
        assertThatThrownBy(() -> fixture.get("limits")).isInstanceOf(IOException.class);
        assertThat(fixture.get("limits").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void aFaultStrikesTheRequestItWaitsFor(int at) throws IOException {
        fault("{\"kind\":\"refuse\",\"operation\":\"rest.limits\",\"code\":\"SERVER_UNAVAILABLE\",\"at\":" + at + "}");
        for (int i = 1; i <= 4; i++) {
            assertThat(fixture.get("sobjects").status()).isEqualTo(200);
            assertThat(fixture.get("limits").status()).isEqualTo(i == at ? 503 : 200);
        }
        assertThat(fixture.control("GET", "faults", "").json().isEmpty()).isTrue();
    }

    // A1, A3: each protocol says it in its own dialect
    @Test
    void aSessionDiesAtTheRequestItIsMeantTo() throws IOException {
        fault("{\"kind\":\"dead-session\",\"at\":2}");
        assertThat(fixture.get("limits").status()).isEqualTo(200);
        assertThat(fixture.get("limits").status()).isEqualTo(401);
        assertThat(fixture.get("limits").status()).isEqualTo(401);
        fixture.asAdministrator();
        assertThat(fixture.get("limits").status()).isEqualTo(200);

        fault("{\"kind\":\"dead-session\",\"message\":\"Session expired or invalid\"}");
        var soap = fixture.soap("<getServerTimestamp/>");
        assertThat(soap.status()).isEqualTo(500);
        assertThat(soap.text()).contains("<sf:exceptionMessage>Session expired or invalid</sf:exceptionMessage>");
    }

    // J4
    @ParameterizedTest
    @ValueSource(ints = {503, 200})
    void theMaintenancePageIsHtmlWhateverWasAsked(int status) throws IOException {
        fault("{\"kind\":\"maintenance\",\"status\":" + status + ",\"times\":2}");
        var page = fixture.soap("<getServerTimestamp/>");
        assertThat(page.status()).isEqualTo(status);
        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(page.text()).startsWith("<!DOCTYPE");
        assertThat(fixture.call("POST", "/services/oauth2/token", "grant_type=x", Map.of())
                        .text())
                .startsWith("<!DOCTYPE");
        assertThat(fixture.get("limits").status()).isEqualTo(200);
    }

    // J5
    @Test
    void readOnlyModeStopsWritesAndBulkUntilItIsOver() throws IOException {
        fault("{\"kind\":\"read-only\",\"times\":0,\"until\":\"2026-03-02T12:15:30Z\"}");
        assertThat(createAccount().text()).contains("INSERT_UPDATE_DELETE_NOT_ALLOWED_DURING_MAINTENANCE");
        assertThat(fixture.get("jobs/ingest").status()).isEqualTo(503);
        assertThat(fixture.get("limits").status()).isEqualTo(200);

        fixture.control("POST", "clock", "{\"advance\":\"PT2H\"}");
        fixture.asAdministrator();
        assertThat(createAccount().text()).contains("<success>true</success>");
        assertThat(effects()).hasSize(1);
    }

    @Test
    void theDailyLimitIsReachedInEveryDialect() throws IOException {
        fault("{\"kind\":\"limit-reached\",\"times\":2}");
        assertThat(createAccount().text()).contains("REQUEST_LIMIT_EXCEEDED: TotalRequests Limit exceeded.");
        assertThat(fixture.get("limits").status()).isEqualTo(403);
        fixture.control("POST", "limits", "{\"limit\":10,\"consume\":9}");
        assertThat(fixture.get("limits").header("Sforce-Limit-Info")).isEqualTo("api-usage=10/10");
        assertThat(fixture.get("limits").status()).isEqualTo(403);
        fixture.sandbox.clock().advance(Duration.ofHours(24));
        fixture.asAdministrator();
        assertThat(fixture.get("limits").header("Sforce-Limit-Info")).isEqualTo("api-usage=1/10");
    }

    // F3: a lock on a parent holds its children
    @Test
    void aLockStrikesTheRecordAndItsChildren() throws IOException {
        String account = fixture.data.create("Account", "Name", "Hot");
        fault("{\"kind\":\"row-lock\",\"operation\":\"*\",\"ids\":[\"" + account.substring(0, 15) + "\"],\"times\":2}");
        assertThat(fixture.rest("PATCH", "sobjects/Account/" + account, "{\"Name\":\"x\"}")
                        .text())
                .contains("UNABLE_TO_LOCK_ROW");
        assertThat(fixture.rest("POST", "sobjects/Contact", "{\"LastName\":\"x\",\"AccountId\":\"" + account + "\"}")
                        .text())
                .contains("UNABLE_TO_LOCK_ROW");
        assertThat(fixture.rest("PATCH", "sobjects/Account/" + account, "{\"Name\":\"x\"}")
                        .status())
                .isEqualTo(204);

        fixture.control("POST", "locks", "{\"id\":\"" + account + "\",\"attempts\":1}");
        assertThat(fixture.rest("PATCH", "sobjects/Account/" + account, "{\"Name\":\"y\"}")
                        .text())
                .contains("UNABLE_TO_LOCK_ROW");
        assertThat(fixture.rest("PATCH", "sobjects/Account/" + account, "{\"Name\":\"y\"}")
                        .status())
                .isEqualTo(204);
    }

    // J8: long enough to see, short enough not to wait
    @Test
    void aDelayHoldsTheAnswer() throws IOException {
        fault("{\"kind\":\"delay\",\"operation\":\"rest.limits\",\"millis\":150}");
        long before = System.nanoTime();
        fixture.get("limits");
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThanOrEqualTo(Duration.ofMillis(150));
    }

    @Test
    void theJournalTellsWhatWasAskedAndWhatCameOfIt() throws IOException {
        createAccount();
        JsonNode journal =
                fixture.control("GET", "journal?operation=soap.*", "").json();
        JsonNode entry = journal.path("entries").path(0);
        assertThat(entry.path("operation").asString()).isEqualTo("soap.create");
        assertThat(entry.path("detail").asString()).isEqualTo("Account x 1");
        assertThat(entry.path("status").asInt()).isEqualTo(200);
        assertThat(entry.path("apiCalls").asInt()).isEqualTo(1);
        assertThat(entry.path("user").asString())
                .isEqualTo(fixture.data.org.administrator().userId());
        JsonNode effect = journal.path("effects").path(0);
        assertThat(effect.path("operation").asString()).isEqualTo("create");
        assertThat(effect.path("object").asString()).isEqualTo("Account");
        assertThat(effect.path("fields").path(0).asString()).isEqualTo("Name");

        assertThat(fixture.control("DELETE", "journal", "").status()).isEqualTo(204);
        assertThat(fixture.sandbox.journal().entries()).isEmpty();
    }

    // A9: a repeated request has the same hash under another session; L1: and no token is kept
    @Test
    void bodyHashesDoNotDependOnTheSession() throws IOException {
        createAccount();
        String first = fixture.token();
        fixture.asAdministrator();
        createAccount();
        assertThat(fixture.sandbox.journal().entries("soap.create"))
                .extracting(JournalEntry::bodyHash)
                .containsOnly(fixture.sandbox.journal().entries().get(0).bodyHash());
        assertThat(fixture.control("GET", "journal", "").text())
                .doesNotContain(first)
                .doesNotContain(fixture.token());
    }

    @Test
    void theClockIsSetAndMoved() throws IOException {
        assertThat(fixture.control("GET", "clock", "").json().path("now").asString())
                .isEqualTo("2026-03-02T10:15:30.123Z");
        fixture.control("POST", "clock", "{\"set\":\"2027-01-01T00:00:00Z\"}");
        fixture.control("POST", "clock", "{\"advance\":\"P1D\"}");
        assertThat(fixture.sandbox.clock().instant()).isEqualTo("2027-01-02T00:00:00Z");
    }

    // I1, I4
    @Test
    void aFieldPermissionCanBeTakenAway() throws IOException {
        fixture.useToken(fixture.sandbox.accessToken());
        assertThat(fixture.get("sobjects/Account/describe").text()).contains("Plumbline_Health__c");
        fixture.control(
                "POST",
                "fields",
                "{\"object\":\"Account\",\"field\":\"Plumbline_Health__c\",\"readable\":false,\"editable\":false}");
        assertThat(fixture.get("sobjects/Account/describe").text()).doesNotContain("Plumbline_Health__c");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"kind\":\"fly\"}",
                "{\"operation\":\"*\"}",
                "{\"kind\":\"delay\"}",
                "{\"kind\":\"refuse\"}",
                "{\"kind\":\"reset-after\",\"at\":0}",
                "{oops"
            })
    void aRuleThatMakesNoSenseIsRefusedInWords(String rule) throws IOException {
        var refused = fixture.control("POST", "faults", rule);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path("error").asString()).isNotBlank();
        assertThat(fixture.sandbox.faults().rules()).isEmpty();
    }

    private void fault(String rule) throws IOException {
        assertThat(fixture.control("POST", "faults", rule).status()).isEqualTo(201);
    }

    private SandboxFixture.Answer createAccount() throws IOException {
        return fixture.soap("<create><sObjects><type>Account</type><Name>x</Name></sObjects></create>");
    }

    private java.util.List<Effect> effects() {
        return fixture.sandbox.journal().effects();
    }
}
