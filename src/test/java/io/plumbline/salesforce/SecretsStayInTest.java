package io.plumbline.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.plumbline.config.Connection;
import io.plumbline.config.Credentials;
import io.plumbline.config.InstanceUrl;
import io.plumbline.config.ProxyAddress;
import io.plumbline.config.Secret;
import io.plumbline.crm.FieldName;
import io.plumbline.crm.FieldValue;
import io.plumbline.crm.ObjectName;
import io.plumbline.crm.RecordId;
import io.plumbline.salesforce.auth.AccessToken;
import io.plumbline.salesforce.auth.AccessTokens;
import io.plumbline.salesforce.bulk.BulkSettings;
import io.plumbline.salesforce.bulk.BulkTransport;
import io.plumbline.salesforce.http.Deadlines;
import io.plumbline.salesforce.http.HttpProxy;
import io.plumbline.salesforce.http.SalesforceHttp;
import io.plumbline.salesforce.soap.CallSettings;
import io.plumbline.salesforce.soap.WscOrg;
import io.plumbline.salesforce.transport.BulkThresholds;
import io.plumbline.salesforce.transport.ChosenTransport;
import io.plumbline.sandbox.SandboxFixture;
import io.plumbline.sandbox.SandboxOptions;
import io.plumbline.testing.FaultProxy;
import io.plumbline.testing.LeakWatch;
import io.plumbline.testing.Trap;
import io.plumbline.testing.WireFault;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whoever talks to the org directly and gets an exception, a metric or an object to print sees no secret, whichever way
 * it signs in and whatever goes wrong. {@code FaultSweepTest} looks at whole syncs.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SecretsStayInTest {

    private static final String CANARY = "canary-0123456789-abcdef";
    private static final URI HOST = URI.create("http://localhost:1");

    private final LeakWatch leaks = new LeakWatch();
    private final FaultProxy proxy = new FaultProxy(token -> leaks.guard("an access token", token));
    private SandboxFixture fixture;
    private Path keyFile;

    @BeforeAll
    void openAnOrgThatKnowsOurKey(@TempDir Path folder) throws IOException, GeneralSecurityException {
        KeyPairGenerator rsa = KeyPairGenerator.getInstance("RSA");
        rsa.initialize(2048);
        KeyPair keys = rsa.generateKeyPair();
        String key = Base64.getMimeEncoder().encodeToString(keys.getPrivate().getEncoded());
        key.lines().filter(line -> line.length() > 40).forEach(line -> leaks.guard("the private key", line));
        keyFile = Files.writeString(
                folder.resolve("app.key"), "-----BEGIN PRIVATE KEY-----\n" + key + "\n-----END PRIVATE KEY-----\n");
        fixture = new SandboxFixture(SandboxOptions.defaults().withJwtKey(keys.getPublic()));
        leaks.guard("the client secret", fixture.sandbox.clientSecret());
    }

    @AfterAll
    void close() {
        proxy.close();
        fixture.close();
        leaks.close();
    }

    static Stream<Object> typesThatHoldSecrets() {
        SignIn.ClientCredentials signIn = new SignIn.ClientCredentials(HOST, "key", CANARY);
        Credentials.ClientCredentials credentials = new Credentials.ClientCredentials("key", Secret.of(CANARY));
        AccessToken token = new AccessToken(1, CANARY, HOST, RecordId.of("00D000000000001"), "005000000000001");
        return Stream.of(
                signIn,
                credentials,
                new Connection(InstanceUrl.of("https://acme.my.salesforce.com"), credentials),
                Secret.of(CANARY),
                token,
                new HttpProxy("proxy", 3128, new HttpProxy.Login("user", CANARY)),
                new ProxyAddress("proxy", 3128, "user", Secret.of(CANARY)),
                List.of(token),
                Optional.of(signIn),
                new AccessTokens(signIn, new SalesforceHttp(Deadlines.SIGN_IN), Clock.systemUTC()));
    }

    @Trap("L1")
    @ParameterizedTest
    @MethodSource("typesThatHoldSecrets")
    void textOfATypeShowsNoSecret(Object holder) {
        assertThat(holder.toString()).doesNotContain(CANARY);
    }

    @Trap("L1")
    @Test
    void exceptionsAndMetricsShowNoSecret() {
        List<Function<SandboxFixture, SignIn>> signIns = List.of(
                org -> new SignIn.ClientCredentials(
                        proxy.address(), org.sandbox.clientId(), org.sandbox.clientSecret()),
                org -> new SignIn.JwtBearer(
                        proxy.address(),
                        org.sandbox.clientId(),
                        "integration@sandbox.plumbline.example",
                        keyFile,
                        Optional.empty()));
        int failed = 0;
        for (Function<SandboxFixture, SignIn> signIn : signIns) {
            for (WireFault.Phase phase : WireFault.Phase.values()) {
                for (WireFault.Kind kind : WireFault.Kind.values()) {
                    if (kind != WireFault.Kind.STALL) {
                        int n = 1 + (phase.ordinal() + kind.ordinal()) % 3;
                        failed += disturbed(signIn.apply(fixture), new WireFault(phase, kind), n);
                    }
                }
            }
        }

        assertThat(failed).as("exceptions looked through").isGreaterThan(15);
        leaks.assertNothingFound();
    }

    private int disturbed(SignIn signIn, WireFault fault, int n) {
        proxy.standBefore(fixture.sandbox);
        AccessTokens tokens = new AccessTokens(signIn, new SalesforceHttp(Deadlines.SIGN_IN), Clock.systemUTC());
        SalesforceHttp http = new SalesforceHttp(Deadlines.CALL);
        ChosenTransport org = new ChosenTransport(
                new WscOrg(tokens, http, new CallSettings(2000, 1, 5, time -> {})),
                new BulkTransport(tokens, http, BulkSettings.standard().withPause(time -> {}), Clock.systemUTC()),
                new BulkThresholds(0, 1));
        SimpleMeterRegistry metrics = new SimpleMeterRegistry();
        org.bindTo(metrics);
        proxy.strike(n, fault);
        int failed = failures(org::serverTime) + failures(() -> org.query(accounts())) + failures(() -> write(org));
        proxy.relent();
        metrics.getMeters().forEach(meter -> leaks.look("a metric", meter.getId() + " " + meter.measure()));
        leaks.look("the text of an object", org + " " + http + " " + tokens + " " + signIn);
        return failed;
    }

    private int failures(Runnable call) {
        try {
            call.run();
            return 0;
        } catch (SalesforceFailedException refused) {
            leaks.look("an exception", refused);
            leaks.look("what a failure says", String.valueOf(refused.failure()));
            return 1;
        }
    }

    private void write(SalesforceOrg org) {
        List<WriteOutcome> outcomes = org.write(List.of(new RecordWrite.Update(
                ObjectName.of("Account"),
                RecordId.of("001000000000001"),
                Map.of(FieldName.of("Name"), FieldValue.text("a name")))));
        leaks.look("the outcome of a write", outcomes.toString());
    }

    private static SoqlQuery accounts() {
        return new SoqlQuery(
                ObjectName.of("Account"), List.of(FieldName.of("Name")), Optional.empty(), Optional.empty(), false);
    }
}
