package io.plumbline.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.config.Configuration;
import io.plumbline.crm.RecordId;
import io.plumbline.ops.RunningApi.Reply;
import io.plumbline.ops.access.Role;
import io.plumbline.testing.SmallOrg;
import io.plumbline.testing.Trap;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What may not be asked over HTTP, and that nothing at all is done for it; and what may. */
class HttpApiTest {

    @TempDir
    static Path data;

    private static RunningApi api;

    @BeforeAll
    static void start() {
        api = new RunningApi(data, Configuration.shipped());
    }

    @BeforeEach
    void anew() {
        api.token = api.newToken();
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    @Test
    void judgesAnAccountAndGivesTheVerdict() {
        Reply reply = api.judge(api.org.acme, api.judgement());

        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        assertThat(reply.json().path("accountId").asString()).isEqualTo(api.org.acme);
        assertThat(reply.json().path("asOf").asString()).isEqualTo(SmallOrg.TODAY.toString());
        assertThat(reply.json().path("planCurrency").asString()).isEqualTo("Stale");
        assertThat(reply.json().path("findings").findValuesAsString("key")).contains("plan.review");
    }

    @Test
    void readsTheVerdictWithoutAskingSalesforceOrDoingAnything() {
        Reply reply = nothingIsDoneFor(() -> api.verdict(api.org.acme.substring(0, 15)));

        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        assertThat(reply.json().path("accountId").asString()).isEqualTo(api.org.acme);
        assertThat(reply.response().headers().allValues("Set-Cookie")).isEmpty();
        assertThat(reply.response().headers().firstValue("Cache-Control"))
                .hasValueSatisfying(value -> assertThat(value).contains("no-store"));
    }

    @Trap("L11")
    @Test
    void forgedTokenIsRefused() {
        String last = api.token.substring(api.token.length() - 1);
        for (String forged : new String[] {
            api.token.substring(0, api.token.length() - 1) + (last.equals("A") ? "B" : "A"),
            api.token.replaceFirst("_[0-9]+_", "_999999999999_"),
            "plumbline_1_",
            "' or 1=1 --",
            ""
        }) {
            assertProblem(nothingIsDoneFor(() -> post(forged, api.judgement())), 401, "plumbline token new");
        }
        assertProblem(
                nothingIsDoneFor(() -> api.post(path(), null, json(api.judgement()))), 401, "plumbline token new");
        assertProblem(nothingIsDoneFor(() -> api.get(verdictPath(), null)), 401, "plumbline token new");
    }

    @Trap("L11")
    @Test
    void revokedTokenIsRefused() {
        String revoked =
                api.tokens.make(RecordId.of(api.orgId), "left the company").reveal();
        assertThat(api.get(verdictPath(), revoked).status()).isEqualTo(200);

        assertThat(api.tokens.revoke(Long.parseLong(revoked.split("_")[1]))).isTrue();

        assertProblem(nothingIsDoneFor(() -> post(revoked, api.judgement())), 401, "plumbline token new");
    }

    @Trap("L11")
    @Test
    void copyOfARequestIsRefused() {
        Map<String, Object> body = api.judgement();
        assertThat(api.judge(api.org.acme, body).status()).isEqualTo(200);

        assertProblem(nothingIsDoneFor(() -> api.judge(api.org.acme, body)), 409, "requestId of its own");
        assertProblem(nothingIsDoneFor(() -> api.judge(api.org.brook, body)), 409, "requestId of its own");
    }

    @Trap("L11")
    @ParameterizedTest
    @CsvSource({"-300, 200", "-301, 400", "300, 200", "301, 400", "-86400, 400"})
    void requestMustBeOfTheLastOrNextFiveMinutes(long seconds, int status) {
        Map<String, Object> body = api.judgement();
        body.put("requestedAt", RunningApi.NOW.plusSeconds(seconds).toString());

        if (status == 200) {
            assertThat(api.judge(api.org.acme, body).status()).isEqualTo(200);
        } else {
            assertProblem(nothingIsDoneFor(() -> api.judge(api.org.acme, body)), 400, "sets the clock");
        }
    }

    @Trap("L11")
    @Test
    void requestForAnotherOrgIsRefused() {
        Map<String, Object> body = api.judgement();
        body.put("orgId", RunningApi.OTHER_ORG);

        assertProblem(nothingIsDoneFor(() -> api.judge(api.org.acme, body)), 403, "another org");
        assertProblem(
                nothingIsDoneFor(() -> api.get(
                        "/api/v1/accounts/" + api.org.acme + "/verdict?orgId=" + RunningApi.OTHER_ORG, api.token)),
                403,
                "another org");
    }

    /** A token that was made for another org, on a database that several orgs share. */
    @Trap("L11")
    @Test
    void tokenOfAnotherOrgIsRefused() {
        String others = api.tokens
                .make(RecordId.of(RunningApi.OTHER_ORG), "another org")
                .reveal();
        Map<String, Object> ours = api.judgement();
        Map<String, Object> theirs = api.judgement();
        theirs.put("orgId", RunningApi.OTHER_ORG);

        assertProblem(nothingIsDoneFor(() -> post(others, ours)), 403, "another org");
        assertProblem(nothingIsDoneFor(() -> post(others, theirs)), 404, "next sync");
    }

    @Trap("L11")
    @Test
    void accountThatWasNeverJudgedIsNotFound() {
        assertProblem(nothingIsDoneFor(() -> api.judge("001000000000ABC", api.judgement())), 404, "next sync");
        assertProblem(nothingIsDoneFor(() -> api.verdict("001000000000ABC")), 404, "next sync");
    }

    @Trap("L11")
    @Test
    void findingThatIsNotThereCannotBeAnswered() {
        assertProblem(nothingIsDoneFor(() -> api.answer(api.org.acme, api.answer("plan.horoscope"))), 404, "finding");
    }

    @Trap("L11")
    @Test
    void bodyOfMoreThan64KilobytesIsRefused() {
        String body = json(api.judgement());
        String most = body + " ".repeat(64 * 1024 - body.length());

        assertThat(api.post(path(), api.token, most).status()).isEqualTo(200);
        assertProblem(nothingIsDoneFor(() -> api.post(path(), api.token, most + " ")), 413, "64 kB");
        // One that does not say beforehand how long it is.
        assertProblem(
                nothingIsDoneFor(() -> RunningApi.send(HttpRequest.newBuilder(api.address(path()))
                        .header("Authorization", "Bearer " + api.token)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofByteArrays(java.util.Collections.nCopies(
                                80, " ".repeat(1024).getBytes(StandardCharsets.UTF_8)))))),
                413,
                "64 kB");
    }

    /** The clock stands still, so nothing is filled up again. */
    @Trap("L11")
    @Test
    void tokenThatAsksMoreOftenThanIsAllowedIsTold() {
        for (int i = 0; i < Configuration.shipped().connector().requestsPerMinute(); i++) {
            assertThat(api.verdict(api.org.acme).status()).isEqualTo(200);
        }

        Reply reply = nothingIsDoneFor(() -> api.judge(api.org.acme, api.judgement()));

        assertProblem(reply, 429, "requests.perMinute");
        assertThat(reply.response().headers().firstValue("Retry-After")).contains("60");
        assertThat(api.get(verdictPath(), api.newToken()).status()).isEqualTo(200);
    }

    @Trap("L12")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{",
                "{}{}",
                "{\"orgId\":1}",
                "{\"orgid\":\"x\"}",
                "{\"orgId\":\"a\",\"orgId\":\"b\"}",
                "{\"orgId\":{\"a\":{\"b\":{\"c\":{}}}}}"
            })
    void bodyThatTheDocumentDoesNotDescribeIsRefused(String body) {
        assertProblem(nothingIsDoneFor(() -> api.post(path(), api.token, body)), 400, "document describes");
    }

    @Test
    void endlessNestingIsRefused() {
        String deep = "{\"orgId\":" + "[".repeat(20_000) + "]".repeat(20_000) + "}";

        assertProblem(nothingIsDoneFor(() -> api.post(path(), api.token, deep)), 400, "nested too deep");
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnceAndNothingOfItIsRepeated() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("orgId", "evil\r\nSet-Cookie: a=b");
        body.put("requestId", "no blanks");
        body.put("requestedAt", "yesterday");
        body.put("until", "2028-01-01");
        body.put("reason", " \n ");
        body.put("finding", "x".repeat(256));

        Reply reply = nothingIsDoneFor(() -> api.answer("me", body));

        assertProblem(reply, 400, "requestId");
        assertThat(reply.detail())
                .contains("accountId", "orgId", "answeredBy", "requestedAt", "until", "reason", "finding")
                .doesNotContain("evil", "yesterday", "xxx");
    }

    /** The last two stand for somebody's today in the far west, and for a year from a today in the far east. */
    @ParameterizedTest
    @CsvSource({"2026-06-28, false", "2027-07-01, false", "2026-06-29, true", "2027-06-30, true"})
    void answerHoldsFromTodayToAYearAhead(String until, boolean allowed) {
        Map<String, Object> body = api.answer("vet.nothing");
        body.put("until", until);

        assertThat(api.answer(api.org.acme, body).status()).isEqualTo(allowed ? 404 : 400);
    }

    @Test
    void nothingElseIsThere() {
        assertThat(api.get("/api/v1/accounts/" + api.org.acme, api.token).status())
                .isEqualTo(404);
        assertThat(api.get("/api/v2", api.token).status()).isEqualTo(404);
        assertThat(api.get(path(), api.token).status()).isEqualTo(405);
        assertThat(api.get("/api/v2", null).status()).isEqualTo(401);
    }

    /** A person who is signed in to the console is a stranger here, and a token is of no use there. */
    @Trap("L9")
    @Test
    void everyRouteOfTheApiIsForBearersAlone() {
        Set<String> routes = new TreeSet<>();
        api.context
                .getBeansOfType(RequestMappingHandlerMapping.class)
                .values()
                .forEach(mapping ->
                        mapping.getHandlerMethods().keySet().forEach(route -> routes.addAll(route.getPatternValues())));
        routes.removeIf(route -> !route.startsWith("/api"));
        assertThat(routes)
                .containsExactly(
                        "/api/v1/accounts/{accountId}/answers",
                        "/api/v1/accounts/{accountId}/judgements",
                        "/api/v1/accounts/{accountId}/verdict");
        Browser operator = Browser.signedIn(api.context, Role.OPERATOR, true);
        routes.addAll(List.of("/api", "/api/", "/api/v1/accounts", "/api/../api/v1", "/api/v1/accounts/x/verdict;a=b"));

        for (String route : routes) {
            String path = route.replace("{accountId}", api.org.acme);
            for (Browser browser : List.of(new Browser(api.context), operator)) {
                assertThat(browser.fetch(path).statusCode()).as("GET " + path).isIn(400, 401);
                assertThat(browser.post(path, Map.of()).statusCode())
                        .as("POST " + path)
                        .isIn(400, 401);
            }
        }
        assertThat(api.get("/", api.token).status()).isIn(302, 401);
        assertThat(api.get("/actuator/prometheus", api.token).status()).isEqualTo(401);
    }

    /** Carries the request out and sees that it left no trace anywhere. */
    private static Reply nothingIsDoneFor(Supplier<Reply> request) {
        Map<String, Long> before = api.effects();
        Reply reply = request.get();
        assertThat(api.effects()).as(reply.text()).isEqualTo(before);
        return reply;
    }

    private static void assertProblem(Reply reply, int status, String says) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(status);
        assertThat(reply.response().headers().firstValue("Content-Type")).contains("application/json");
        assertThat(reply.json().path("status").asInt()).isEqualTo(status);
        assertThat(reply.json().path("title").asString()).isNotBlank();
        assertThat(reply.detail()).contains(says);
        assertThat(reply.text()).doesNotContain("Exception", api.token);
    }

    private static String path() {
        return "/api/v1/accounts/" + api.org.acme + "/judgements";
    }

    private static String verdictPath() {
        return "/api/v1/accounts/" + api.org.acme + "/verdict?orgId=" + api.orgId;
    }

    private static Reply post(String token, Map<String, Object> body) {
        return api.post(path(), token, json(body));
    }

    private static String json(Map<String, Object> body) {
        return new tools.jackson.databind.json.JsonMapper().writeValueAsString(body);
    }
}
