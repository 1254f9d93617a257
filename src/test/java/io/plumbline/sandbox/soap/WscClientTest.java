package io.plumbline.sandbox.soap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sforce.async.AsyncApiException;
import com.sforce.async.AsyncExceptionCode;
import com.sforce.async.BulkConnection;
import com.sforce.async.JobInfo;
import com.sforce.async.OperationEnum;
import com.sforce.soap.partner.Connector;
import com.sforce.soap.partner.DescribeGlobalSObjectResult;
import com.sforce.soap.partner.DescribeSObjectResult;
import com.sforce.soap.partner.Field;
import com.sforce.soap.partner.FieldType;
import com.sforce.soap.partner.InvalidateSessionsResult;
import com.sforce.soap.partner.MergeRequest;
import com.sforce.soap.partner.MergeResult;
import com.sforce.soap.partner.PartnerConnection;
import com.sforce.soap.partner.QueryResult;
import com.sforce.soap.partner.SaveResult;
import com.sforce.soap.partner.StatusCode;
import com.sforce.soap.partner.fault.ApiFault;
import com.sforce.soap.partner.fault.ExceptionCode;
import com.sforce.soap.partner.fault.InvalidFieldFault;
import com.sforce.soap.partner.fault.InvalidQueryLocatorFault;
import com.sforce.soap.partner.fault.InvalidSObjectFault;
import com.sforce.soap.partner.fault.MalformedQueryFault;
import com.sforce.soap.partner.fault.UnexpectedErrorFault;
import com.sforce.soap.partner.sobject.SObject;
import com.sforce.ws.ConnectionException;
import com.sforce.ws.ConnectorConfig;
import com.sforce.ws.bind.XmlObject;
import io.plumbline.sandbox.SandboxFixture;
import io.plumbline.sandbox.control.Fault;
import io.plumbline.sandbox.control.FaultRule;
import io.plumbline.sandbox.record.OrgFixture;
import java.time.Duration;
import java.util.Arrays;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TimeZone;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Salesforce's own strict client as an independent witness: what it cannot parse, it refuses. */
class WscClientTest {

    private SandboxFixture fixture;
    private PartnerConnection connection;

    @BeforeEach
    void connect() throws ConnectionException {
        fixture = new SandboxFixture().asAdministrator();
        connection = connection(fixture.token());
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void createsUpdatesAndReadsBack() throws ConnectionException {
        SaveResult[] created = connection.create(new SObject[] {account("Alpha GmbH")});
        assertThat(created[0].getSuccess()).isTrue();
        assertThat(created[0].getId()).startsWith("001").hasSize(18);

        SObject change = record("Account", created[0].getId());
        change.setField("Industry", "Energy");
        change.setFieldsToNull(new String[] {"Phone"});
        assertThat(connection.update(new SObject[] {change})[0].getSuccess()).isTrue();

        SObject[] read = connection.retrieve(
                "Id,Name,Industry,Phone", "Account", new String[] {created[0].getId(), "001000000000999AAA"});
        assertThat(read[0].getField("Name")).isEqualTo("Alpha GmbH");
        assertThat(read[0].getField("Industry")).isEqualTo("Energy");
        assertThat(read[0].getField("Phone")).isNull();
        assertThat(read[1]).isNull();
    }

    @Test
    void aFailedRowHasNoIdAndLeavesTheOthersAlone() throws ConnectionException {
        SaveResult[] results =
                connection.create(new SObject[] {account("Alpha"), account("x".repeat(256)), account("Omega")});

        assertThat(results).extracting(SaveResult::getSuccess).containsExactly(true, false, true);
        assertThat(results[1].getId()).isNull();
        assertThat(results[1].getErrors()[0].getStatusCode()).isEqualTo(StatusCode.STRING_TOO_LONG);
        assertThat(results[1].getErrors()[0].getFields()).containsExactly("Name");
    }

    @Test
    void allOrNoneRollsTheOthersBack() throws ConnectionException {
        connection.setAllOrNoneHeader(true);
        SaveResult[] results = connection.create(new SObject[] {account("Alpha"), account("x".repeat(256))});

        assertThat(results[0].getErrors()[0].getStatusCode()).isEqualTo(StatusCode.ALL_OR_NONE_OPERATION_ROLLED_BACK);
        assertThat(fixture.sandbox.journal().effects()).isEmpty();
    }

    @Test
    void upsertsByExternalIdOnce() throws ConnectionException {
        var first = connection.upsert("Plumbline_Key__c", new SObject[] {task("k1", "Call")});
        var second = connection.upsert("Plumbline_Key__c", new SObject[] {task("k1", "Call again")});

        assertThat(first[0].getSuccess())
                .as(Arrays.toString(first[0].getErrors()))
                .isTrue();
        assertThat(first[0].getCreated()).isTrue();
        assertThat(second[0].getCreated()).isFalse();
        assertThat(second[0].getId()).isEqualTo(first[0].getId());
    }

    @Test
    void deletesUndeletesAndTellsWhatWasDeleted() throws ConnectionException {
        String id = fixture.data.create("Account", "Name", "Gone");
        fixture.sandbox.clock().advance(Duration.ofMinutes(5));

        assertThat(connection.delete(new String[] {id})[0].getSuccess()).isTrue();
        fixture.sandbox.clock().advance(Duration.ofMinutes(5));
        var deleted = connection.getDeleted("Account", calendar(Duration.ofHours(-1)), calendar(Duration.ZERO));
        assertThat(deleted.getDeletedRecords()[0].getId()).isEqualTo(id);
        var updated = connection.getUpdated("Account", calendar(Duration.ofHours(-1)), calendar(Duration.ZERO));
        assertThat(updated.getLatestDateCovered().get(Calendar.SECOND)).isZero();
        assertThat(connection.undelete(new String[] {id})[0].getSuccess()).isTrue();
    }

    @Test
    void describesTheWholeOrgWithoutAnUnknownElement() throws ConnectionException {
        var global = connection.describeGlobal();
        assertThat(global.getMaxBatchSize()).isEqualTo(200);
        List<String> names = Arrays.stream(global.getSobjects())
                .map(DescribeGlobalSObjectResult::getName)
                .toList();
        assertThat(names).contains("Account", "Task", "Plumbline_Plan__c");

        DescribeSObjectResult[] all = connection.describeSObjects(names.toArray(String[]::new));
        assertThat(all).hasSameSizeAs(names);
    }

    @Test
    void describesFieldsAsTheyAre() throws ConnectionException {
        DescribeSObjectResult account = connection.describeSObject("Account");

        assertThat(account.getKeyPrefix()).isEqualTo("001");
        Field score = field(account, "Plumbline_Health__c").orElseThrow();
        assertThat(score.getType()).isEqualTo(FieldType._double);
        assertThat(score.getUpdateable()).isTrue();
        assertThat(score.getPrecision()).isEqualTo(3);
        Field band = field(account, "Plumbline_Band__c").orElseThrow();
        assertThat(band.getRestrictedPicklist()).isTrue();
        assertThat(band.getPicklistValues()).hasSize(4);
        assertThat(field(account, "OwnerId").orElseThrow().getReferenceTo()).contains("User");
    }

    @Test
    void tellsWhoIsCalling() throws ConnectionException {
        connection = connection(fixture.sandbox.accessToken());
        var user = connection.getUserInfo();
        assertThat(user.getUserName()).isEqualTo("integration@sandbox.plumbline.example");
        assertThat(user.getOrganizationId()).isEqualTo(fixture.data.org.organizationId());
        assertThat(user.getSessionSecondsValid()).isEqualTo(7200);
        assertThat(user.getOrganizationMultiCurrency()).isFalse();
        assertThat(connection.getServerTimestamp().getTimestamp().toInstant())
                .isEqualTo(OrgFixture.NOW.plusMillis(123));
    }

    // E1, E9: what was written is what is read, in every script
    @Test
    void textSurvivesTheRoundTrip() throws ConnectionException {
        String text = "a<b>&\"'\u00e4\u65e5\ud83d\ude00 line\nnext\ttab  spaces ";
        SObject row = account("Text");
        row.setField("Description", text);
        String id = connection.create(new SObject[] {row})[0].getId();

        assertThat(connection.retrieve("Description", "Account", new String[] {id})[0].getField("Description"))
                .isEqualTo(text.stripTrailing());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 199, 200, 201, 400, 401})
    void pagesHoldEveryRowOnce(int rows) throws ConnectionException {
        seed(rows);
        connection.setQueryOptions(200);

        QueryResult page = connection.query("SELECT Id, Name FROM Account ORDER BY Name");
        assertThat(page.getSize()).isEqualTo(rows);
        Set<String> names = new HashSet<>();
        int pages = 1;
        collect(page, names);
        while (!page.isDone()) {
            assertThat(page.getQueryLocator()).matches("01g\\w{15}-\\d+");
            page = connection.queryMore(page.getQueryLocator());
            collect(page, names);
            pages++;
        }
        assertThat(names).hasSize(rows);
        assertThat(pages).isEqualTo(Math.max(1, (rows + 199) / 200));
    }

    // B1
    @Test
    void aLocatorIsGoodOnce() throws ConnectionException {
        seed(401);
        connection.setQueryOptions(200);
        String locator = connection.query("SELECT Id FROM Account").getQueryLocator();
        connection.queryMore(locator);

        assertThatThrownBy(() -> connection.queryMore(locator)).isInstanceOf(InvalidQueryLocatorFault.class);
    }

    // B1
    @Test
    void theEleventhCursorDropsTheFirst() throws ConnectionException {
        seed(201);
        connection.setQueryOptions(200);
        String first = connection.query("SELECT Id FROM Account").getQueryLocator();
        String second = connection.query("SELECT Id FROM Account").getQueryLocator();
        for (int i = 0; i < 9; i++) {
            connection.query("SELECT Id FROM Account");
        }
        assertThatThrownBy(() -> connection.queryMore(first)).isInstanceOf(InvalidQueryLocatorFault.class);
        assertThat(connection.queryMore(second).isDone()).isTrue();
    }

    @Test
    void aLocatorDiesWithItsSession() throws ConnectionException {
        seed(201);
        connection.setQueryOptions(200);
        String locator = connection.query("SELECT Id FROM Account").getQueryLocator();
        PartnerConnection other = connection(fixture.sandbox.accessToken());

        assertThatThrownBy(() -> other.queryMore(locator))
                .isInstanceOfSatisfying(
                        ApiFault.class,
                        fault -> assertThat(fault.getExceptionCode()).isEqualTo(ExceptionCode.INVALID_SESSION_ID));
    }

    @Test
    void parentsAreNestedRecords() throws ConnectionException {
        String account = fixture.data.create("Account", "Name", "Parent");
        fixture.data.create("Contact", "LastName", "Child", "AccountId", account);
        fixture.data.create("Contact", "LastName", "Orphan");

        SObject[] rows = connection
                .query("SELECT Id, LastName, Account.Name FROM Contact ORDER BY LastName")
                .getRecords();
        assertThat(rows[0].getChild("Account").getField("Name")).isEqualTo("Parent");
        assertThat(rows[0].getChild("Account").getField("type")).isEqualTo("Account");
        assertThat(rows[1].getField("Account")).isNull();
    }

    @Test
    void countHasASizeAndNoRows() throws ConnectionException {
        seed(3);
        QueryResult count = connection.query("SELECT COUNT() FROM Account");
        assertThat(count.getSize()).isEqualTo(3);
        assertThat(count.getRecords()).isEmpty();
        assertThat(connection
                        .query("SELECT COUNT(Id) n FROM Account")
                        .getRecords()[0]
                        .getField("n"))
                .isEqualTo(3);
    }

    @Test
    void badQueriesAreFaultsOfTheirKind() {
        assertThatThrownBy(() -> connection.query("SELECT Nope__c FROM Account"))
                .isInstanceOfSatisfying(
                        InvalidFieldFault.class,
                        fault -> assertThat(fault.getExceptionMessage()).contains("Nope__c"));
        assertThatThrownBy(() -> connection.query("SELECT Id FROM Nothing")).isInstanceOf(InvalidSObjectFault.class);
        assertThatThrownBy(() -> connection.query("SELECT Id FROM Account WHERE"))
                .isInstanceOf(MalformedQueryFault.class);
    }

    @Test
    void moreThan200RowsAreOneFault() {
        SObject[] rows = IntStream.range(0, 201).mapToObj(i -> account("A" + i)).toArray(SObject[]::new);
        assertThatThrownBy(() -> connection.create(rows)).isInstanceOfSatisfying(UnexpectedErrorFault.class, fault -> {
            assertThat(fault.getExceptionCode()).isEqualTo(ExceptionCode.EXCEEDED_ID_LIMIT);
            assertThat(fault.getExceptionMessage())
                    .isEqualTo("record limit reached. cannot submit more than 200 records into this call");
        });
    }

    // A3: the usual wording is one that WSC renews on
    @Test
    void aDeadSessionHasTheRealWords() {
        fixture.sandbox.levers().killSessions();
        assertThatThrownBy(() -> connection.getUserInfo()).isInstanceOfSatisfying(UnexpectedErrorFault.class, fault -> {
            assertThat(fault.getExceptionCode()).isEqualTo(ExceptionCode.INVALID_SESSION_ID);
            assertThat(fault.getExceptionMessage().lines())
                    .satisfiesExactly(
                            first -> assertThat(first)
                                    .startsWith(
                                            "Invalid Session ID found in SessionHeader: Illegal Session. Session not found, missing session hash: "),
                            second -> assertThat(second)
                                    .isEqualTo(
                                            "This error usually occurs after a session expires or a user logs out."));
        });
    }

    // A7
    @Test
    void loginIsGone() {
        ConnectorConfig config = config("x");
        assertThatThrownBy(() -> connection.login("a@example.com", "secret"))
                .isInstanceOfSatisfying(ApiFault.class, fault -> {
                    assertThat(fault.getExceptionCode()).isEqualTo(ExceptionCode.INVALID_OPERATION);
                    assertThat(fault.getExceptionMessage()).contains("65.0");
                });
        assertThat(config.getServiceEndpoint()).endsWith("65.0");
    }

    // J1
    @Test
    void everyAnswerTellsTheUseOfTheApi() throws ConnectionException {
        connection.getServerTimestamp();
        connection.describeSObject("Account");
        var info = connection.getLimitInfoHeader().getLimitInfo()[0];
        assertThat(info.getCurrent()).isEqualTo(2);
        assertThat(info.getLimit()).isEqualTo(100_000);
        assertThat(info.getType()).isEqualTo("API REQUESTS");
    }

    // F5
    @Test
    void aCodeFromTheFutureCanBeInjected() {
        fixture.sandbox
                .faults()
                .add(FaultRule.next(
                        "soap.create", new Fault.RowError("NEW_CODE_2031", "new", List.of(), Set.of(), Set.of(1))));
        assertThatThrownBy(() -> connection.create(new SObject[] {account("A"), account("B")}))
                .isInstanceOf(ConnectionException.class)
                .hasMessageContaining("NEW_CODE_2031");
        assertThat(fixture.sandbox.journal().effects()).hasSize(1);
    }

    // G1, G3
    @Test
    void mergesAndEmptiesTheRecycleBin() throws ConnectionException {
        String master = fixture.data.create("Account", "Name", "Master");
        String loser = fixture.data.create("Account", "Name", "Loser");
        String contact = fixture.data.create("Contact", "LastName", "Doe", "AccountId", loser);
        MergeRequest request = new MergeRequest();
        SObject kept = new SObject("Account");
        kept.setId(master);
        kept.setField("Site", "merged");
        request.setMasterRecord(kept);
        request.setRecordToMergeIds(new String[] {loser});
        MergeResult merged = connection.merge(new MergeRequest[] {request})[0];
        assertThat(merged.isSuccess()).isTrue();
        assertThat(merged.getMergedRecordIds()).containsExactly(loser);
        assertThat(merged.getUpdatedRelatedIds()).containsExactly(contact);

        SObject gone = connection.queryAll("SELECT MasterRecordId FROM Account WHERE IsDeleted = true")
                .getRecords()[0];
        assertThat(gone.getField("MasterRecordId")).isEqualTo(master);
        assertThat(connection.emptyRecycleBin(new String[] {loser})[0].isSuccess())
                .isTrue();
        assertThat(connection.queryAll("SELECT Id FROM Account").getSize()).isEqualTo(1);
    }

    // A5
    @Test
    void endsSessions() throws ConnectionException {
        String other = fixture.sandbox.accessToken();
        assertThat(connection.invalidateSessions(new String[] {other, "00D!nobody"}))
                .extracting(InvalidateSessionsResult::isSuccess)
                .containsExactly(true, false);
        assertThatThrownBy(() -> connection(other).getUserInfo()).isInstanceOf(UnexpectedErrorFault.class);
        connection.logout();
        assertThatThrownBy(connection::getUserInfo).isInstanceOf(UnexpectedErrorFault.class);
    }

    // B4
    @Test
    void drainsChildrenByTheirOwnLocator() throws ConnectionException {
        String account = fixture.data.create("Account", "Name", "Parent");
        for (int i = 0; i < 301; i++) {
            fixture.data.create("Contact", "LastName", "C" + i, "AccountId", account);
        }
        SObject parent = connection.query("SELECT Id, (SELECT Id, LastName FROM Contacts) FROM Account")
                .getRecords()[0];
        XmlObject children = parent.getChild("Contacts");
        assertThat(children.getField("size")).isEqualTo("301");
        assertThat(children.getField("done")).isEqualTo("false");
        int seen = 0;
        for (var each = children.getChildren("records"); each.hasNext(); each.next()) {
            seen++;
        }
        QueryResult rest = connection.queryMore(String.valueOf(children.getField("queryLocator")));
        assertThat(rest.isDone()).isTrue();
        assertThat(seen + rest.getRecords().length).isEqualTo(301);
    }

    // A1
    @Test
    void findsNoBulkApiOfTheOlderKindAndIsToldSo() throws ConnectionException, AsyncApiException {
        ConnectorConfig config = new ConnectorConfig();
        config.setSessionId(fixture.token());
        config.setRestEndpoint(fixture.sandbox.instanceUrl() + "/services/async/65.0");
        BulkConnection bulk = new BulkConnection(config);
        JobInfo job = new JobInfo();
        job.setObject("Account");
        job.setOperation(OperationEnum.insert);
        assertThatThrownBy(() -> bulk.createJob(job))
                .isInstanceOfSatisfying(
                        AsyncApiException.class,
                        refused ->
                                assertThat(refused.getExceptionCode()).isEqualTo(AsyncExceptionCode.FeatureNotEnabled));
        fixture.sandbox.levers().killSessions();
        assertThatThrownBy(() -> bulk.createJob(job))
                .isInstanceOfSatisfying(
                        AsyncApiException.class,
                        refused ->
                                assertThat(refused.getExceptionCode()).isEqualTo(AsyncExceptionCode.InvalidSessionId));
    }

    private void seed(int rows) {
        IntStream.range(0, rows).forEach(i -> fixture.data.create("Account", "Name", "A%05d".formatted(i)));
    }

    private static void collect(QueryResult page, Set<String> names) {
        for (SObject row : page.getRecords()) {
            names.add((String) row.getField("Name"));
        }
    }

    private static Optional<Field> field(DescribeSObjectResult object, String name) {
        return Arrays.stream(object.getFields())
                .filter(field -> field.getName().equals(name))
                .findFirst();
    }

    private Calendar calendar(Duration offset) {
        Calendar calendar = new GregorianCalendar(TimeZone.getTimeZone("UTC"));
        calendar.setTimeInMillis(fixture.sandbox.clock().instant().plus(offset).toEpochMilli());
        return calendar;
    }

    private PartnerConnection connection(String token) throws ConnectionException {
        return Connector.newConnection(config(token));
    }

    private ConnectorConfig config(String token) {
        ConnectorConfig config = new ConnectorConfig();
        config.setManualLogin(true);
        config.setSessionId(token);
        config.setServiceEndpoint(fixture.sandbox.instanceUrl() + "/services/Soap/u/65.0");
        config.setConnectionTimeout(5000);
        config.setReadTimeout(20_000);
        return config;
    }

    private static SObject account(String name) {
        SObject row = new SObject("Account");
        row.setField("Name", name);
        return row;
    }

    private static SObject task(String key, String subject) {
        SObject row = new SObject("Task");
        row.setField("Subject", subject);
        row.setField("Plumbline_Key__c", key);
        return row;
    }

    private static SObject record(String object, String id) {
        SObject row = new SObject(object);
        row.setId(id);
        return row;
    }
}
