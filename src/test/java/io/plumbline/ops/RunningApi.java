package io.plumbline.ops;

import io.plumbline.config.Configuration;
import io.plumbline.config.Environment;
import io.plumbline.crm.RecordId;
import io.plumbline.flow.Sync;
import io.plumbline.flow.SyncRequest;
import io.plumbline.ops.api.token.Tokens;
import io.plumbline.ops.start.ConnectorApplication;
import io.plumbline.ops.start.Org;
import io.plumbline.ops.storage.DataFolder;
import io.plumbline.testing.SmallOrg;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole program before a small org, with a token for it, as the Salesforce package calls it. */
final class RunningApi implements AutoCloseable {

    static final Instant NOW = SmallOrg.MORNING;
    static final String OTHER_ORG = "00D000000000OTH";

    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient CALLER = HttpClient.newHttpClient();

    final SmallOrg org = new SmallOrg();
    final ConfigurableApplicationContext context;
    final String orgId;
    final Tokens tokens;
    String token;
    private int requests;

    /** The morning of the small org, which goes on only when a test says so. */
    static class MorningClock {

        @Bean
        @Primary
        Clock morning() {
            return Clock.fixed(NOW, ZoneOffset.UTC);
        }
    }

    /** @param more beans of a test's own */
    RunningApi(Path data, Configuration configuration, Class<?>... more) {
        context = ConnectorApplication.withPages(
                configuration,
                Org.namedBy(Environment.read(ShellRun.environment(org.sandbox, data))),
                DataFolder.settings(data),
                0,
                Stream.concat(Stream.of(MorningClock.class), Stream.of(more)).toArray(Class<?>[]::new));
        context.getBean(Sync.class).run(SyncRequest.today());
        orgId = jdbc().sql("select distinct org_id from journal_latest")
                .query(String.class)
                .single();
        tokens = context.getBean(Tokens.class);
        token = newToken();
    }

    /** One that nobody asked anything with, so that no test uses up what another one may ask. */
    String newToken() {
        return tokens.make(RecordId.of(orgId), "the test").reveal();
    }

    JdbcClient jdbc() {
        return context.getBean(JdbcClient.class);
    }

    /** What may become different when something is done: every row that tells of it, and every call to Salesforce. */
    Map<String, Long> effects() {
        Map<String, Long> effects = new LinkedHashMap<>();
        for (String table : new String[] {
            "journal_run", "journal_effect", "journal_verdict", "journal_answer", "journal_due", "outbox"
        }) {
            effects.put(
                    table,
                    jdbc().sql("select count(*) from " + table)
                            .query(Long.class)
                            .single());
        }
        effects.put("calls to Salesforce", org.sandbox.meter().used());
        return effects;
    }

    /** The body of a request to judge, which a test makes wrong in one place. */
    Map<String, Object> judgement() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("orgId", orgId);
        body.put("requestId", "request-" + ++requests);
        body.put("requestedAt", NOW.toString());
        body.put("requestedBy", org.sam);
        return body;
    }

    Map<String, Object> answer(String finding) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("orgId", orgId);
        body.put("requestId", "request-" + ++requests);
        body.put("requestedAt", NOW.toString());
        body.put("answeredBy", org.sam);
        body.put("finding", finding);
        body.put("reason", "The customer merges; the review comes after that");
        body.put("until", SmallOrg.TODAY.plusDays(60).toString());
        return body;
    }

    Reply judge(String account, Map<String, Object> body) {
        return post("/api/v1/accounts/" + account + "/judgements", token, JSON.writeValueAsString(body));
    }

    Reply answer(String account, Map<String, Object> body) {
        return post("/api/v1/accounts/" + account + "/answers", token, JSON.writeValueAsString(body));
    }

    Reply verdict(String account) {
        return get("/api/v1/accounts/" + account + "/verdict?orgId=" + orgId, token);
    }

    Reply post(String path, @Nullable String with, String body) {
        return send(request(path, with)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    Reply get(String path, @Nullable String with) {
        return send(request(path, with).GET());
    }

    private HttpRequest.Builder request(String path, @Nullable String with) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address(path));
        return with == null ? request : request.header("Authorization", "Bearer " + with);
    }

    URI address(String path) {
        return URI.create("http://localhost:" + ConnectorApplication.portOf(context) + path);
    }

    static Reply send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = CALLER.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Reply(response);
        } catch (IOException | InterruptedException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** What came back. */
    record Reply(HttpResponse<String> response) {

        int status() {
            return response.statusCode();
        }

        String text() {
            return response.body();
        }

        JsonNode json() {
            return JSON.readTree(response.body());
        }

        String detail() {
            return json().path("detail").asString();
        }
    }

    @Override
    public void close() {
        context.close();
        org.close();
    }
}
