package io.plumbline.ops;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.plumbline.config.Configuration;
import io.plumbline.config.Connection;
import io.plumbline.config.ConsoleSettings;
import io.plumbline.config.Environment;
import io.plumbline.ops.access.Audit;
import io.plumbline.ops.start.ConnectorApplication;
import io.plumbline.ops.start.Org;
import io.plumbline.ops.storage.DataFolder;
import io.plumbline.testing.SmallOrg;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.web.util.UriComponentsBuilder;

/** Signing in by the company's account, against an OpenID Connect provider that signs what it says. */
class CompanySignInTest {

    private static WireMockServer provider;
    private static RSAKey key;
    private static SmallOrg org;
    private static ConfigurableApplicationContext context;

    @BeforeAll
    static void start(@TempDir Path data) throws JOSEException {
        key = new RSAKeyGenerator(2048).keyID("one").generate();
        provider = new WireMockServer(WireMockConfiguration.options().dynamicPort());
        provider.start();
        String issuer = provider.baseUrl().replace("127.0.0.1", "localhost");
        provider.stubFor(get("/.well-known/openid-configuration").willReturn(okJson("""
                {"issuer":"%1$s","authorization_endpoint":"%1$s/authorize","token_endpoint":"%1$s/token",
                 "jwks_uri":"%1$s/keys","response_types_supported":["code"],"subject_types_supported":["public"],
                 "id_token_signing_alg_values_supported":["RS256"]}
                """.formatted(issuer))));
        provider.stubFor(get("/keys").willReturn(okJson(new JWKSet(key.toPublicJWK()).toString())));
        org = new SmallOrg();
        Connection connection = Org.namedBy(Environment.read(ShellRun.environment(org.sandbox, data)));
        context = ConnectorApplication.withPages(
                Configuration.shipped(),
                connection,
                ConsoleSettings.read(Map.of(
                        ConsoleSettings.OIDC_ISSUER, issuer,
                        ConsoleSettings.OIDC_CLIENT_ID, "plumbline",
                        ConsoleSettings.OIDC_CLIENT_SECRET, "a secret of the provider")),
                DataFolder.settings(data),
                0);
    }

    @AfterAll
    static void stop() {
        context.close();
        org.close();
        provider.stop();
    }

    @Test
    void pageOffersIt() {
        assertThat(new Browser(context).page("/sign-in").select("a").eachAttr("href"))
                .contains("/oauth2/authorization/provider");
    }

    @Test
    void roleAndNamesComeFromTheClaim() throws Exception {
        Browser operator = new Browser(context);

        assertThat(location(come(operator, key, List.of("operator", "names", "something-else"))))
                .isEqualTo("/");
        assertThat(operator.page("/").select(".who").text()).contains("mara@acme.example", "operator");
        assertThat(operator.get("/audit").statusCode()).isEqualTo(200);
        assertThat(context.getBean(Audit.class).latest(0, 1).getFirst().who()).isEqualTo("mara@acme.example");

        Browser viewer = new Browser(context);
        come(viewer, key, "viewer");
        assertThat(viewer.page("/").select(".who").text()).contains("viewer, Ids instead of names");
        assertThat(viewer.get("/audit").statusCode()).isEqualTo(403);
    }

    @Test
    void signingOutSaysThatTheSessionOfTheCompanyGoesOn() throws Exception {
        Browser viewer = new Browser(context);
        come(viewer, key, "viewer");

        assertThat(location(viewer.submit("/", "/sign-out", Map.of()))).isEqualTo("/sign-in?because=signed-out-here");
        assertThat(viewer.fetch("/").statusCode()).isEqualTo(401);
        Document page = viewer.page("/sign-in?because=signed-out-here");
        assertThat(page.select("[role=alert]").text())
                .contains("signed out of Plumbline, but not of your company account", "without a password");
        assertThat(page.select(".alarm")).isEmpty();
    }

    @Test
    void whoHasNoRoleIsTurnedAway() throws Exception {
        Browser nobody = new Browser(context);

        assertThat(location(come(nobody, key, List.of("names", "admin")))).isEqualTo("/sign-in?because=provider");
        assertThat(nobody.fetch("/").statusCode()).isEqualTo(401);
        assertThat(nobody.page("/sign-in?because=provider").text()).contains("You are known, but have no role here");
    }

    @Test
    void wordOfSomebodyElseIsNotBelieved() throws Exception {
        Browser forger = new Browser(context);

        assertThat(location(come(forger, new RSAKeyGenerator(2048).keyID("one").generate(), "operator")))
                .isEqualTo("/sign-in?because=provider");
        assertThat(forger.fetch("/").statusCode()).isEqualTo(401);
    }

    @Test
    void answerThatNobodyAskedForIsRefused() {
        Browser browser = new Browser(context);

        assertThat(location(browser.get("/login/oauth2/code/provider?code=guessed&state=guessed")))
                .isEqualTo("/sign-in?because=provider");
    }

    /** As the provider sends a browser back that it has let in. */
    private static HttpResponse<String> come(Browser browser, RSAKey signer, Object roles) throws JOSEException {
        String asked = location(browser.get("/oauth2/authorization/provider"));
        Map<String, String> query = UriComponentsBuilder.fromUri(URI.create(asked))
                .build()
                .getQueryParams()
                .asSingleValueMap();
        String issuer = asked.replaceAll("/authorize.*", "");
        SignedJWT word = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("one").build(),
                new JWTClaimsSet.Builder()
                        .issuer(issuer)
                        .audience("plumbline")
                        .subject("4711")
                        .claim("preferred_username", "mara@acme.example")
                        .claim("plumbline_roles", roles)
                        .claim("nonce", query.get("nonce"))
                        .issueTime(Date.from(Instant.now()))
                        .expirationTime(Date.from(Instant.now().plusSeconds(60)))
                        .build());
        word.sign(new RSASSASigner(signer));
        provider.stubFor(post("/token")
                .willReturn(aResponse()
                        .withHeader("Content-Type", "application/json")
                        .withBody("""
                        {"access_token":"opaque","token_type":"Bearer","expires_in":60,"id_token":"%s"}
                        """.formatted(word.serialize()))));
        return browser.get("/login/oauth2/code/provider?code=one&state=" + query.get("state"));
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }
}
