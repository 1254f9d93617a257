package io.plumbline.flow.checkup;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.plumbline.config.Connection;
import io.plumbline.config.Credentials;
import io.plumbline.config.InstanceUrl;
import io.plumbline.config.Secret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An address that answers what it is told to, by the clock of this machine. */
class AddressCheckTest {

    private static final String VERSIONS = "[{\"version\":\"64.0\"},{\"version\":\"65.0\"},{\"version\":\"66.0\"}]";

    private HttpServer server;
    private String body = VERSIONS;
    private int status = 200;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/services/data", exchange -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", body.startsWith("<") ? "text/html" : "application/json");
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    /** The date of an answer is whole seconds, so some leeway is left on either side of the bounds. */
    @ParameterizedTest
    @CsvSource({
        "0, secret, ok",
        "20, secret, ok",
        "-20, jwt, ok",
        "30, secret, warning",
        "-30, jwt, warning",
        "110, jwt, warning",
        "130, jwt, problem",
        "-130, jwt, problem",
        "86400, secret, warning"
    })
    void clockThatIsOffMattersWhereSignInGoesByIt(long seconds, String flow, String state) {
        CheckupLine clock = line("clock", flow, Clock.offset(Clock.systemUTC(), Duration.ofSeconds(seconds)));

        assertThat(clock.state().word()).as(clock.says()).isEqualTo(state);
        if (!state.equals("ok")) {
            assertThat(clock.says()).contains(seconds < 0 ? "behind" : "ahead of");
            assertThat(clock.advice()).contains("NTP");
        }
    }

    @Test
    void versionThatIsServedIsToldWithItsNeighbours() {
        assertThat(line("api-version").says()).isEqualTo("65.0, one of 64.0 to 66.0 that the org serves.");
    }

    @Test
    void versionThatIsNoLongerServedIsAProblem() {
        body = "[{\"version\":\"68.0\"},{\"version\":\"70.0\"}]";

        assertThat(line("api-version").state()).isEqualTo(CheckupLine.State.PROBLEM);
        assertThat(line("api-version").says()).contains("speaks 65.0", "68.0 to 70.0");
    }

    @Test
    void webPageInsteadOfDataMayPass() {
        body = "<html><title>Down for maintenance</title></html>";
        status = 503;

        assertThat(line("address").state()).isEqualTo(CheckupLine.State.PROBLEM);
        assertThat(line("address").passing()).isTrue();
        assertThat(line("api-version").state()).isEqualTo(CheckupLine.State.NOT_CHECKED);
    }

    private CheckupLine line(String id) {
        return line(id, "secret", Clock.systemUTC());
    }

    private CheckupLine line(String id, String flow, Clock clock) {
        Credentials credentials = flow.equals("jwt")
                ? new Credentials.JwtBearer("key", "user@acme.example", Path.of("key.pem"))
                : new Credentials.ClientCredentials("key", Secret.of("secret"));
        Connection connection = new Connection(
                InstanceUrl.of("http://localhost:" + server.getAddress().getPort()), credentials);
        List<CheckupLine> lines = new AddressCheck(connection, clock).lines();
        return lines.stream().filter(line -> line.id().equals(id)).findFirst().orElseThrow();
    }
}
