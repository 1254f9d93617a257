package io.plumbline.salesforce.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import io.plumbline.salesforce.SalesforceFailure;
import io.plumbline.testing.Trap;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SalesforceHttpTest {

    private static final int LONGEST = 100_000;

    private final WireMockServer server =
            new WireMockServer(wireMockConfig().dynamicPort().gzipDisabled(true));
    private final SalesforceHttp http = new SalesforceHttp(Deadlines.SIGN_IN, LONGEST);
    private final SalesforceHttp hasty =
            http.within(new Deadlines(Duration.ofSeconds(10), Duration.ofMillis(700), Duration.ofMillis(1500)));

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Trap("B3")
    @Test
    void sendsAndReadsCompressedAndAsksCachesToStayOut() throws IOException {
        answer(aResponse()
                .withHeader("Content-Encoding", "gzip")
                .withBody(gzip("good day".getBytes(StandardCharsets.UTF_8))));

        HttpAnswer answer = http.post(address(), Map.of("X-One", "1"), "hello".getBytes(StandardCharsets.UTF_8), true);

        assertThat(answer.text()).isEqualTo("good day");
        server.verify(
                1,
                postRequestedFor(anyUrl())
                        .withHeader("Content-Encoding", equalTo("gzip"))
                        .withHeader("Cache-Control", equalTo("no-store"))
                        .withRequestBody(equalTo("hello")));
        assertThat(http.sent()).isEqualTo(1);
        assertThat(http.within(Deadlines.SIGN_IN).sent()).isEqualTo(1);
    }

    /** A page fetched by GET is what a cache on the way would keep. */
    @Trap("B3")
    @Test
    void asksCachesToStayOutOfWhatIsReadWhileItArrives() throws IOException {
        server.stubFor(get(anyUrl()).willReturn(aResponse().withBody("a page")));

        try (OpenAnswer answer =
                http.open(new StreamCall("GET", address(), Map.of(), List.of(), LONGEST, Duration.ofSeconds(10)))) {
            assertThat(answer.whole().text()).isEqualTo("a page");
        }

        server.verify(1, getRequestedFor(anyUrl()).withHeader("Cache-Control", equalTo("no-store")));
    }

    /** The other host never hears of it. */
    @Trap("J10")
    @ParameterizedTest
    @CsvSource({"301", "302", "303", "307", "308"})
    void followsNoRedirectAndNamesWhereItLeads(int status) throws IOException {
        WireMockServer other = new WireMockServer(wireMockConfig().dynamicPort());
        other.start();
        try {
            answer(aResponse().withStatus(status).withHeader("Location", other.baseUrl() + "/elsewhere"));

            HttpAnswer answer = http.post(address(), Map.of("Authorization", "Bearer canary"), new byte[0], false);

            assertThat(answer.foreign()).get().satisfies(failure -> {
                assertThat(failure).isInstanceOf(SalesforceFailure.UnexpectedAnswer.class);
                assertThat(failure.what()).contains("redirects").contains("localhost");
            });
            assertThat(other.getAllServeEvents()).isEmpty();
        } finally {
            other.stop();
        }
    }

    /** HttpURLConnection would send the second POST by itself. */
    @Trap("F2")
    @ParameterizedTest
    @EnumSource(Fault.class)
    void neverSendsTwiceWhenTheConnectionBreaks(Fault fault) {
        answer(aResponse().withFault(fault));

        assertThatThrownBy(() -> http.post(address(), Map.of(), "x".getBytes(StandardCharsets.UTF_8), true))
                .isInstanceOfSatisfying(NoAnswerException.class, e -> {
                    assertThat(e.nothingSent()).isFalse();
                    assertThat(e.failure()).isInstanceOf(SalesforceFailure.Unreachable.class);
                    assertThat(e.failure().what()).contains("localhost");
                });
        server.verify(1, postRequestedFor(anyUrl()));
    }

    /** On a connection that was kept alive, where clients are most tempted. */
    @Trap("F2")
    @Test
    void neverSendsTwiceOnAKeptConnection() throws IOException {
        answer(aResponse().withBody("ok"));
        http.post(address(), Map.of(), new byte[0], false);
        answer(aResponse().withFault(Fault.EMPTY_RESPONSE));

        assertThatThrownBy(() -> http.post(address(), Map.of(), new byte[0], false))
                .isInstanceOf(NoAnswerException.class);

        server.verify(2, postRequestedFor(anyUrl()));
    }

    /** A server that begins late, and one that begins at once and then drips. */
    @Trap("J8")
    @Test
    void givesUpOnAnAnswerThatBeginsTooLate() {
        answer(aResponse().withFixedDelay(60_000));

        assertLate();
    }

    @Test
    void givesUpOnAnAnswerThatDrips() {
        answer(aResponse().withBody("x".repeat(200)).withChunkedDribbleDelay(100, 60_000));

        assertLate();
    }

    private void assertLate() {
        assertThatThrownBy(() -> hasty.post(address(), Map.of(), new byte[0], false))
                .isInstanceOfSatisfying(NoAnswerException.class, e -> {
                    assertThat(e.failure().what()).contains("gave no whole answer within");
                    assertThat(e.nothingSent()).isFalse();
                });
    }

    /** The limit counts what comes out. */
    @Trap("L3")
    @Test
    void refusesAnAnswerThatInflatesBeyondTheLimit() throws IOException {
        byte[] bomb = gzip(new byte[50 * LONGEST]);
        assertThat(bomb.length).isLessThan(LONGEST);
        answer(aResponse().withHeader("Content-Encoding", "gzip").withBody(bomb));

        assertTooLong();
    }

    @Test
    void refusesAnAnswerThatIsLongAsItIs() {
        answer(aResponse().withBody(new byte[LONGEST + 1]));

        assertTooLong();
    }

    @Test
    void takesAnAnswerOfExactlyTheLimit() throws IOException {
        byte[] most = new byte[LONGEST];
        Arrays.fill(most, (byte) 'x');
        answer(aResponse().withHeader("Content-Encoding", "gzip").withBody(gzip(most)));

        assertThat(http.post(address(), Map.of(), new byte[0], false).body()).hasSize(LONGEST);
    }

    private void assertTooLong() {
        assertThatThrownBy(() -> http.post(address(), Map.of(), new byte[0], false))
                .isInstanceOfSatisfying(NoAnswerException.class, e -> {
                    assertThat(e.failure()).isInstanceOf(SalesforceFailure.UnexpectedAnswer.class);
                    assertThat(e.failure().what()).contains("longer than");
                });
    }

    /** A cut body is never taken for a whole one. */
    @Trap("D9")
    @Test
    void refusesABodyShorterThanItsHeaderSays() throws IOException {
        byte[] whole = gzip("x".repeat(1000).getBytes(StandardCharsets.UTF_8));
        answer(aResponse().withHeader("Content-Encoding", "gzip").withBody(Arrays.copyOf(whole, whole.length - 6)));

        assertThatThrownBy(() -> http.post(address(), Map.of(), new byte[0], false))
                .isInstanceOf(NoAnswerException.class)
                .hasMessageContaining("broke before its answer was complete");
    }

    @Test
    void saysThatNothingWasSentWhenNobodyListens() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }

        assertThatThrownBy(() -> http.post(URI.create("http://localhost:" + port + "/"), Map.of(), new byte[0], false))
                .isInstanceOfSatisfying(NoAnswerException.class, e -> {
                    assertThat(e.nothingSent()).isTrue();
                    assertThat(e.failure().what())
                            .isEqualTo("No connection to localhost port " + port + " could be made.");
                });
    }

    @Test
    void saysThatTheNameIsUnknown() {
        assertThatThrownBy(() ->
                        http.post(URI.create("https://acme.my.salesforce.invalid/"), Map.of(), new byte[0], false))
                .isInstanceOfSatisfying(NoAnswerException.class, e -> {
                    assertThat(e.nothingSent()).isTrue();
                    assertThat(e.failure().what())
                            .isEqualTo("No host is known by the name acme.my.salesforce.invalid.");
                });
    }

    @Trap("J11")
    @Test
    void saysWhatToDoWhenTheCertificateIsNotTrusted() {
        WireMockServer secure =
                new WireMockServer(wireMockConfig().dynamicPort().dynamicHttpsPort());
        secure.start();
        try {
            secure.stubFor(any(anyUrl()).willReturn(aResponse()));

            assertThatThrownBy(() -> http.post(
                            URI.create("https://localhost:" + secure.httpsPort() + "/"), Map.of(), new byte[0], false))
                    .isInstanceOfSatisfying(NoAnswerException.class, e -> {
                        assertThat(e.nothingSent()).isTrue();
                        assertThat(e.failure().what()).startsWith("No safe connection to localhost");
                        assertThat(e.failure().advice()).contains("trust store");
                    });
            assertThat(secure.getAllServeEvents()).isEmpty();
        } finally {
            secure.stop();
        }
    }

    private void answer(ResponseDefinitionBuilder answer) {
        server.resetMappings();
        server.stubFor(any(anyUrl()).willReturn(answer));
    }

    private URI address() {
        return URI.create(server.baseUrl() + "/services");
    }

    private static byte[] gzip(byte[] body) throws IOException {
        ByteArrayOutputStream small = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(small)) {
            out.write(body);
        }
        return small.toByteArray();
    }
}
