package io.plumbline.salesforce.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.salesforce.SalesforceFailedException;
import io.plumbline.salesforce.SalesforceFailure;
import io.plumbline.salesforce.SignIn;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JwtAssertionTest {

    private static final Instant NOW = Instant.parse("2026-05-04T10:00:00Z");

    private static KeyPair keys;

    @TempDir
    Path folder;

    @BeforeAll
    static void makeKeys() throws NoSuchAlgorithmException {
        KeyPairGenerator rsa = KeyPairGenerator.getInstance("RSA");
        rsa.initialize(2048);
        keys = rsa.generateKeyPair();
    }

    @Test
    void isSignedWithTheKeyAndNamesAppUserAndAudience() throws Exception {
        String[] parts = JwtAssertion.signed(app("https://acme.my.salesforce.com", Optional.empty()), NOW)
                .split("\\.");

        Signature rs256 = Signature.getInstance("SHA256withRSA");
        rs256.initVerify(keys.getPublic());
        rs256.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
        assertThat(rs256.verify(Base64.getUrlDecoder().decode(parts[2]))).isTrue();
        JsonNode header = json(parts[0]);
        assertThat(header.get("alg").asString()).isEqualTo("RS256");
        JsonNode claims = json(parts[1]);
        assertThat(claims.get("iss").asString()).isEqualTo("the-consumer-key");
        assertThat(claims.get("sub").asString()).isEqualTo("integration@acme.example");
        assertThat(claims.get("aud").asString()).isEqualTo("https://login.salesforce.com");
        assertThat(claims.get("exp").asLong() - NOW.getEpochSecond()).isBetween(30L, 180L);
    }

    @ParameterizedTest
    @CsvSource({
        "https://acme.my.salesforce.com, https://login.salesforce.com",
        "https://login.salesforce.com, https://login.salesforce.com",
        "https://test.salesforce.com, https://test.salesforce.com",
        "https://acme--uat.sandbox.my.salesforce.com, https://test.salesforce.com",
        "https://sandbox.my.salesforce.com, https://login.salesforce.com",
        "http://localhost:8123, http://localhost:8123"
    })
    void isAddressedToTheLoginHostOfTheKindOfOrg(URI host, String audience) {
        assertThat(JwtAssertion.usualAudience(host)).isEqualTo(audience);
    }

    @Test
    void isAddressedToWhatIsConfigured() throws IOException {
        String[] parts = JwtAssertion.signed(
                        app("https://acme.my.salesforce.com", Optional.of("https://acme.my.salesforce.com")), NOW)
                .split("\\.");

        assertThat(json(parts[1]).get("aud").asString()).isEqualTo("https://acme.my.salesforce.com");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-----BEGIN ENCRYPTED PRIVATE KEY-----|is encrypted|openssl pkcs8",
                "-----BEGIN RSA PRIVATE KEY-----|PKCS#1|-topk8",
                "-----BEGIN CERTIFICATE-----|holds no private key|not the certificate",
                "-----BEGIN PRIVATE KEY-----canary-----END PRIVATE KEY-----|is no RSA key|openssl genrsa",
                "-----BEGIN PRIVATE KEY-----|holds no private key|begins with"
            })
    void saysWhatIsWrongWithTheKeyFile(String content, String problem, String advice) throws IOException {
        Path file = Files.writeString(folder.resolve("app.key"), content);

        assertThatThrownBy(() -> PemKey.read(file)).isInstanceOfSatisfying(SalesforceFailedException.class, e -> {
            assertThat(e.failure()).isInstanceOf(SalesforceFailure.SignInRefused.class);
            assertThat(e.failure().what()).contains(file.toString()).contains(problem);
            assertThat(e.failure().advice()).contains(advice);
            assertThat(e.toString()).doesNotContain("canary");
        });
    }

    @Test
    void saysThatTheKeyFileCannotBeRead() {
        assertThatThrownBy(() -> PemKey.read(folder.resolve("nowhere.key")))
                .isInstanceOf(SalesforceFailedException.class)
                .hasMessageContaining("nowhere.key cannot be read");
    }

    private SignIn.JwtBearer app(String host, Optional<String> audience) throws IOException {
        String pem = "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(keys.getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
        Path file = Files.writeString(folder.resolve("good.key"), pem);
        return new SignIn.JwtBearer(URI.create(host), "the-consumer-key", "integration@acme.example", file, audience);
    }

    private static JsonNode json(String part) {
        return JsonMapper.shared().readTree(Base64.getUrlDecoder().decode(part));
    }
}
