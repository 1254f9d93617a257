package io.plumbline.salesforce.soap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.crm.FieldName;
import io.plumbline.crm.FieldValue;
import io.plumbline.crm.ObjectName;
import io.plumbline.crm.RecordId;
import io.plumbline.salesforce.FieldDescription;
import io.plumbline.salesforce.ObjectDescription;
import io.plumbline.salesforce.RecordWrite;
import io.plumbline.salesforce.SalesforceFailedException;
import io.plumbline.salesforce.SalesforceFailure;
import io.plumbline.salesforce.SignIn;
import io.plumbline.salesforce.WriteOutcome;
import io.plumbline.salesforce.auth.AccessTokens;
import io.plumbline.salesforce.http.Deadlines;
import io.plumbline.salesforce.http.SalesforceHttp;
import io.plumbline.sandbox.Sandbox;
import io.plumbline.sandbox.SandboxOptions;
import io.plumbline.sandbox.control.Fault;
import io.plumbline.sandbox.control.FaultRule;
import io.plumbline.sandbox.record.OrgFixture;
import io.plumbline.testing.Trap;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The door against an org that shares no code with it, over HTTP. */
class WscOrgOnSandboxTest {

    private static final ObjectName ACCOUNT = ObjectName.of("Account");
    private static final ObjectName TASK = ObjectName.of("Task");
    private static final FieldName HEALTH = FieldName.of("Plumbline_Health__c");
    private static final FieldName BAND = FieldName.of("Plumbline_Band__c");
    private static final FieldName KEY = FieldName.of("Plumbline_Key__c");

    private final OrgFixture fixture = new OrgFixture();
    private Sandbox sandbox;
    private WscOrg org;

    @BeforeEach
    void start() throws IOException {
        sandbox = Sandbox.start(fixture.org, SandboxOptions.defaults());
        org = on(new SignIn.ClientCredentials(address(), sandbox.clientId(), sandbox.clientSecret()));
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Trap("F8")
    @Test
    void describesWhatTheIntegrationUserSees() {
        ObjectDescription account = org.describe(ACCOUNT);

        assertThat(account.updateable()).isTrue();
        assertThat(account.field("Plumbline_Health__c")).get().satisfies(field -> {
            assertThat(field.type()).isEqualTo(FieldDescription.Type.NUMBER);
            assertThat(field.digitsBefore()).isEqualTo(3);
            assertThat(field.scale()).isZero();
            assertThat(field.updateable()).isTrue();
        });
        assertThat(account.relationship("Owner"))
                .get()
                .satisfies(owner -> assertThat(owner.referenceTo()).contains(ObjectName.of("User")));
        assertThat(org.describe(TASK).field("Plumbline_Key__c")).get().satisfies(key -> {
            assertThat(key.externalId()).isTrue();
            assertThat(key.unique()).isTrue();
        });
        assertThat(org.objects()).contains(ACCOUNT, TASK, ObjectName.of("Plumbline_Plan__c"));
    }

    @Trap("C3")
    @Test
    void tellsTheServersTimeAndNotItsOwn() {
        assertThat(org.serverTime()).isEqualTo(OrgFixture.NOW);
    }

    @Test
    void writesAndClearsFields() {
        String account = fixture.create("Account", "Name", "Nordwind", "Plumbline_Band__c", "Green");

        assertThat(org.write(List.of(update(account, HEALTH, FieldValue.number(83), BAND, FieldValue.EMPTY))))
                .containsExactly(new WriteOutcome.Saved(RecordId.of(account), false));

        assertThat((BigDecimal) fixture.stored(account).get("Plumbline_Health__c"))
                .isEqualByComparingTo("83");
        assertThat(fixture.stored(account).get("Plumbline_Band__c")).isNull();
    }

    /** Sent twice, there is one. */
    @Trap({"F1", "H1"})
    @Test
    void makesOneTaskHoweverOftenItIsSent() {
        String account = fixture.create("Account", "Name", "Nordwind");

        WriteOutcome first = org.write(List.of(task("k-1", account))).get(0);
        WriteOutcome second = org.write(List.of(task("k-1", account))).get(0);

        assertThat(first)
                .isInstanceOfSatisfying(
                        WriteOutcome.Saved.class,
                        saved -> assertThat(saved.created()).isTrue());
        assertThat(second)
                .isInstanceOfSatisfying(
                        WriteOutcome.Saved.class,
                        saved -> assertThat(saved.created()).isFalse());
        assertThat(((WriteOutcome.Saved) second).id()).isEqualTo(((WriteOutcome.Saved) first).id());
        assertThat(fixture.stored(((WriteOutcome.Saved) first).id().value()).get("ActivityDate"))
                .isEqualTo(LocalDate.of(2026, 3, 31));
    }

    /** Committed, but the answer is lost. */
    @Trap({"F1", "F2"})
    @Test
    void saysUnknownWhenTheAnswerIsLostAndFindsTheTaskWhenItIsSentAgain() {
        String account = fixture.create("Account", "Name", "Nordwind");
        sandbox.faults().add(FaultRule.next("soap.upsert", new Fault.ResetAfter()));

        assertThat(org.write(List.of(task("k-1", account)))).singleElement().isInstanceOf(WriteOutcome.Unknown.class);
        assertThat(sandbox.journal().effects()).hasSize(1);

        assertThat(org.write(List.of(task("k-1", account))))
                .singleElement()
                .isInstanceOfSatisfying(
                        WriteOutcome.Saved.class,
                        saved -> assertThat(saved.created()).isFalse());
    }

    @Trap("F5")
    @Test
    void losesNoResultToACodeOfTheFuture() {
        String one = fixture.create("Account", "Name", "One");
        String two = fixture.create("Account", "Name", "Two");
        sandbox.faults()
                .add(FaultRule.next(
                        "soap.update", new Fault.RowError("NEW_CODE_2031", "new", List.of(), Set.of(one), Set.of())));

        List<WriteOutcome> outcomes = org.write(
                List.of(update(one, HEALTH, FieldValue.number(1)), update(two, HEALTH, FieldValue.number(2))));

        assertThat(outcomes.get(0))
                .isInstanceOfSatisfying(
                        WriteOutcome.Refused.class,
                        row -> assertThat(row.code()).isEqualTo("NEW_CODE_2031"));
        assertThat(outcomes.get(1)).isEqualTo(new WriteOutcome.Saved(RecordId.of(two), false));
    }

    @Test
    void renewsASessionThatDiesUnderAWrite() {
        String account = fixture.create("Account", "Name", "Nordwind");
        sandbox.faults().add(FaultRule.next("soap.update", new Fault.DeadSession(Optional.empty(), false)));

        assertThat(org.write(List.of(update(account, HEALTH, FieldValue.number(83)))))
                .singleElement()
                .isInstanceOf(WriteOutcome.Saved.class);
        assertThat(sandbox.journal().effects()).hasSize(1);
    }

    @Test
    void tellsWhichFieldIsTooSmallOrHoldsAValueThatIsNotOnTheList() {
        String account = fixture.create("Account", "Name", "Nordwind");

        List<WriteOutcome> outcomes = org.write(List.of(
                update(account, BAND, FieldValue.text("Purple")), update(account, HEALTH, FieldValue.number(12345))));

        assertThat(outcomes)
                .allSatisfy(outcome -> assertThat(outcome)
                        .isInstanceOfSatisfying(
                                WriteOutcome.Refused.class,
                                row -> assertThat(row.passing()).isFalse()));
    }

    @Trap("A6")
    @Test
    void refusesAWrongSecretInWordsAndTriesItTwiceAtMost() {
        WscOrg stranger = on(new SignIn.ClientCredentials(address(), sandbox.clientId(), "canary-not-the-secret"));

        for (int i = 0; i < 4; i++) {
            assertThatThrownBy(stranger::identity).isInstanceOfSatisfying(SalesforceFailedException.class, e -> {
                assertThat(e.failure()).isInstanceOf(SalesforceFailure.SignInRefused.class);
                assertThat(e.failure().sentence())
                        .contains("PLUMBLINE_CLIENT_SECRET")
                        .doesNotContain("canary");
            });
        }
        assertThat(sandbox.journal().entries("oauth.token")).hasSize(2);
        assertThat(stranger.usage().ours()).isZero();
    }

    @Test
    void signsInWithASignedAssertion(@TempDir Path folder) throws Exception {
        KeyPairGenerator rsa = KeyPairGenerator.getInstance("RSA");
        rsa.initialize(2048);
        KeyPair keys = rsa.generateKeyPair();
        Path keyFile = Files.writeString(
                folder.resolve("app.key"),
                "-----BEGIN PRIVATE KEY-----\n"
                        + Base64.getMimeEncoder()
                                .encodeToString(keys.getPrivate().getEncoded())
                        + "\n-----END PRIVATE KEY-----\n");
        try (Sandbox signed =
                Sandbox.start(new OrgFixture().org, SandboxOptions.defaults().withJwtKey(keys.getPublic()))) {
            WscOrg vouched = on(new SignIn.JwtBearer(
                    URI.create(signed.instanceUrl()),
                    signed.clientId(),
                    "integration@sandbox.plumbline.example",
                    keyFile,
                    Optional.empty()));

            assertThat(vouched.serverTime()).isEqualTo(OrgFixture.NOW);
        }
    }

    @Trap("J4")
    @Test
    void knowsTheMaintenancePage() {
        sandbox.faults().add(FaultRule.always("soap.*", new Fault.Maintenance(200)));

        assertThatThrownBy(org::serverTime)
                .isInstanceOfSatisfying(
                        SalesforceFailedException.class,
                        e -> assertThat(e.failure()).isInstanceOf(SalesforceFailure.Maintenance.class));
    }

    private static RecordWrite update(String id, FieldName field, FieldValue value) {
        return new RecordWrite.Update(ACCOUNT, RecordId.of(id), Map.of(field, value));
    }

    private static RecordWrite update(String id, FieldName one, FieldValue first, FieldName two, FieldValue second) {
        return new RecordWrite.Update(ACCOUNT, RecordId.of(id), Map.of(one, first, two, second));
    }

    private static RecordWrite task(String key, String account) {
        return new RecordWrite.Upsert(
                TASK,
                KEY,
                key,
                Map.of(
                        FieldName.of("Subject"), FieldValue.text("Renew the plan"),
                        FieldName.of("WhatId"), FieldValue.text(account),
                        FieldName.of("ActivityDate"), FieldValue.day(LocalDate.of(2026, 3, 31))));
    }

    private URI address() {
        return URI.create(sandbox.instanceUrl());
    }

    private static WscOrg on(SignIn signIn) {
        SalesforceHttp http = new SalesforceHttp(Deadlines.SIGN_IN);
        return new WscOrg(
                new AccessTokens(signIn, http, Clock.systemUTC()), http, new CallSettings(2000, 3, 5, time -> {}));
    }
}
