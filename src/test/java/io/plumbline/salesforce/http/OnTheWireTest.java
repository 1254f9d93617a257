package io.plumbline.salesforce.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.testing.Trap;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a request looks like to a server: our headers, those that HTTP wants, and none that a library likes to add. */
class OnTheWireTest {

    private static final List<byte[]> PARTS = List.of(bytes("Id,Name\n"), bytes("001,Acme\n"));

    private final SalesforceHttp http = new SalesforceHttp(Deadlines.SIGN_IN);
    private ScriptedServer server;

    @BeforeEach
    void start() throws IOException {
        server = new ScriptedServer(
                (request, client) -> ScriptedServer.say(client, ScriptedServer.whole("200 OK", "x")));
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Trap("B3")
    @Test
    void postHasItsLengthAndNothingOfTheLibrarysOwn() throws IOException {
        http.post(server.address(), Map.of("SOAPAction", "\"\"", "Content-Type", "text/xml"), bytes("hello"), false);

        assertThat(only().line()).isEqualTo("POST /services HTTP/1.1");
        assertThat(only().headers())
                .containsExactly(
                        "Accept-Encoding: gzip",
                        "Cache-Control: no-store",
                        "Content-Length: 5",
                        "Content-Type: text/xml",
                        "Host: " + server.address().getAuthority(),
                        "SOAPAction: \"\"",
                        "User-Agent: Plumbline");
        assertThat(only().body()).asString().isEqualTo("hello");
    }

    @Test
    void emptyPostSaysThatItIsEmpty() throws IOException {
        http.post(server.address(), Map.of(), new byte[0], false);

        assertThat(only().headers()).contains("Content-Length: 0");
    }

    /** Salesforce wants the length of an upload, and PATCH is how a job is closed. */
    @ParameterizedTest
    @ValueSource(strings = {"PUT", "PATCH", "POST"})
    void partsOfABodyAreSentAsOneWithItsLength(String method) throws IOException {
        open(method, PARTS);

        assertThat(only().line()).isEqualTo(method + " /services?a=b%20c HTTP/1.1");
        assertThat(only().headers())
                .contains("Content-Length: 17")
                .noneMatch(header -> header.startsWith("Transfer-Encoding") || header.startsWith("Expect"));
        assertThat(only().body()).asString().isEqualTo("Id,Name\n001,Acme\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "DELETE"})
    void noBodyHasNoLength(String method) throws IOException {
        open(method, List.of());

        assertThat(only().headers())
                .containsExactly(
                        "Accept-Encoding: gzip",
                        "Cache-Control: no-store",
                        "Host: " + server.address().getAuthority(),
                        "User-Agent: Plumbline");
    }

    /** A cookie is nobody's login here, and would be sent with the next org's requests. */
    @Test
    void noCookieComesBack() throws IOException {
        server.close();
        server = new ScriptedServer((request, client) ->
                ScriptedServer.say(client, "HTTP/1.1 200 OK\r\nSet-Cookie: a=b; Path=/\r\nContent-Length: 0\r\n\r\n"));

        http.post(server.address(), Map.of(), new byte[0], false);
        http.post(server.address(), Map.of(), new byte[0], false);

        assertThat(server.requests())
                .hasSize(2)
                .allSatisfy(request -> assertThat(request.headers()).noneMatch(header -> header.startsWith("Cookie")));
    }

    private void open(String method, List<byte[]> body) throws IOException {
        URI address = URI.create(server.address() + "?a=b%20c");
        try (OpenAnswer answer =
                http.open(new StreamCall(method, address, Map.of(), body, 1000, Duration.ofSeconds(20)))) {
            assertThat(answer.whole().text()).isEqualTo("x");
        }
    }

    private ScriptedServer.Request only() {
        assertThat(server.requests()).hasSize(1);
        return server.requests().getFirst();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
