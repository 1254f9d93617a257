package io.plumbline.salesforce.soap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.plumbline.crm.FieldName;
import io.plumbline.crm.FieldValue;
import io.plumbline.crm.ObjectName;
import io.plumbline.crm.RecordId;
import io.plumbline.salesforce.RecordPage;
import io.plumbline.salesforce.RecordWrite;
import io.plumbline.salesforce.SalesforceFailedException;
import io.plumbline.salesforce.SalesforceFailure;
import io.plumbline.salesforce.SignIn;
import io.plumbline.salesforce.SoqlQuery;
import io.plumbline.salesforce.StubOrg;
import io.plumbline.salesforce.WriteOutcome;
import io.plumbline.salesforce.auth.AccessTokens;
import io.plumbline.salesforce.http.Deadlines;
import io.plumbline.salesforce.http.SalesforceHttp;
import io.plumbline.sandbox.Sandbox;
import io.plumbline.sandbox.SandboxOptions;
import io.plumbline.sandbox.control.Fault;
import io.plumbline.sandbox.control.FaultRule;
import io.plumbline.sandbox.control.OldHost;
import io.plumbline.sandbox.record.OrgFixture;
import io.plumbline.testing.Trap;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Sessions, moves and the meter, against an org that keeps its own books. */
class OrgConnectionOnSandboxTest {

    private static final ObjectName ACCOUNT = ObjectName.of("Account");
    private static final String FOREIGN_ORG = "00D5e000000OTHREA4";

    private final OrgFixture fixture = new OrgFixture();
    private Sandbox sandbox;
    private WscOrg org;

    @BeforeEach
    void start() throws IOException {
        sandbox = Sandbox.start(fixture.org, SandboxOptions.defaults());
        org = new WscOrg(
                new AccessTokens(
                        new SignIn.ClientCredentials(
                                URI.create(sandbox.loginUrl()), sandbox.clientId(), sandbox.clientSecret()),
                        new SalesforceHttp(Deadlines.SIGN_IN),
                        Clock.systemUTC()),
                new SalesforceHttp(Deadlines.SIGN_IN),
                new CallSettings(200, 3, 5, time -> {}));
        IntStream.range(0, 3).forEach(i -> fixture.create("Account", "Name", "Account " + i));
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Trap("J1")
    @Test
    void countsItsCallsExactlyAsTheOrgDoesWhateverBecameOfThem() {
        sandbox.levers().mostRowsPerPage(2);
        org.identity();
        org.describe(ACCOUNT);
        RecordPage first = org.query(accounts());
        org.next(first.next().orElseThrow());
        assertThatThrownBy(() -> org.query(
                        new SoqlQuery(ACCOUNT, List.of(), Optional.of("Nonsense = 1"), Optional.empty(), false)))
                .isInstanceOf(SalesforceFailedException.class);
        sandbox.levers().killSessions();
        org.serverTime();
        org.write(List.of(update(first.records().getFirst().id())));
        sandbox.faults().add(FaultRule.next("soap.getServerTimestamp", new Fault.Maintenance(503)));
        org.serverTime();
        sandbox.faults().add(FaultRule.next("soap.getServerTimestamp", new Fault.ResetAfter()));
        org.serverTime();
        sandbox.faults().add(FaultRule.next("soap.getServerTimestamp", new Fault.LimitReached()));
        assertThatThrownBy(() -> org.serverTime())
                .isInstanceOfSatisfying(
                        SalesforceFailedException.class,
                        e -> assertThat(e.failure()).isInstanceOf(SalesforceFailure.LimitReached.class));

        assertThat(org.usage().ours())
                .isGreaterThan(8)
                .isEqualTo(sandbox.meter().used());
        org.serverTime();
        assertThat(org.usage().orgUsed()).hasValue(sandbox.meter().used());
        assertThat(org.usage().orgLimit()).hasValue(sandbox.meter().limit());
    }

    @Trap("A4")
    @Test
    void signsInOnceForSixteenThreadsThatMeetADeadSession() throws Exception {
        sandbox.levers().signInRules(true, true, Duration.ofMillis(100));
        org.serverTime();
        sandbox.levers().killSessions();
        int before = sandbox.journal().entries("oauth.token").size();
        CyclicBarrier barrier = new CyclicBarrier(16);
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            List<Future<Object>> times = threads.invokeAll(IntStream.range(0, 16)
                    .<Callable<Object>>mapToObj(i -> () -> {
                        barrier.await();
                        return org.serverTime();
                    })
                    .toList());
            for (Future<Object> time : times) {
                assertThat(time.get()).isNotNull();
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(sandbox.journal().entries("oauth.token")).hasSize(before + 1);
    }

    @Trap("J7")
    @ParameterizedTest
    @EnumSource(OldHost.class)
    void followsAnOrgThatMovesBetweenTwoPages(OldHost conduct) throws Exception {
        sandbox.levers().mostRowsPerPage(2);
        RecordPage first = org.query(accounts());
        URI before = org.identity().instance();
        sandbox.levers().moveOrg(conduct);

        assertThatThrownBy(() -> org.next(first.next().orElseThrow()))
                .isInstanceOfSatisfying(
                        SalesforceFailedException.class,
                        e -> assertThat(e.failure()).isInstanceOf(SalesforceFailure.SessionLost.class));
        assertThat(org.query(accounts()).total()).isEqualTo(first.total());
        assertThat(org.identity().instance()).isNotEqualTo(before);
    }

    /** A move is refused before anything is carried out, so the write is made at the new place, once. */
    @Trap({"J7", "F1"})
    @Test
    void writesOnceWhereTheOrgMovedTo() throws Exception {
        RecordId account = org.query(accounts()).records().getFirst().id();
        sandbox.journal().reset();
        sandbox.levers().moveOrg(OldHost.GONE);

        assertThat(org.write(List.of(update(account)))).singleElement().isInstanceOf(WriteOutcome.Saved.class);
        assertThat(sandbox.journal().effects()).hasSize(1);
    }

    @Trap("J7")
    @Test
    void refusesAnotherOrgBeforeAnythingIsReadOrWritten() {
        org.query(accounts());
        sandbox.levers().claimToBe(FOREIGN_ORG);
        sandbox.levers().killSessions();
        sandbox.journal().reset();

        assertThatThrownBy(() -> org.query(accounts()))
                .isInstanceOfSatisfying(
                        SalesforceFailedException.class,
                        e -> assertThat(e.failure()).isInstanceOf(SalesforceFailure.SignInRefused.class))
                .hasMessageContaining(FOREIGN_ORG);
        assertThat(sandbox.journal().entries("soap.*"))
                .as("only the call that met the dead session")
                .hasSize(1);
    }

    /** The answer of an org that ended the flow; whoever tries again changes nothing. */
    @Trap("A7")
    @ParameterizedTest
    @CsvSource({
        "unsupported_grant_type, grant type not supported",
        "invalid_grant, SOAP API login() is disabled and this flow is not enabled for the app"
    })
    void asksAnOrgThatEndedTheFlowOnceAndSaysWhatToDo(String error, String words) {
        try (StubOrg stub = new StubOrg()) {
            stub.tokens(StubOrg.refusedSignIn(400, error, words));
            List<Duration> pauses = new ArrayList<>();

            assertThatThrownBy(() -> Orgs.on(stub, pauses).serverTime())
                    .isInstanceOfSatisfying(SalesforceFailedException.class, e -> {
                        assertThat(e.failure()).isInstanceOf(SalesforceFailure.SignInRefused.class);
                        assertThat(e.failure().advice()).contains("enable the flow", "SOAP login()");
                    });
            assertThat(stub.signIns()).hasSize(1);
            assertThat(pauses).isEmpty();
        }
    }

    @Test
    void showsItsMetersByNumber() {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        org.bindTo(registry);
        org.describe(ACCOUNT);
        org.describe(ACCOUNT);

        assertThat(counted(registry, "plumbline.salesforce.calls")).isEqualTo(1);
        assertThat(counted(registry, "plumbline.salesforce.signins")).isEqualTo(1);
        assertThat(registry.get("plumbline.salesforce.org.calls").gauge().value())
                .isEqualTo(sandbox.meter().used());
        assertThat(registry.get("plumbline.salesforce.org.limit").gauge().value())
                .isEqualTo(sandbox.meter().limit());
        assertThat(registry.get("cache.gets")
                        .tag("cache", DescriptionCache.NAME)
                        .tag("result", "hit")
                        .functionCounter()
                        .count())
                .isEqualTo(1);
    }

    private static double counted(SimpleMeterRegistry registry, String name) {
        return registry.get(name).functionCounter().count();
    }

    private static SoqlQuery accounts() {
        return new SoqlQuery(ACCOUNT, List.of(FieldName.of("Name")), Optional.empty(), Optional.of("Id"), false);
    }

    private static RecordWrite update(RecordId id) {
        return new RecordWrite.Update(ACCOUNT, id, Map.of(FieldName.of("Plumbline_Health__c"), FieldValue.number(50)));
    }
}
