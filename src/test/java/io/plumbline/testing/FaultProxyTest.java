package io.plumbline.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.sandbox.SandboxFixture;
import io.plumbline.testing.WireFault.Kind;
import io.plumbline.testing.WireFault.Phase;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sweep proves something only if each fault really is what it is called: seen by a client, and by the org. */
class FaultProxyTest {

    // A POST, since the JDK sends a GET again by itself when its connection breaks.
    private static final String ENVELOPE = """
            <e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/" xmlns="urn:partner.soap.sforce.com">
            <e:Header><SessionHeader><sessionId>%s</sessionId></SessionHeader></e:Header>
            <e:Body><getServerTimestamp/></e:Body></e:Envelope>""";
    private static final Duration LONG = Duration.ofSeconds(20);

    private static SandboxFixture org;
    private static FaultProxy proxy;

    @BeforeAll
    static void start() {
        org = new SandboxFixture();
        proxy = new FaultProxy();
    }

    @AfterAll
    static void stop() {
        proxy.close();
        org.close();
    }

    @ParameterizedTest
    @CsvSource({
        "RESET,        BEFORE_EXECUTION, no answer,     0",
        "STALL,        BEFORE_EXECUTION, no answer,     0",
        "CUT,          BEFORE_EXECUTION, no answer,     0",
        "PAGE_503,     BEFORE_EXECUTION, 503 text/html, 0",
        "PAGE_200,     BEFORE_EXECUTION, 200 text/html, 0",
        "DEAD_SESSION, BEFORE_EXECUTION, 500 text/xml,      1",
        "RESET,        AFTER_COMMIT,     no answer,     1",
        "STALL,        AFTER_COMMIT,     no answer,     1",
        "CUT,          AFTER_COMMIT,     no answer,     1",
        "PAGE_503,     AFTER_COMMIT,     503 text/html, 1",
        "PAGE_200,     AFTER_COMMIT,     200 text/html, 1",
        "DEAD_SESSION, AFTER_COMMIT,     no answer,     1",
        "RESET,        MID_BODY,         no answer,     1",
        "STALL,        MID_BODY,         no answer,     1",
        "CUT,          MID_BODY,         no answer,     1",
        "PAGE_503,     MID_BODY,         no answer,     1",
        "PAGE_200,     MID_BODY,         no answer,     1",
        "DEAD_SESSION, MID_BODY,         no answer,     1"
    })
    void doesWhatItSays(Kind kind, Phase phase, String seen, int arrived) throws InterruptedException {
        org.useToken(org.sandbox.accessToken());
        org.sandbox.journal().reset();
        proxy.standBefore(org.sandbox);
        proxy.strike(2, new WireFault(phase, kind));

        assertThat(asked(LONG)).as("the request before it").isEqualTo("200 text/xml");
        assertThat(asked(kind == Kind.STALL ? FaultProxy.PATIENCE : LONG)).isEqualTo(seen);
        assertThat(proxy.struck()).isTrue();
        assertThat(org.sandbox.journal().entries()).hasSize(1 + arrived);
        proxy.relent();
        boolean dead = kind == Kind.DEAD_SESSION;
        assertThat(asked(LONG)).as("the request after it").isEqualTo(dead ? "500 text/xml" : "200 text/xml");
    }

    private static String asked(Duration patience) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(proxy.address().resolve("/services/Soap/u/65.0"))
                .header("Content-Type", "text/xml")
                .header("SOAPAction", "\"\"")
                .POST(HttpRequest.BodyPublishers.ofString(ENVELOPE.formatted(org.token())))
                .timeout(patience)
                .build();
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            HttpResponse<String> answer = client.sendAsync(request, HttpResponse.BodyHandlers.ofString())
                    .orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                    .join();
            String type = answer.headers().firstValue("Content-Type").orElse("");
            return answer.statusCode() + " " + type.split(";")[0];
        } catch (CompletionException broken) {
            return "no answer";
        }
    }
}
