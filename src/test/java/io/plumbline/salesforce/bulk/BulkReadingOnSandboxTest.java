package io.plumbline.salesforce.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.crm.CrmRecord;
import io.plumbline.crm.FieldName;
import io.plumbline.crm.FieldValue;
import io.plumbline.crm.ObjectName;
import io.plumbline.salesforce.SalesforceFailedException;
import io.plumbline.salesforce.SalesforceFailure;
import io.plumbline.salesforce.SignIn;
import io.plumbline.salesforce.SoqlQuery;
import io.plumbline.salesforce.StreamPlace;
import io.plumbline.salesforce.StreamRequest;
import io.plumbline.salesforce.StreamResult;
import io.plumbline.salesforce.auth.AccessTokens;
import io.plumbline.salesforce.http.Deadlines;
import io.plumbline.salesforce.http.SalesforceHttp;
import io.plumbline.salesforce.soap.CallSettings;
import io.plumbline.salesforce.soap.WscOrg;
import io.plumbline.sandbox.SandboxFixture;
import io.plumbline.sandbox.control.Fault;
import io.plumbline.sandbox.control.FaultRule;
import io.plumbline.testing.Trap;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Query jobs against an org that shares no code with us, over HTTP. */
class BulkReadingOnSandboxTest {

    private static final SoqlQuery NAMES = Transports.query("Account", "Name", "Plumbline_Band__c");

    private final SandboxFixture fixture = new SandboxFixture();
    private final BulkSettings settings = BulkSettings.standard();
    private final Gathered gathered = new Gathered();
    private SignIn signIn;
    private WscOrg soap;

    @BeforeEach
    void signIn() {
        URI address = URI.create(fixture.sandbox.instanceUrl());
        signIn = new SignIn.ClientCredentials(address, fixture.sandbox.clientId(), fixture.sandbox.clientSecret());
        SalesforceHttp http = new SalesforceHttp(Deadlines.SIGN_IN);
        soap = new WscOrg(
                new AccessTokens(signIn, http, Clock.systemUTC()), http, new CallSettings(2000, 1, 5, time -> {}));
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    /** The header comes with every page, too. */
    @Trap({"D2", "D1"})
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 6, 7, 8})
    void readsAllRowsWhateverTheSizeOfAPage(int size) {
        List<String> ids = accounts(7);

        assertThat(read(settings.withRowsAPage(size), NAMES)).isEqualTo(new StreamResult.Whole(7));

        assertThat(gathered.records).containsOnlyKeys(ids);
        assertThat(gathered.pages)
                .last()
                .satisfies(page -> assertThat(page.last()).isTrue());
        assertThat(gathered.pages.stream().filter(page -> page.last())).hasSize(1);
        assertThat(gathered.pages).allSatisfy(page -> assertThat(page.total()).isEqualTo(7));
    }

    @Trap("B7")
    @Test
    void tellsAnEmptyAnswerAsOneEmptyPage() {
        assertThat(read(settings, NAMES)).isEqualTo(new StreamResult.Whole(0));

        assertThat(gathered.pages).singleElement().satisfies(page -> {
            assertThat(page.records()).isEmpty();
            assertThat(page.last()).isTrue();
        });
    }

    @Trap("E3")
    @Test
    void losesNoRowWhoseOnlyFieldIsEmpty() {
        List<String> ids = accounts(3);

        read(settings, Transports.query("Account", "Plumbline_Band__c"));

        assertThat(gathered.records).containsOnlyKeys(ids);
        assertThat(gathered.records.values())
                .allSatisfy(record -> assertThat(record.fields().get(FieldName.of("Plumbline_Band__c")))
                        .isEqualTo(FieldValue.EMPTY));
    }

    @Trap("D12")
    @Test
    void asksForDeletedRowsWithTheOperationThatGivesThem() {
        List<String> ids = accounts(2);
        fixture.data.org.delete(fixture.data.org.administrator(), List.of(ids.get(0)), false);
        SoqlQuery all = new SoqlQuery(
                ObjectName.of("Account"),
                Transports.fields("Name", "IsDeleted"),
                Optional.empty(),
                Optional.empty(),
                true);

        read(settings, all);

        assertThat(gathered.records).containsOnlyKeys(ids);
        assertThat(gathered.text(ids.get(0), "IsDeleted")).isEqualTo("true");
        assertThat(gathered.text(ids.get(1), "IsDeleted")).isEqualTo("false");
    }

    /** Text, money, dates and Ids are the same values over SOAP and over Bulk. */
    @Trap({"E1", "E2", "E11", "H1", "H2", "H6", "H8"})
    @Test
    void givesTheSameValuesAsSoap() {
        String account = fixture.data.create(
                "Account", "Name", "007", "Plumbline_Detail__c", "a \"b\",\r\nc;\td\n,,\u00e9\uD83D\uDE00");
        for (String amount : List.of("0.1", "-12.5", "99999999999999.99", "100", "0")) {
            fixture.data.create(
                    "Opportunity",
                    "Name",
                    "true",
                    "AccountId",
                    account,
                    "StageName",
                    "Prospecting",
                    "CloseDate",
                    "2024-03-31",
                    "Amount",
                    new BigDecimal(amount));
        }
        SoqlQuery opportunities = Transports.query(
                "Opportunity",
                "Name",
                "Amount",
                "CloseDate",
                "IsClosed",
                "AccountId",
                "Account.Name",
                "Account.Plumbline_Detail__c",
                "CreatedDate",
                "SystemModstamp",
                "Account.Plumbline_Band__c");

        read(settings, opportunities);

        List<CrmRecord> bySoap = soap.query(opportunities).records();
        assertThat(gathered.records.values())
                .containsExactlyInAnyOrderElementsOf(bySoap)
                .hasSize(5);
        assertThat(bySoap.get(0).text(FieldName.of("Account.Name"))).hasValue("007");
    }

    @Trap("E1")
    @Test
    void keepsTextsThatLookLikeCsv() {
        List<String> nasty = List.of(
                "\"",
                "\"\"",
                ",",
                "a,b",
                "\"a\",\"b\"",
                "a\"b",
                "line\nline",
                "\nfirst",
                "last\n!",
                "#N/A",
                "null",
                "=1+1",
                "'",
                "\\",
                "\\n",
                "\\\"",
                "a;b\tc|d",
                "\u2028",
                "\u00a0x",
                "\uD83D\uDE00\"\n,");
        List<String> ids = new ArrayList<>();
        nasty.forEach(text -> ids.add(fixture.data.create("Account", "Name", "n", "Plumbline_Detail__c", text)));

        read(settings.withRowsAPage(7), Transports.query("Account", "Plumbline_Detail__c"));

        List<CrmRecord> bySoap =
                soap.query(Transports.query("Account", "Plumbline_Detail__c")).records();
        assertThat(gathered.records.values()).containsExactlyInAnyOrderElementsOf(bySoap);
        assertThat(ids.stream().map(id -> gathered.text(id, "Plumbline_Detail__c")))
                .contains("\"a\",\"b\"", "#N/A", "null");
    }

    @Trap({"A1", "A9"})
    @ParameterizedTest
    @CsvSource({
        "bulk.query.create, true", "bulk.query.status, true", "bulk.query.results, true",
        "bulk.query.create, false", "bulk.query.status, false", "bulk.query.results, false"
    })
    void renewsADeadSessionInEitherDialect(String operation, boolean asynchronous) {
        accounts(5);
        fixture.sandbox.faults().add(FaultRule.at(1, operation, new Fault.DeadSession(Optional.empty(), asynchronous)));

        assertThat(read(settings.withRowsAPage(2), NAMES)).isEqualTo(new StreamResult.Whole(5));

        assertThat(gathered.records).hasSize(5);
        assertThat(gathered.begun).hasSize(1);
    }

    /** The token is asked for with every call: another session between two pages is no loss. */
    @Trap("A2")
    @Test
    void goesOnWhenTheSessionEndsBetweenTwoPages() {
        accounts(6);
        fixture.sandbox
                .faults()
                .add(FaultRule.at(2, "bulk.query.results", new Fault.DeadSession(Optional.empty(), true)));
        fixture.sandbox
                .faults()
                .add(FaultRule.at(4, "bulk.query.results", new Fault.DeadSession(Optional.empty(), true)));

        assertThat(read(settings.withRowsAPage(2), NAMES)).isEqualTo(new StreamResult.Whole(6));
    }

    @Trap("D6")
    @Test
    void goesOnWithTheSameJobAfterARestart() {
        List<String> ids = accounts(7);
        for (int page = 0; page < 7; page++) {
            Gathered interrupted = new Gathered();
            interrupted.failAtPage = page;
            BulkSettings small = settings.withRowsAPage(2).withRowsAtOnce(1);
            int jobsBefore = jobs().size();
            assertThatThrownBy(() -> transport(small).read(StreamRequest.of(NAMES), soap::describe, interrupted))
                    .isInstanceOf(Gathered.Killed.class);
            interrupted.failAtPage = -1;
            StreamPlace stored = StreamPlace.of(interrupted.place.text()).orElseThrow();

            assertThat(transport(small).read(StreamRequest.of(NAMES).from(stored), soap::describe, interrupted))
                    .isEqualTo(new StreamResult.Whole(7));

            assertThat(interrupted.records).containsOnlyKeys(ids);
            assertThat(jobs()).hasSize(jobsBefore + 1);
        }
    }

    @Trap("D6")
    @Test
    void knowsThatEverythingWasReadWhenItStoppedRightAfterTheLastPage() {
        accounts(3);
        read(settings, NAMES);
        Gathered again = new Gathered();

        assertThat(transport(settings).read(StreamRequest.of(NAMES).from(gathered.place), soap::describe, again))
                .isEqualTo(new StreamResult.Whole(3));

        assertThat(again.pages)
                .singleElement()
                .satisfies(page -> assertThat(page.last()).isTrue());
    }

    @Trap({"B2", "D6"})
    @Test
    void makesANewJobWhenTheOldOneIsGone() {
        accounts(3);
        StreamPlace gone = new StreamPlace("750000000099999AAA", "65.0", QueryJobs.mark(NAMES), "MTA", 2);

        assertThat(transport(settings).read(StreamRequest.of(NAMES).from(gone), soap::describe, gathered))
                .isEqualTo(new StreamResult.Whole(3));

        assertThat(gathered.records).hasSize(3);
    }

    @Trap({"B2", "D6"})
    @Test
    void makesANewJobWhenThePlaceInTheOldOneIsUnknown() {
        accounts(3);
        read(settings, NAMES);
        StreamPlace there = gathered.place;
        StreamPlace strange =
                new StreamPlace(there.job(), there.apiVersion(), there.query(), "NoSuchPlace", there.rows());
        Gathered again = new Gathered();

        assertThat(transport(settings).read(StreamRequest.of(NAMES).from(strange), soap::describe, again))
                .isEqualTo(new StreamResult.Whole(3));

        assertThat(again.records).hasSize(3);
    }

    /** What is left of an earlier run and no longer wanted is taken away. */
    @Trap("D7")
    @Test
    void takesAwayTheJobOfAnotherQuery() {
        accounts(3);
        read(settings, Transports.query("Account", "Name"));

        transport(settings).read(StreamRequest.of(NAMES).from(gathered.place), soap::describe, new Gathered());

        assertThat(jobs()).hasSize(1);
    }

    @Trap("D5")
    @Test
    void readsAResultWithTheVersionItsJobWasMadeWith() throws Exception {
        accounts(3);
        String job = fixture.call(
                        "POST",
                        "/services/data/v62.0/jobs/query",
                        "{\"operation\":\"query\",\"query\":\"SELECT Id, Name, Plumbline_Band__c FROM Account\"}",
                        Map.of("Authorization", "Bearer " + fixture.token(), "Content-Type", "application/json"))
                .json()
                .path("id")
                .asString();
        StreamPlace older = new StreamPlace(job, "62.0", QueryJobs.mark(NAMES), "", 0);

        assertThat(transport(settings).read(StreamRequest.of(NAMES).from(older), soap::describe, gathered))
                .isEqualTo(new StreamResult.Whole(3));

        assertThat(jobs()).hasSize(1);
    }

    @Trap("D7")
    @Test
    void givesUpAJobThatHangsAndLeavesNoneBehind() {
        accounts(1);
        fixture.sandbox.bulkPace().pollsInProgress(1_000_000);

        assertThatThrownBy(() -> read(settings, NAMES)).isInstanceOfSatisfying(SalesforceFailedException.class, e -> {
            assertThat(e.failure()).isInstanceOf(SalesforceFailure.TookTooLong.class);
            assertThat(e.failure().advice()).contains("Bulk Data Load Jobs");
        });

        assertThat(gathered.begun).hasSize(3);
        assertThat(jobs()).isEmpty();
    }

    @Test
    void needsOneLookAtAJobThatIsDoneAtOnce() {
        accounts(2);
        fixture.sandbox.bulkPace().pollsInProgress(0);

        assertThat(read(settings, NAMES)).isEqualTo(new StreamResult.Whole(2));

        assertThat(calls("bulk.query.status")).isEqualTo(1);
    }

    @Trap("B11")
    @Test
    void declinesWhatTheOrgDoesNotGiveInBulk() {
        fixture.sandbox
                .faults()
                .add(FaultRule.next(
                        "bulk.query.create",
                        new Fault.Refuse("INVALIDENTITY", "Entity 'Account' is not supported by the Bulk API.")));

        assertThat(read(settings, NAMES))
                .isInstanceOfSatisfying(
                        StreamResult.Declined.class,
                        declined -> assertThat(declined.reason()).contains("Account", "bulk"));
        assertThat(gathered.pages).isEmpty();
    }

    @Trap("B11")
    @Test
    void declinesAQueryThatBulkCannotCarryOut() {
        fixture.sandbox
                .faults()
                .add(FaultRule.next(
                        "bulk.query.create",
                        new Fault.Refuse(
                                "FUNCTIONALITY_NOT_ENABLED", "Selecting compound data not supported in Bulk Query")));

        assertThat(read(settings, NAMES)).isInstanceOf(StreamResult.Declined.class);
    }

    /** Reset, cut, maintenance and passing refusals at each kind of call end with the same rows. */
    @Trap({"J4", "J6", "D9"})
    @ParameterizedTest
    @ValueSource(strings = {"bulk.query.create", "bulk.query.status", "bulk.query.results"})
    void survivesOneFaultAtAnyCall(String operation) {
        List<String> ids = accounts(5);
        for (Fault fault : List.of(
                new Fault.ResetBefore(),
                new Fault.ResetAfter(),
                new Fault.CutBody(20),
                new Fault.Maintenance(503),
                new Fault.Maintenance(200),
                new Fault.Refuse("SERVER_UNAVAILABLE", "try later"),
                new Fault.Refuse("NEW_CODE_2031", "unheard of"))) {
            Gathered each = new Gathered();
            fixture.sandbox.faults().add(FaultRule.next(operation, fault));

            assertThat(transport(settings.withRowsAPage(2)).read(StreamRequest.of(NAMES), soap::describe, each))
                    .as(operation + " " + fault)
                    .isEqualTo(new StreamResult.Whole(5));
            assertThat(each.records).as(operation + " " + fault).containsOnlyKeys(ids);
            fixture.sandbox.faults().clear();
        }
    }

    @Trap("J9")
    @Test
    void stopsWaitingWhenTheProgramIsStopped() {
        accounts(1);
        BulkTransport stopping = new BulkTransport(
                new AccessTokens(signIn, new SalesforceHttp(Deadlines.SIGN_IN), Clock.systemUTC()),
                new SalesforceHttp(Deadlines.SIGN_IN),
                settings.withPause(time -> {
                    throw new InterruptedException();
                }),
                Clock.systemUTC());

        assertThatThrownBy(() -> stopping.read(StreamRequest.of(NAMES), soap::describe, gathered))
                .isInstanceOf(SalesforceFailedException.class)
                .hasMessageContaining("stopped");

        assertThat(Thread.interrupted()).isTrue();
        assertThat(gathered.begun).hasSize(1);
    }

    @Test
    void abandonsAJobOnRequest() {
        accounts(1);
        read(settings, NAMES);

        transport(settings).abandon(gathered.place);

        assertThat(jobs()).isEmpty();
    }

    @Test
    void tellsTheOrgsMeter() {
        accounts(1);
        BulkTransport transport = transport(settings);

        transport.read(StreamRequest.of(NAMES), soap::describe, gathered);

        assertThat(transport.usage().ours()).isEqualTo(4);
        assertThat(transport.usage().orgUsed().orElse(0)).isPositive();
        assertThat(transport.usage().orgLimit()).hasValue(100_000);
    }

    private StreamResult read(BulkSettings how, SoqlQuery query) {
        return transport(how).read(StreamRequest.of(query), soap::describe, gathered);
    }

    private BulkTransport transport(BulkSettings how) {
        return Transports.on(signIn, how);
    }

    private List<String> accounts(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> fixture.data.create("Account", "Name", "Account " + i))
                .toList();
    }

    private List<String> jobs() {
        try {
            return fixture.get("jobs/query")
                    .json()
                    .path("records")
                    .valueStream()
                    .map(job -> job.path("id").asString())
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private long calls(String operation) {
        return fixture.sandbox.journal().entries().stream()
                .filter(entry -> entry.operation().equals(operation))
                .count();
    }
}
