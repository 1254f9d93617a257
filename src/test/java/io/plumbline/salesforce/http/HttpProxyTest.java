package io.plumbline.salesforce.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import io.plumbline.testing.LeakWatch;
import io.plumbline.testing.Trap;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A server with Salesforce's name behind a proxy that asks who is there. */
class HttpProxyTest {

    private static final URI SALESFORCE = URI.create("https://acme.my.salesforce.com/services/Soap/u/65.0");
    private static final HttpProxy.Login LOGIN = new HttpProxy.Login("plumb", "canary-proxy-password");
    private static final String EXPECTED = "Basic "
            + Base64.getEncoder().encodeToString("plumb:canary-proxy-password".getBytes(StandardCharsets.UTF_8));
    private static final char[] STORE = "changeit".toCharArray();

    @TempDir
    private static Path folder;

    private static WireMockServer salesforce;
    private static SSLContext trust;

    @BeforeAll
    static void startSalesforce() throws Exception {
        Path keys = folder.resolve("keys.p12");
        int made = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "salesforce",
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp256r1",
                        "-dname",
                        "CN=acme.my.salesforce.com",
                        "-ext",
                        "san=dns:acme.my.salesforce.com",
                        "-validity",
                        "2",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        new String(STORE),
                        "-keystore",
                        keys.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool.log").toFile())
                .start()
                .waitFor();
        assertThat(made).isZero();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keys)) {
            store.load(in, STORE);
        }
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("salesforce", store.getCertificate("salesforce"));
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        trust = SSLContext.getInstance("TLS");
        trust.init(null, managers.getTrustManagers(), null);
        salesforce = new WireMockServer(wireMockConfig()
                .dynamicPort()
                .dynamicHttpsPort()
                .keystorePath(keys.toString())
                .keystoreType("PKCS12")
                .keystorePassword(new String(STORE))
                .keyManagerPassword(new String(STORE)));
        salesforce.start();
        salesforce.stubFor(any(anyUrl()).willReturn(aResponse().withBody("good day")));
    }

    @AfterAll
    static void stopSalesforce() {
        salesforce.stop();
    }

    @AfterEach
    void forget() {
        salesforce.resetRequests();
    }

    @Trap("L13")
    @Test
    void givesItsLoginToTheProxyAndToNobodyElse() throws Exception {
        try (TunnellingProxy proxy = new TunnellingProxy(salesforce.httpsPort(), Optional.of(EXPECTED))) {
            SalesforceHttp http = http(proxy, LOGIN);

            HttpAnswer answer = http.post(SALESFORCE, Map.of("Authorization", "Bearer t"), new byte[] {1}, false);

            assertThat(answer.text()).isEqualTo("good day");
            assertThat(proxy.heads())
                    .anySatisfy(head -> assertThat(head)
                            .startsWith("CONNECT acme.my.salesforce.com:443")
                            .contains(EXPECTED)
                            .doesNotContain("Bearer"));
            assertThat(salesforce.getAllServeEvents())
                    .singleElement()
                    .satisfies(event -> assertThat(
                                    event.getRequest().getHeaders().all())
                            .extracting(HttpHeader::key)
                            .noneMatch(name -> name.toLowerCase(Locale.ROOT).contains("proxy")));
        }
    }

    @Trap("L13")
    @Test
    void saysThatTheProxyWantsALogin() throws Exception {
        try (TunnellingProxy proxy = new TunnellingProxy(salesforce.httpsPort(), Optional.of(EXPECTED))) {
            HttpAnswer answer = http(proxy, null).post(SALESFORCE, Map.of(), new byte[0], false);

            assertThat(answer.foreign())
                    .get()
                    .satisfies(failure -> assertThat(failure.advice()).contains("PLUMBLINE_PROXY_USER"));
            assertThat(answer.body()).isEmpty();
            assertThat(salesforce.getAllServeEvents()).isEmpty();
        }
    }

    @Trap({"L1", "L13"})
    @Test
    void saysThatTheProxyRefusesTheLoginWithoutSayingIt() throws Exception {
        try (TunnellingProxy proxy = new TunnellingProxy(salesforce.httpsPort(), Optional.of("Basic other"))) {
            SalesforceHttp http = http(proxy, LOGIN);

            assertThatThrownBy(() -> http.post(SALESFORCE, Map.of(), new byte[0], false))
                    .hasMessageContaining("refuses the login")
                    .hasMessageNotContaining("canary");
            assertThat(new HttpProxy("p", 1, LOGIN).toString()).doesNotContain("canary");
        }
    }

    @Trap("L13")
    @Test
    void givesNoLoginToAProxyThatDoesNotAskForOne() throws Exception {
        try (TunnellingProxy proxy = new TunnellingProxy(salesforce.httpsPort(), Optional.empty())) {
            http(proxy, LOGIN).post(SALESFORCE, Map.of(), new byte[0], false);

            assertThat(proxy.heads())
                    .singleElement()
                    .satisfies(head -> assertThat(head).doesNotContain("Authorization"));
        }
    }

    /** Signing in to a proxy once a request would be noticed by whoever runs it. */
    @Test
    void keepsItsTunnel() throws Exception {
        try (TunnellingProxy proxy = new TunnellingProxy(salesforce.httpsPort(), Optional.of(EXPECTED))) {
            SalesforceHttp http = http(proxy, LOGIN);

            for (int call = 0; call < 5; call++) {
                assertThat(http.post(SALESFORCE, Map.of(), new byte[0], false).text())
                        .isEqualTo("good day");
            }

            assertThat(proxy.heads()).hasSize(2);
        }
    }

    /** While the proxy is told the login, another request's tunnel may be free again: Salesforce is at its end. */
    @Trap("L13")
    @Test
    void tellsItsLoginIntoNoTunnelThatStands() throws Exception {
        try (TunnellingProxy proxy = new TunnellingProxy(salesforce.httpsPort(), Optional.of(EXPECTED))) {
            SalesforceHttp http = http(proxy, LOGIN);
            List<String> between = new CopyOnWriteArrayList<>();
            proxy.beforeRefusingFirst(() -> {
                try {
                    between.add(
                            http.post(SALESFORCE, Map.of(), new byte[0], false).text());
                } catch (IOException e) {
                    between.add(e.getMessage());
                }
            });

            assertThat(http.post(SALESFORCE, Map.of(), new byte[0], false).text())
                    .isEqualTo("good day");

            assertThat(between).containsExactly("good day");
            assertThat(proxy.heads()).hasSize(3);
            assertThat(salesforce.getAllServeEvents())
                    .hasSize(2)
                    .allSatisfy(event ->
                            assertThat(event.getRequest().getMethod().getName()).isEqualTo("POST"));
        }
    }

    /** Closing a safe connection wants to say good-bye first, and must not wait until it is heard. */
    @Trap("J8")
    @Timeout(20)
    @Test
    void givesUpAtOnceWhatDoesNotComeThroughTheTunnel() throws Exception {
        salesforce.stubFor(any(urlEqualTo("/late")).willReturn(aResponse().withFixedDelay(60_000)));
        try (TunnellingProxy proxy = new TunnellingProxy(salesforce.httpsPort(), Optional.empty())) {
            SalesforceHttp hasty = http(proxy, LOGIN)
                    .within(new Deadlines(Duration.ofSeconds(10), Duration.ofMillis(400), Duration.ofSeconds(10)));

            assertThatThrownBy(() -> hasty.post(SALESFORCE.resolve("/late"), Map.of(), new byte[0], false))
                    .isInstanceOfSatisfying(
                            NoAnswerException.class,
                            no -> assertThat(no.nothingSent()).isFalse())
                    .hasMessageContaining("gave no whole answer within 400 ms");
        }
    }

    /** A question that comes through the tunnel is not the proxy's, and the request was carried out, perhaps. */
    @Trap({"F2", "L13"})
    @Test
    void answersNoQuestionThatComesThroughTheTunnel() throws Exception {
        try (TunnellingProxy proxy = new TunnellingProxy(salesforce.httpsPort(), Optional.of(EXPECTED))) {
            salesforce.stubFor(any(urlEqualTo("/asks"))
                    .willReturn(aResponse().withStatus(407).withHeader("Proxy-Authenticate", "Basic realm=\"trap\"")));

            HttpAnswer answer = http(proxy, LOGIN).post(SALESFORCE.resolve("/asks"), Map.of(), new byte[] {1}, false);

            assertThat(answer.status()).isEqualTo(407);
            assertThat(salesforce.getAllServeEvents())
                    .singleElement()
                    .satisfies(event -> assertThat(event.getRequest().containsHeader("Proxy-Authorization"))
                            .isFalse());
        }
    }

    @Trap("L1")
    @Test
    void loginIsLoggedNowhere() throws Exception {
        try (LeakWatch watch = new LeakWatch();
                TunnellingProxy proxy = new TunnellingProxy(salesforce.httpsPort(), Optional.of(EXPECTED))) {
            watch.guard("the proxy's login", LOGIN.password());
            watch.guard("the proxy's login, encoded", EXPECTED.substring("Basic ".length()));

            http(proxy, LOGIN).post(SALESFORCE, Map.of(), new byte[0], false);

            watch.assertNothingFound();
        }
    }

    /** The certificate is trusted, and somebody else's. */
    @Trap("J11")
    @Test
    void hostThatIsNotNamedByItsCertificateHearsNothing() {
        SalesforceHttp http = new SalesforceHttp(Deadlines.SIGN_IN, null, trust);
        URI other = URI.create("https://localhost:" + salesforce.httpsPort() + "/");

        assertThatThrownBy(() -> http.post(other, Map.of(), new byte[0], false))
                .isInstanceOfSatisfying(
                        NoAnswerException.class,
                        no -> assertThat(no.nothingSent()).isTrue())
                .hasMessageStartingWith("No safe connection to localhost");
        assertThat(salesforce.getAllServeEvents()).isEmpty();
    }

    /** The sandbox on this machine needs no proxy, and no proxy could reach it. */
    @Test
    void reachesThisMachineWithoutTheProxy() throws Exception {
        try (TunnellingProxy proxy = new TunnellingProxy(salesforce.httpsPort(), Optional.empty())) {
            HttpAnswer answer = http(proxy, LOGIN)
                    .post(URI.create("http://localhost:" + salesforce.port()), Map.of(), new byte[0], false);

            assertThat(answer.text()).isEqualTo("good day");
            assertThat(proxy.heads()).isEmpty();
        }
    }

    private static SalesforceHttp http(TunnellingProxy proxy, HttpProxy.Login login) {
        return new SalesforceHttp(Deadlines.SIGN_IN, new HttpProxy("localhost", proxy.port(), login), trust);
    }
}
