package io.plumbline.salesforce.soap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.crm.CrmRecord;
import io.plumbline.crm.FieldName;
import io.plumbline.crm.FieldValue;
import io.plumbline.crm.ObjectName;
import io.plumbline.crm.RecordId;
import io.plumbline.salesforce.OrgIdentity;
import io.plumbline.salesforce.RecordPage;
import io.plumbline.salesforce.SalesforceFailedException;
import io.plumbline.salesforce.SalesforceFailure;
import io.plumbline.salesforce.SignIn;
import io.plumbline.salesforce.SoqlQuery;
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
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The door's queries against an org that shares no code with it, over HTTP. */
class WscQueriesOnSandboxTest {

    private static final ObjectName ACCOUNT = ObjectName.of("Account");
    private static final FieldName HEALTH = FieldName.of("Plumbline_Health__c");

    private final OrgFixture fixture = new OrgFixture();
    private Sandbox sandbox;
    private WscOrg org;

    @BeforeEach
    void start() throws IOException {
        sandbox = Sandbox.start(fixture.org, SandboxOptions.defaults());
        SalesforceHttp http = new SalesforceHttp(Deadlines.SIGN_IN);
        SignIn signIn = new SignIn.ClientCredentials(
                URI.create(sandbox.instanceUrl()), sandbox.clientId(), sandbox.clientSecret());
        org = new WscOrg(
                new AccessTokens(signIn, http, Clock.systemUTC()), http, new CallSettings(2000, 3, 5, time -> {}));
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void pagesThroughRecordsTypedByDescribe() {
        sandbox.levers().mostRowsPerPage(200);
        Stream.iterate(1, i -> i + 1)
                .limit(450)
                .forEach(i -> fixture.create(
                        "Account",
                        "Name",
                        "Account %03d".formatted(i),
                        "Plumbline_Health__c",
                        BigDecimal.valueOf(i % 100)));

        List<CrmRecord> rows = all(select("Name", "Plumbline_Health__c", "Owner.Name", "SystemModstamp"));

        assertThat(rows).hasSize(450);
        assertThat(rows).extracting(CrmRecord::id).doesNotHaveDuplicates();
        assertThat(rows.get(449).fields())
                .containsEntry(FieldName.of("Name"), FieldValue.text("Account 450"))
                .containsEntry(HEALTH, FieldValue.number(50))
                .containsEntry(FieldName.of("Owner.Name"), FieldValue.text("System Administrator"))
                .containsEntry(FieldName.of("SystemModstamp"), FieldValue.moment(OrgFixture.NOW));
    }

    /** For every page at which the session can die. */
    @Trap("B1")
    @Test
    void readsTheSameSetWhereverTheSessionDiesBetweenPages() {
        sandbox.levers().mostRowsPerPage(200);
        Stream.iterate(1, i -> i + 1).limit(450).forEach(i -> fixture.create("Account", "Name", "Account " + i));
        for (int page = 1; page <= 2; page++) {
            sandbox.faults().clear();
            sandbox.faults().add(FaultRule.at(page, "soap.queryMore", new Fault.DeadSession(Optional.empty(), false)));

            assertThatThrownBy(() -> all(select("Name")))
                    .isInstanceOfSatisfying(
                            SalesforceFailedException.class,
                            e -> assertThat(e.failure()).isInstanceOf(SalesforceFailure.SessionLost.class));
            assertThat(all(select("Name"))).hasSize(450);
        }
    }

    @Test
    void namesAFieldThatIsNotThere() {
        assertThatThrownBy(() -> org.query(select("Plumbline_Nothing__c")))
                .isInstanceOfSatisfying(SalesforceFailedException.class, e -> {
                    assertThat(e.failure()).isInstanceOf(SalesforceFailure.NotThere.class);
                    assertThat(e.failure().what()).contains("Account has no field Plumbline_Nothing__c");
                });
    }

    @Test
    void knowsWhoItIsThere() {
        OrgIdentity identity = org.identity();

        assertThat(identity.orgId()).isEqualTo(RecordId.of(fixture.org.organizationId()));
        assertThat(identity.userName()).isEqualTo("integration@sandbox.plumbline.example");
        assertThat(identity.timeZone()).isEqualTo(ZoneId.of("UTC"));
        assertThat(identity.currency()).isEqualTo("USD");
        assertThat(identity.multiCurrency()).isFalse();
    }

    private List<CrmRecord> all(SoqlQuery query) {
        List<CrmRecord> rows = new ArrayList<>();
        RecordPage page = org.query(query);
        rows.addAll(page.records());
        while (page.next().isPresent()) {
            page = org.next(page.next().get());
            rows.addAll(page.records());
        }
        assertThat(rows).hasSize((int) page.total());
        return rows;
    }

    private static SoqlQuery select(String... fields) {
        return new SoqlQuery(
                ACCOUNT, Stream.of(fields).map(FieldName::of).toList(), Optional.empty(), Optional.of("Id"), false);
    }
}
