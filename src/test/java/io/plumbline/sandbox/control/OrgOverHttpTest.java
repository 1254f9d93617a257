package io.plumbline.sandbox.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.sandbox.SandboxFixture;
import io.plumbline.sandbox.record.OrgFixture;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What happens in the org and around it, in the JSON language of the control face, seen through the protocols. */
class OrgOverHttpTest {

    private final SandboxFixture fixture = new SandboxFixture();

    @AfterEach
    void stop() {
        fixture.close();
    }

    private void accounts(int count) {
        for (int i = 0; i < count; i++) {
            fixture.data.create("Account", "Name", "A" + i);
        }
    }

    private int count(String soql) throws IOException {
        return fixture.get("query?q=" + URLEncoder.encode(soql, StandardCharsets.UTF_8))
                .json()
                .path("totalSize")
                .asInt();
    }

    // G5
    @Test
    void hidesAShareOfTheAccountsFromTheIntegrationUserAlone() throws IOException {
        accounts(200);
        var told = fixture.control("POST", "sharing", "{\"object\":\"Account\",\"hidePercent\":30}");
        int hidden = told.json().path("hidden").asInt();
        assertThat(hidden).isBetween(40, 80);
        assertThat(count("SELECT COUNT() FROM Account")).isEqualTo(200 - hidden);
        String administrator = fixture.control("POST", "sessions", "{\"username\":\"admin@sandbox.plumbline.example\"}")
                .json()
                .path("accessToken")
                .asString();
        fixture.useToken(administrator);
        assertThat(count("SELECT COUNT() FROM Account")).isEqualTo(200);
        fixture.control("DELETE", "sharing", "");
        fixture.useToken(fixture.sandbox.accessToken());
        assertThat(count("SELECT COUNT() FROM Account")).isEqualTo(200);
    }

    // B5
    @Test
    void queriesThatFindTooMuchRunOutOfTime() throws IOException {
        accounts(3);
        fixture.control("POST", "queries", "{\"mostRowsInTime\":2}");
        var refused = fixture.get("query?q=SELECT+Id+FROM+Account");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path(0).path("errorCode").asString()).isEqualTo("QUERY_TIMEOUT");
        assertThat(fixture.soap("<query><queryString>SELECT Id FROM Account</queryString></query>")
                        .text())
                .contains("<sf:exceptionCode>QUERY_TIMEOUT</sf:exceptionCode>");
        assertThat(fixture.get("query?q=SELECT+Id+FROM+Account+WHERE+Name+!=+'A0'")
                        .status())
                .isEqualTo(200);
        assertThat(count("SELECT COUNT() FROM Account")).isEqualTo(3);
    }

    // C1, C11, G1, G3, F6, F13
    @Test
    void scriptsWhatNoCallOfTheApiCanDo() throws IOException {
        accounts(3);
        List<String> ids = IntStream.range(0, 3).mapToObj(i -> queryId("A" + i)).toList();
        fixture.control("POST", "commits", "{\"delay\":\"PT3S\"}");
        accounts(1);
        fixture.control("POST", "commits", "{\"delay\":\"PT0S\"}");
        assertThat(count("SELECT COUNT() FROM Account")).isEqualTo(3);
        fixture.control("POST", "clock", "{\"advance\":\"PT1M\"}");
        assertThat(count("SELECT COUNT() FROM Account")).isEqualTo(4);

        fixture.control("POST", "stamps", "{\"ids\":[\"" + ids.get(0) + "\"]}");
        assertThat(count("SELECT COUNT() FROM Account WHERE SystemModstamp > 2026-03-02T10:16:00Z"))
                .isEqualTo(1);

        fixture.control("POST", "merge", "{\"master\":\"" + ids.get(0) + "\",\"merged\":[\"" + ids.get(1) + "\"]}");
        assertThat(fixture.data.stored(ids.get(1)).get("MasterRecordId")).isEqualTo(ids.get(0));
        assertThat(fixture.control("POST", "purge", "{\"ids\":[\"" + ids.get(0) + "\"]}")
                        .status())
                .isEqualTo(400);
        assertThat(fixture.control("POST", "purge", "{\"ids\":[\"" + ids.get(1) + "\"]}")
                        .status())
                .isEqualTo(204);

        fixture.control(
                "POST",
                "rules",
                "{\"object\":\"Account\",\"field\":\"Rating\",\"refused\":\"Hot\",\"message\":\"Too hot\"}");
        assertThat(fixture.data
                        .tryUpdate("Account", ids.get(0), "Rating", "Hot")
                        .success())
                .isFalse();
        fixture.control(
                "POST",
                "automations",
                "{\"object\":\"Account\",\"field\":\"Site\",\"rewrite\":\"replace\",\"value\":null}");
        fixture.data.update("Account", ids.get(0), "Site", "Bonn");
        assertThat(fixture.data.stored(ids.get(0)).get("Site")).isNull();
        assertThat(fixture.control(
                                "POST", "automations", "{\"object\":\"Account\",\"field\":\"Site\",\"rewrite\":\"x\"}")
                        .status())
                .isEqualTo(400);
    }

    private String queryId(String name) {
        try {
            return fixture.get("query?q=SELECT+Id+FROM+Account+WHERE+Name='" + name + "'")
                    .json()
                    .path("records")
                    .path(0)
                    .path("Id")
                    .asString();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    // J7, J10
    @Test
    void movesToAnotherHostAndLeavesTheSignInBehind() throws Exception {
        String before = fixture.sandbox.instanceUrl();
        HttpClient client = HttpClient.newHttpClient();
        for (OldHost conduct : OldHost.values()) {
            String old = fixture.sandbox.instanceUrl();
            String now = fixture.control(
                            "POST", "host", "{\"oldHost\":\"" + conduct.name().toLowerCase(Locale.ROOT) + "\"}")
                    .json()
                    .path("instanceUrl")
                    .asString();
            assertThat(now).isNotEqualTo(old).isEqualTo(fixture.sandbox.instanceUrl());
            assertThat(fixture.get("limits").status()).isEqualTo(401);
            HttpRequest left = HttpRequest.newBuilder(URI.create(old + "/services/data/v65.0/limits?x=1"))
                    .build();
            switch (conduct) {
                case REDIRECTS -> {
                    var answer = client.send(left, HttpResponse.BodyHandlers.ofString());
                    assertThat(answer.statusCode()).isEqualTo(302);
                    assertThat(answer.headers().firstValue("Location"))
                            .hasValue(now + "/services/data/v65.0/limits?x=1");
                }
                case GONE ->
                    assertThat(client.send(left, HttpResponse.BodyHandlers.ofString())
                                    .statusCode())
                            .isEqualTo(404);
                case SILENT ->
                    assertThatThrownBy(() -> client.send(left, HttpResponse.BodyHandlers.ofString()))
                            .isInstanceOf(IOException.class);
            }
        }
        assertThat(fixture.sandbox.loginUrl()).isEqualTo(before);
        assertThat(signIn(client, before).body())
                .contains("\"instance_url\":\"" + fixture.sandbox.instanceUrl() + "\"");
        fixture.control("POST", "organization", "{\"id\":\"00D000000000999AAA\"}");
        assertThat(signIn(client, before).body()).contains("/id/00D000000000999AAA/");
    }

    private HttpResponse<String> signIn(HttpClient client, String host) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create(host + "/services/oauth2/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials&client_id="
                                + fixture.sandbox.clientId() + "&client_secret=" + fixture.sandbox.clientSecret()))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    // A4
    @Test
    void refusesSignInsThatComeTogetherAndEndsOlderSessions() throws Exception {
        HttpClient client = HttpClient.newHttpClient();
        fixture.control("POST", "sign-in", "{\"oneAtATime\":true,\"newestOnly\":true,\"takes\":\"PT0.3S\"}");
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Integer>> answers = IntStream.range(0, 4)
                    .mapToObj(i -> CompletableFuture.supplyAsync(
                            () -> {
                                try {
                                    return signIn(client, fixture.sandbox.loginUrl())
                                            .statusCode();
                                } catch (Exception e) {
                                    throw new IllegalStateException(e);
                                }
                            },
                            threads))
                    .toList();
            assertThat(answers.stream().map(CompletableFuture::join).toList()).contains(200, 400);
        }
        assertThat(fixture.get("limits").status()).isEqualTo(401);
    }

    // J2
    @Test
    void refusesMoreCallsAtOnceThanAllowed() throws IOException {
        fixture.control("POST", "limits", "{\"mostAtOnce\":1}");
        fixture.sandbox.meter().begin();
        var refused = fixture.get("limits");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text()).contains("ConcurrentRequests");
        fixture.sandbox.meter().end();
        assertThat(fixture.get("limits").status()).isEqualTo(200);
        assertThat(fixture.get("limits").status()).isEqualTo(200);
    }

    // F5: a status code that no client knows yet
    @Test
    void saysWhatNobodyHasHeardOf() throws IOException {
        String account = fixture.data.create("Account", "Name", "A");
        fixture.control(
                "POST",
                "faults",
                "{\"kind\":\"row-error\",\"operation\":\"soap.update\",\"code\":\"NEW_CODE_2031\",\"message\":\"new\"}");
        assertThat(fixture.soap("<update><sObjects><type>Account</type><Id>" + account + "</Id></sObjects></update>")
                        .text())
                .contains("<statusCode>NEW_CODE_2031</statusCode>");
        assertThat(fixture.data.org.clock().instant()).isEqualTo(OrgFixture.NOW.plus(Duration.ofMillis(123)));
        assertThat(fixture.call("GET", "/__sandbox/sharing", "", Map.of())
                        .json()
                        .path("hidden")
                        .isEmpty())
                .isTrue();
    }
}
