package io.plumbline.sandbox;

import io.plumbline.sandbox.record.OrgFixture;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A running sandbox over a small org, and short words to speak HTTP with it. */
public final class SandboxFixture implements AutoCloseable {

    public static final String DATA = "/services/data/v65.0/";

    public final OrgFixture data = new OrgFixture();
    public final Sandbox sandbox;
    private final HttpClient client = HttpClient.newHttpClient();
    private String token;

    public SandboxFixture() {
        this(SandboxOptions.defaults());
    }

    public SandboxFixture(SandboxOptions options) {
        try {
            sandbox = Sandbox.start(data.org, options);
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
        // A clock between two seconds shows who keeps the fraction and who must not.
        data.org.clock().set(OrgFixture.NOW.plusMillis(123));
        token = sandbox.accessToken();
    }

    /** What came back. */
    public record Answer(int status, HttpResponse<byte[]> raw) {

        public String text() {
            boolean zipped = raw.headers()
                    .firstValue("Content-Encoding")
                    .filter("gzip"::equals)
                    .isPresent();
            try {
                return zipped
                        ? new String(
                                new GZIPInputStream(new ByteArrayInputStream(raw.body())).readAllBytes(),
                                StandardCharsets.UTF_8)
                        : new String(raw.body(), StandardCharsets.UTF_8);
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }

        public JsonNode json() {
            return new JsonMapper().readTree(text());
        }

        public String header(String name) {
            return raw.headers().firstValue(name).orElse("");
        }
    }

    /** The session of all following calls. */
    public String token() {
        return token;
    }

    /** Lets all following calls come from the administrator, whom no permission holds back. */
    public SandboxFixture asAdministrator() {
        token = sandbox.accessToken(data.org.administrator());
        return this;
    }

    public void useToken(String other) {
        token = other;
    }

    /** Calls a path below {@code /services/data/v65.0/} with the session. */
    public Answer rest(String method, String path, String body) throws IOException {
        return call(
                method,
                DATA + path,
                body,
                Map.of("Authorization", "Bearer " + token, "Content-Type", "application/json"));
    }

    public Answer get(String path) throws IOException {
        return rest("GET", path, "");
    }

    /** Calls the control face. */
    public Answer control(String method, String path, String body) throws IOException {
        return call(method, "/__sandbox/" + path, body, Map.of());
    }

    public Answer call(String method, String path, String body, Map<String, String> headers) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(sandbox.instanceUrl() + path))
                .timeout(Duration.ofSeconds(20))
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::setHeader);
        return send(request.build());
    }

    public Answer send(HttpRequest request) throws IOException {
        try {
            HttpResponse<byte[]> response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            return new Answer(response.statusCode(), response);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException(stopped);
        }
    }

    /** Sends an envelope with the session. */
    public Answer soap(String operation) throws IOException {
        return soap("65.0", operation, "");
    }

    public Answer soap(String version, String operation, String moreHeaders) throws IOException {
        String envelope = """
                <soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" xmlns="urn:partner.soap.sforce.com" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
                <soapenv:Header><SessionHeader><sessionId>%s</sessionId></SessionHeader>%s</soapenv:Header>
                <soapenv:Body>%s</soapenv:Body>
                </soapenv:Envelope>""".formatted(token, moreHeaders, operation);
        return call(
                "POST",
                "/services/Soap/u/" + version,
                envelope,
                Map.of("Content-Type", "text/xml", "SOAPAction", "\"\""));
    }

    @Override
    public void close() {
        client.close();
        sandbox.close();
    }
}
