package io.plumbline.sandbox.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** The server without any Salesforce: what a handler sees of requests and callers of answers. */
class LoopbackServerTest {

    private static final Handler ECHO =
            request -> Response.text(200, "text/plain", request.method() + " " + request.path() + " " + request.text());

    @Test
    void inflatesWhatArrivesZippedAndRefusesWhatOnlySaysSo() throws Exception {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
            gzip.write("hello".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(post("/a", zipped.toByteArray(), "Content-Encoding", "gzip").body())
                .isEqualTo("POST /a hello");
        assertThat(post("/a", "plain".getBytes(StandardCharsets.UTF_8), "Content-Encoding", "gzip")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void takesDoubledSlashesForOneAndAPostedPatchForAPatch() throws Exception {
        assertThat(post("//a//b?_HttpMethod=patch", new byte[0], "X-Any", "1").body())
                .isEqualTo("PATCH /a/b ");
    }

    @Test
    void keepsAnEncodedSlashInsideItsPiece() {
        Request request = new Request("GET", "/x/a%2Fb/c%20d+e", "", Map.of(), new byte[0]);
        assertThat(request.segments()).containsExactly("x", "a/b", "c d+e");
    }

    // L1
    @Test
    void namesARequestWithoutItsHeadersAndBody() {
        Request request = new Request(
                "POST", "/x", "", Map.of("authorization", "Bearer s3cret"), "s3cret".getBytes(StandardCharsets.UTF_8));
        assertThat(request.toString()).isEqualTo("POST /x");
    }

    @Test
    void answersABugWith500() throws Exception {
        try (LoopbackServer server = LoopbackServer.bind(0);
                HttpClient client = HttpClient.newHttpClient()) {
            server.serve(request -> {
                throw new IllegalStateException("a bug");
            });
            assertThat(send(client, server, "/", new byte[0], "X-Any", "1").statusCode())
                    .isEqualTo(500);
        }
    }

    private static HttpResponse<String> post(String path, byte[] body, String header, String value)
            throws IOException, InterruptedException {
        try (LoopbackServer server = LoopbackServer.bind(0);
                HttpClient client = HttpClient.newHttpClient()) {
            server.serve(ECHO);
            return send(client, server, path, body, header, value);
        }
    }

    private static HttpResponse<String> send(
            HttpClient client, LoopbackServer server, String path, byte[] body, String header, String value)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + path))
                .header(header, value)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
