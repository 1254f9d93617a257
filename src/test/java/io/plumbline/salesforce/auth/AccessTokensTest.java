package io.plumbline.salesforce.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.http.Fault;
import io.plumbline.crm.RecordId;
import io.plumbline.salesforce.SalesforceFailedException;
import io.plumbline.salesforce.SalesforceFailure;
import io.plumbline.salesforce.SignIn;
import io.plumbline.salesforce.StubOrg;
import io.plumbline.salesforce.http.Deadlines;
import io.plumbline.salesforce.http.SalesforceHttp;
import io.plumbline.testing.Trap;
import io.plumbline.testing.TurnedClock;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTokensTest {

    private final StubOrg stub = new StubOrg();
    private final TurnedClock clock = new TurnedClock(Instant.parse("2026-05-04T10:00:00Z"));
    private final SalesforceHttp http = new SalesforceHttp(Deadlines.SIGN_IN);
    private final AccessTokens tokens = new AccessTokens(stub.signIn(), http, clock);

    @AfterEach
    void stop() {
        stub.close();
    }

    @Trap("A6")
    @Test
    void signsInOnceAndKeepsTheToken() {
        AccessToken token = tokens.current();

        assertThat(tokens.current()).isSameAs(token);
        assertThat(token.value()).isEqualTo("canary-token-T1");
        assertThat(token.org()).isEqualTo(RecordId.of(StubOrg.ORG));
        assertThat(token.instance()).isEqualTo(URI.create(stub.address() + "/"));
        assertThat(stub.signIns()).singleElement().satisfies(request -> {
            assertThat(request.getBodyAsString())
                    .isEqualTo(
                            "grant_type=client_credentials&client_id=the-consumer-key&client_secret=" + StubOrg.SECRET);
            assertThat(request.getHeader("Content-Type")).isEqualTo("application/x-www-form-urlencoded");
        });
    }

    /** 16 threads meet a dead session at once; all 16 know the same dead token. */
    @Trap("A4")
    @Test
    void signsInOnceHoweverManyThreadsMeetADeadSession() throws Exception {
        stub.tokens(stub.token("T1"), stub.token("T2").withFixedDelay(200), stub.token("T3"));
        AccessToken dead = tokens.current();

        Set<String> values = together(() -> tokens.after(dead).value());

        assertThat(values).containsExactly("canary-token-T2");
        assertThat(stub.signIns()).hasSize(2);
    }

    @Trap("A4")
    @Test
    void signsInOnceHoweverManyThreadsNeedTheFirstToken() throws Exception {
        stub.tokens(stub.token("T1").withFixedDelay(200), stub.token("T2"));

        assertThat(together(() -> tokens.current().value())).containsExactly("canary-token-T1");
        assertThat(stub.signIns()).hasSize(1);
    }

    /** A late refusal of an old token is no refusal of the new one. */
    @Trap("A4")
    @Test
    void answersALateRefusalOfAnOldTokenWithTheNewOne() {
        stub.tokens(stub.token("T1"), stub.token("T2"), stub.token("T3"));
        AccessToken first = tokens.current();
        AccessToken second = tokens.after(first);

        assertThat(tokens.after(first)).isSameAs(second);
        assertThat(tokens.after(second).value()).isEqualTo("canary-token-T3");
        assertThat(stub.signIns()).hasSize(3);
    }

    @Test
    void sharesAFailureAmongTheThreadsThatWaitedForIt() throws Exception {
        stub.tokens(WireMock.aResponse().withFault(Fault.EMPTY_RESPONSE).withFixedDelay(300));

        Set<String> failures = together(() -> {
            try {
                return tokens.current().value();
            } catch (SalesforceFailedException e) {
                return e.failure().getClass().getSimpleName();
            }
        });

        assertThat(failures).containsExactly("Unreachable");
        assertThat(stub.signIns()).hasSizeLessThan(16);
    }

    /** The same credentials are tried twice, then they rest. */
    @Trap("A6")
    @Test
    void triesRefusedCredentialsTwiceAndThenRests() {
        stub.tokens(StubOrg.refusedSignIn(400, "invalid_client", "invalid client credentials"));

        IntStream.range(0, 10).forEach(i -> assertThat(failure()).isInstanceOf(SalesforceFailure.SignInRefused.class));

        assertThat(stub.signIns()).hasSize(2);
    }

    /** Three days with a wrong secret cost two attempts: nothing but another secret can help. */
    @Trap("A6")
    @Test
    void doesNotTryRefusedCredentialsAgainUntilTheyChange() {
        stub.tokens(StubOrg.refusedSignIn(400, "invalid_client", "invalid client credentials"));

        for (int hour = 0; hour < 72; hour++) {
            assertThat(failure()).isInstanceOf(SalesforceFailure.SignInRefused.class);
            clock.turn(Duration.ofHours(1));
        }

        assertThat(stub.signIns()).hasSize(2);
    }

    @Trap("A6")
    @Test
    void triesAgainAtOnceWhenTheKeyFileWasExchanged(@TempDir Path folder) throws Exception {
        Path key = folder.resolve("app.key");
        writeKey(key);
        AccessTokens signed = new AccessTokens(
                new SignIn.JwtBearer(stub.address(), "key", "integration@acme.example", key, Optional.empty()),
                http,
                clock);
        stub.tokens(StubOrg.refusedSignIn(400, "invalid_grant", "invalid assertion"));
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(signed::current).hasMessageContaining("does not fit the app's certificate");
        }
        assertThat(stub.signIns()).hasSize(2);

        stub.tokens(stub.token("T1"));
        writeKey(key);

        assertThat(signed.current().value()).isEqualTo("canary-token-T1");
    }

    private static void writeKey(Path file) throws Exception {
        KeyPairGenerator rsa = KeyPairGenerator.getInstance("RSA");
        rsa.initialize(2048);
        String key = Base64.getMimeEncoder()
                .encodeToString(rsa.generateKeyPair().getPrivate().getEncoded());
        Files.writeString(file, "-----BEGIN PRIVATE KEY-----\n" + key + "\n-----END PRIVATE KEY-----\n");
    }

    @Test
    void doesNotRestForWhatIsWrongOnThisSide(@TempDir Path folder) {
        AccessTokens keyless = new AccessTokens(
                new SignIn.JwtBearer(
                        stub.address(), "key", "integration@acme.example", folder.resolve("app.key"), Optional.empty()),
                http,
                clock);

        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(keyless::current).hasMessageContaining("app.key cannot be read");
        }
        assertThat(http.sent()).isZero();
    }

    /** Three days with a deactivated user cost at most one attempt an hour, and the fourth day heals. */
    @Trap("A8")
    @Test
    void triesOnceAnHourWhileAnAdministratorMayBeMendingTheOrg() {
        stub.tokens(StubOrg.refusedSignIn(400, "invalid_grant", "inactive user"));

        for (int minute = 0; minute < 3 * 24 * 60; minute += 10) {
            assertThat(failure()).isInstanceOf(SalesforceFailure.SignInRefused.class);
            clock.turn(Duration.ofMinutes(10));
        }
        assertThat(stub.signIns()).hasSizeBetween(60, 73);

        stub.tokens(stub.token("T1"));
        clock.turn(Duration.ofHours(1));
        assertThat(tokens.current().value()).isEqualTo("canary-token-T1");
    }

    @Test
    void doesNotRestAfterFailuresThatPass() {
        stub.tokens(StubOrg.json(503, ""), StubOrg.json(503, ""), StubOrg.json(503, ""), stub.token("T1"));

        IntStream.range(0, 3).forEach(i -> assertThat(failure()).isInstanceOf(SalesforceFailure.Maintenance.class));

        assertThat(tokens.current().value()).isEqualTo("canary-token-T1");
    }

    /** Sessions that end at once do not become a sign-in per call. */
    @Trap("A6")
    @Test
    void signsInNoMoreThanSixtyTimesAnHour() {
        AccessToken token = tokens.current();
        for (int i = 1; i < 60; i++) {
            token = tokens.after(token);
        }
        AccessToken last = token;

        assertThatThrownBy(() -> tokens.after(last))
                .isInstanceOfSatisfying(
                        SalesforceFailedException.class,
                        e -> assertThat(e.failure()).isInstanceOf(SalesforceFailure.LimitReached.class));
        assertThat(stub.signIns()).hasSize(60);

        clock.turn(Duration.ofMinutes(61));
        assertThat(tokens.after(last).generation()).isEqualTo(61);
    }

    /** Another org must not be fed into what is stored of this one. */
    @Trap("J7")
    @Test
    void refusesAnotherOrgAtTheSameAddress() {
        stub.tokens(stub.token("T1"), StubOrg.token("T2", stub.address().toString(), "00D5e000000OTHREA4"));
        AccessToken first = tokens.current();

        assertThatThrownBy(() -> tokens.after(first))
                .isInstanceOfSatisfying(
                        SalesforceFailedException.class,
                        e -> assertThat(e.failure()).isInstanceOf(SalesforceFailure.SignInRefused.class))
                .hasMessageContaining("before it was " + StubOrg.ORG);
    }

    /** The host is the latest sign-in's. */
    @Trap("J7")
    @Test
    void followsTheOrgToAnotherInstance() {
        stub.tokens(
                stub.token("T1"),
                StubOrg.token("T2", "http://127.0.0.1:" + stub.server().port(), StubOrg.ORG));

        assertThat(tokens.after(tokens.current()).instance().getHost()).isEqualTo("127.0.0.1");
    }

    /** A host that fails is no reason for a sign-in per call. */
    @Trap("J7")
    @Test
    void looksOnceInTenMinutesWhetherTheOrgMoved() {
        stub.tokens(stub.token("T1"), stub.token("T2"), elsewhere("T3"));
        AccessToken first = tokens.current();

        assertThat(tokens.whereItMoved(first)).isEmpty();
        assertThat(tokens.whereItMoved(first)).isEmpty();
        assertThat(stub.signIns()).hasSize(2);

        clock.turn(Duration.ofMinutes(10));
        assertThat(tokens.whereItMoved(first))
                .get()
                .satisfies(token -> assertThat(token.instance().getHost()).isEqualTo("127.0.0.1"));
        assertThat(tokens.whereItMoved(first))
                .as("another thread that lost the host learns where it is without signing in")
                .isPresent();
        assertThat(stub.signIns()).hasSize(3);
    }

    private ResponseDefinitionBuilder elsewhere(String token) {
        return StubOrg.token(token, "http://127.0.0.1:" + stub.server().port(), StubOrg.ORG);
    }

    /** The token is not taken to a host that the answer made up. */
    @Trap("L4")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://acme.my.salesforce.com.evil.test",
                "http://acme.my.salesforce.com",
                "https://169.254.169.254",
                "not an address",
                ""
            })
    void refusesAnInstanceThatIsNotSalesforce(String instance) {
        stub.tokens(StubOrg.token("T1", instance, StubOrg.ORG));

        assertThat(failure()).isInstanceOf(SalesforceFailure.UnexpectedAnswer.class);
    }

    @Trap("L4")
    @ParameterizedTest
    @ValueSource(strings = {"https://evil.test", "http://acme.my.salesforce.com", "https://x@acme.my.salesforce.com"})
    void sendsNoCredentialsToAHostThatIsNotSalesforce(String host) {
        AccessTokens elsewhere =
                new AccessTokens(new SignIn.ClientCredentials(URI.create(host), "key", StubOrg.SECRET), http, clock);

        assertThatThrownBy(elsewhere::current)
                .isInstanceOfSatisfying(
                        SalesforceFailedException.class,
                        e -> assertThat(e.failure()).isInstanceOf(SalesforceFailure.SignInRefused.class))
                .hasMessageContaining("no credentials are sent");
        assertThat(http.sent()).isZero();
    }

    /** A maintenance page during sign-in. */
    @Trap("J4")
    @Test
    void knowsAMaintenancePage() {
        stub.tokens(WireMock.aResponse()
                .withStatus(200)
                .withHeader("Content-Type", "text/html")
                .withBody("<!DOCTYPE html><title>Down for Maintenance</title>"));

        assertThat(failure()).isInstanceOf(SalesforceFailure.Maintenance.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[]", "{\"access_token\": \"x\"}", "canary-token-in-plain-text"})
    void refusesAnAnswerThatIsNoToken(String body) {
        stub.tokens(StubOrg.json(200, body));

        SalesforceFailure failure = failure();

        assertThat(failure).isInstanceOf(SalesforceFailure.UnexpectedAnswer.class);
        assertThat(failure.sentence()).doesNotContain("canary");
    }

    @Trap("L1")
    @Test
    void hidesSecretsFromText() {
        assertThat(stub.signIn().toString()).doesNotContain("canary");
        assertThat(tokens.current().toString()).doesNotContain("canary");
    }

    private SalesforceFailure failure() {
        SalesforceFailure[] failure = new SalesforceFailure[1];
        assertThatThrownBy(tokens::current)
                .isInstanceOfSatisfying(SalesforceFailedException.class, e -> failure[0] = e.failure());
        return failure[0];
    }

    private static Set<String> together(Callable<String> work) throws Exception {
        CyclicBarrier barrier = new CyclicBarrier(16);
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            List<Future<String>> results = threads.invokeAll(IntStream.range(0, 16)
                    .<Callable<String>>mapToObj(i -> () -> {
                        barrier.await();
                        return work.call();
                    })
                    .toList());
            Set<String> values = results.stream().map(AccessTokensTest::value).collect(Collectors.toSet());
            return values;
        } finally {
            threads.shutdownNow();
        }
    }

    private static String value(Future<String> result) {
        try {
            return result.get();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
