package io.plumbline.sandbox.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.sandbox.SandboxFixture;
import io.plumbline.sandbox.SandboxOptions;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Signing in over HTTP: both grants, their errors in Salesforce's words, and the life of a session. */
class SignInTest {

    private static final String USER = "integration@sandbox.plumbline.example";

    private static KeyPair keys;
    private static KeyPair otherKeys;

    private SandboxFixture fixture;

    @BeforeAll
    static void makeKeys() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        keys = generator.generateKeyPair();
        otherKeys = generator.generateKeyPair();
    }

    @BeforeEach
    void start() {
        fixture = new SandboxFixture(SandboxOptions.defaults().withJwtKey(keys.getPublic()));
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void clientCredentialsOpenASessionOfTheIntegrationUser() throws IOException {
        var answer = token("grant_type=client_credentials&client_id=" + id() + "&client_secret=" + secret());

        assertThat(answer.status()).isEqualTo(200);
        var json = answer.json();
        assertThat(json.propertyNames())
                .containsExactly("access_token", "signature", "scope", "instance_url", "id", "token_type", "issued_at");
        assertThat(json.path("access_token").asString())
                .startsWith(fixture.data.org.organizationId().substring(0, 15) + "!");
        assertThat(json.path("instance_url").asString()).isEqualTo(fixture.sandbox.instanceUrl());
        assertThat(json.path("id").asString())
                .endsWith("/id/" + fixture.data.org.organizationId() + "/"
                        + fixture.data.org.integrationUser().userId());
        assertThat(json.path("token_type").asString()).isEqualTo("Bearer");
        fixture.useToken(json.path("access_token").asString());
        assertThat(fixture.get("limits").status()).isEqualTo(200);
    }

    @Test
    void theSecretMayComeInABasicHeader() throws IOException {
        assertThat(basic(id(), fixture.sandbox.clientSecret()).status()).isEqualTo(200);
        var refused = basic(id(), "wrong");
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.json().path("error").asString()).isEqualTo("invalid_client");
    }

    @ParameterizedTest
    @CsvSource({
        "password, , , unsupported_grant_type, grant type not supported",
        "client_credentials, nobody, , invalid_client_id, client identifier invalid",
        "client_credentials, , wrong, invalid_client, invalid client credentials"
    })
    void refusesInSalesforcesWords(String grant, String clientId, String clientSecret, String error, String text)
            throws IOException {
        var answer = token("grant_type=" + grant + "&client_id=" + (clientId == null ? id() : clientId)
                + "&client_secret=" + (clientSecret == null ? secret() : clientSecret));
        refused(answer, error, text);
    }

    @Test
    void anAppWithoutARunAsUserSignsNobodyIn() throws IOException {
        fixture.close();
        fixture = new SandboxFixture(SandboxOptions.defaults().runningAs("nobody@example.com"));
        refused(
                token("grant_type=client_credentials&client_id=" + id() + "&client_secret=" + secret()),
                "invalid_grant",
                "no client credentials user enabled");
    }

    // A8
    @Test
    void aDeactivatedUserIsRefusedAndItsSessionsAreOver() throws IOException {
        fixture.sandbox.levers().setActive(USER, false);

        refused(
                token("grant_type=client_credentials&client_id=" + id() + "&client_secret=" + secret()),
                "invalid_grant",
                "inactive user");
        assertThat(fixture.get("limits").status()).isEqualTo(401);
    }

    @Test
    void aSignedAssertionOpensASession() throws Exception {
        var answer = jwt(assertion(keys, "RS256", id(), USER, "https://login.salesforce.com", soon()));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(jwt(assertion(keys, "RS256", id(), USER, fixture.sandbox.instanceUrl(), soon()))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void assertionsAreCheckedForSignatureIssuerSubjectAudienceAndExpiry() throws Exception {
        String login = "https://login.salesforce.com";
        refused(jwt(assertion(otherKeys, "RS256", id(), USER, login, soon())), "invalid_grant", "invalid assertion");
        refused(jwt(assertion(keys, "none", id(), USER, login, soon())), "invalid_grant", "invalid assertion");
        refused(jwt("no.jwt"), "invalid_grant", "invalid assertion");
        refused(
                jwt(assertion(keys, "RS256", "nobody", USER, login, soon())),
                "invalid_client_id",
                "client identifier invalid");
        refused(
                jwt(assertion(keys, "RS256", id(), "who@example.com", login, soon())),
                "invalid_grant",
                "user hasn't approved this consumer");
        refused(
                jwt(assertion(keys, "RS256", id(), USER, "https://evil.test", soon())),
                "invalid_grant",
                "audience is invalid");
        refused(
                jwt(assertion(keys, "RS256", id(), USER, login, Instant.now().minusSeconds(60))),
                "invalid_grant",
                "expired authorization code");
        refused(
                jwt(assertion(keys, "RS256", id(), USER, login, Instant.now().plusSeconds(3600))),
                "invalid_grant",
                "invalid assertion");
    }

    @Test
    void aSandboxWithoutAKeyTakesNoAssertion() throws Exception {
        fixture.close();
        fixture = new SandboxFixture();
        refused(
                jwt(assertion(keys, "RS256", id(), USER, "https://login.salesforce.com", soon())),
                "invalid_grant",
                "invalid assertion");
    }

    // A2
    @Test
    void aSessionEndsAfterTwoHoursWithoutUseAndNotBefore() throws IOException {
        fixture.sandbox.clock().advance(Duration.ofHours(2));
        assertThat(fixture.get("limits").status()).isEqualTo(200);
        fixture.sandbox.clock().advance(Duration.ofHours(2).plusMillis(1));
        assertThat(fixture.get("limits").status()).isEqualTo(401);
    }

    @Test
    void userInfoTellsWhoTheTokenActsAs() throws IOException {
        var answer = fixture.call(
                "GET", "/services/oauth2/userinfo", "", Map.of("Authorization", "Bearer " + fixture.token()));
        assertThat(answer.json().path("preferred_username").asString()).isEqualTo(USER);
        assertThat(answer.json().path("organization_id").asString()).isEqualTo(fixture.data.org.organizationId());
        assertThat(fixture.call("GET", "/services/oauth2/userinfo", "", Map.of())
                        .status())
                .isEqualTo(403);
    }

    @Test
    void signingInCostsNoApiCall() throws IOException {
        token("grant_type=client_credentials&client_id=" + id() + "&client_secret=" + secret());
        assertThat(fixture.sandbox.meter().used()).isZero();
    }

    // L1
    @Test
    void secretsStayOutOfTextForms() {
        assertThat(new Session("00Dsecret!token", "005").toString()).doesNotContain("secret");
        assertThat(new ConnectedApp("id", "s3cret", null, null).toString()).doesNotContain("s3cret");
        assertThat(new BasicCredentials("id", "s3cret").toString()).doesNotContain("s3cret");
    }

    private SandboxFixture.Answer token(String form) throws IOException {
        return fixture.call(
                "POST", "/services/oauth2/token", form, Map.of("Content-Type", "application/x-www-form-urlencoded"));
    }

    private SandboxFixture.Answer basic(String user, String password) throws IOException {
        String header = Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        return fixture.call(
                "POST",
                "/services/oauth2/token",
                "grant_type=client_credentials",
                Map.of("Content-Type", "application/x-www-form-urlencoded", "Authorization", "Basic " + header));
    }

    private SandboxFixture.Answer jwt(String assertion) throws IOException {
        return token("grant_type=" + encode("urn:ietf:params:oauth:grant-type:jwt-bearer") + "&assertion=" + assertion);
    }

    private static String assertion(
            KeyPair signer, String algorithm, String issuer, String subject, String audience, Instant expiry)
            throws GeneralSecurityException {
        String header = base64("{\"alg\":\"" + algorithm + "\"}");
        String claims = base64("{\"iss\":\"%s\",\"sub\":\"%s\",\"aud\":\"%s\",\"exp\":%d}"
                .formatted(issuer, subject, audience, expiry.getEpochSecond()));
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(signer.getPrivate());
        signature.update((header + "." + claims).getBytes(StandardCharsets.US_ASCII));
        return header + "." + claims + "."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
    }

    private static void refused(SandboxFixture.Answer answer, String error, String description) {
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("error").asString()).isEqualTo(error);
        assertThat(answer.json().path("error_description").asString()).isEqualTo(description);
    }

    private static Instant soon() {
        return Instant.now().plusSeconds(180);
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private String id() {
        return fixture.sandbox.clientId();
    }

    private String secret() {
        return encode(fixture.sandbox.clientSecret());
    }
}
