package io.plumbline.salesforce.soap;

import static io.plumbline.salesforce.soap.SoapText.described;
import static io.plumbline.salesforce.soap.SoapText.field;
import static io.plumbline.salesforce.soap.SoapText.page;
import static io.plumbline.salesforce.soap.SoapText.parent;
import static io.plumbline.salesforce.soap.SoapText.record;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.crm.CrmRecord;
import io.plumbline.crm.FieldName;
import io.plumbline.crm.FieldValue;
import io.plumbline.crm.ObjectName;
import io.plumbline.crm.RecordId;
import io.plumbline.salesforce.RecordPage;
import io.plumbline.salesforce.SalesforceFailedException;
import io.plumbline.salesforce.SalesforceFailure;
import io.plumbline.salesforce.SoqlQuery;
import io.plumbline.salesforce.StubOrg;
import io.plumbline.testing.Trap;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WscOrgQueryTest {

    private static final String ONE = "0065e00000AAAAAAA5";
    private static final String OPPORTUNITY = described(
            "Opportunity",
            field("Id", "id"),
            field("Name", "string"),
            field("Amount", "currency"),
            field("CloseDate", "date"),
            field("IsWon", "boolean"),
            field("Type", "picklist"),
            field("SystemModstamp", "datetime"),
            field(
                    "AccountId",
                    "reference",
                    "<referenceTo>Account</referenceTo><relationshipName>Account</relationshipName>"),
            field(
                    "OwnerId",
                    "reference",
                    "<referenceTo>Group</referenceTo><referenceTo>User</referenceTo>"
                            + "<relationshipName>Owner</relationshipName>"));

    private final StubOrg stub = new StubOrg();
    private final List<Duration> pauses = new ArrayList<>();
    private final WscOrg org = Orgs.on(stub, pauses);
    private final TimeZone zone = TimeZone.getDefault();

    @AfterEach
    void restore() {
        TimeZone.setDefault(zone);
        stub.close();
    }

    @Trap({"H8", "E11", "H6", "H2"})
    @Test
    void typesEachValueByDescribeAndNeverByItsLooks() {
        stub.answers("describeSObject", OPPORTUNITY)
                .answers(
                        "query",
                        page(
                                1,
                                "",
                                record(
                                        "Opportunity",
                                        "0065e00000AAAAA",
                                        "<sf:Name>007</sf:Name><sf:Amount>9.99999999999999999E17</sf:Amount>"
                                                + "<sf:CloseDate>2024-03-31</sf:CloseDate><sf:IsWon>true</sf:IsWon>"
                                                + "<sf:Type>true</sf:Type>"
                                                + "<sf:SystemModstamp>2026-01-02T03:04:05.678+0000</sf:SystemModstamp>"
                                                + "<sf:AccountId>0015e00000AAAAA</sf:AccountId>")));

        CrmRecord row = org.query(select("Name", "Amount", "CloseDate", "IsWon", "Type", "SystemModstamp", "AccountId"))
                .records()
                .get(0);

        assertThat(row.id()).isEqualTo(RecordId.of(ONE));
        assertThat(row.fields())
                .containsEntry(FieldName.of("Name"), FieldValue.text("007"))
                .containsEntry(FieldName.of("Amount"), FieldValue.number(new BigDecimal("999999999999999999")))
                .containsEntry(FieldName.of("CloseDate"), FieldValue.day(LocalDate.of(2024, 3, 31)))
                .containsEntry(FieldName.of("IsWon"), FieldValue.flag(true))
                .containsEntry(FieldName.of("Type"), FieldValue.text("true"))
                .containsEntry(
                        FieldName.of("SystemModstamp"), FieldValue.moment(Instant.parse("2026-01-02T03:04:05.678Z")))
                .containsEntry(FieldName.of("AccountId"), FieldValue.text("0015e00000AAAAAAA5"));
    }

    /** WSC's own reading of a date depends on the zone of the JVM. */
    @Trap("H1")
    @ParameterizedTest
    @ValueSource(strings = {"UTC", "America/New_York", "Europe/Berlin", "Pacific/Auckland", "Pacific/Kiritimati"})
    void readsTheSameDayInEveryZoneOfTheJvm(String jvmZone) {
        TimeZone.setDefault(TimeZone.getTimeZone(jvmZone));
        stub.answers("describeSObject", OPPORTUNITY)
                .answers(
                        "query",
                        page(
                                2,
                                "",
                                record("Opportunity", ONE, "<sf:CloseDate>2024-03-31</sf:CloseDate>"),
                                record(
                                        "Opportunity",
                                        "0065e00000AAAABAA5",
                                        "<sf:CloseDate xsi:type=\"xsd:date\">2024-03-31</sf:CloseDate>")));

        assertThat(org.query(select("CloseDate")).records())
                .allSatisfy(row -> assertThat(row.value(FieldName.of("CloseDate")))
                        .contains(FieldValue.day(LocalDate.of(2024, 3, 31))));
    }

    @Trap("E6")
    @Test
    void readsFieldsOfParentsAndTellsEmptyFromNotRead() {
        stub.answers("describeSObject", OPPORTUNITY)
                .answers(
                        "query",
                        page(
                                2,
                                "",
                                record(
                                        "Opportunity",
                                        ONE,
                                        "<sf:Amount xsi:nil=\"true\"/>"
                                                + parent(
                                                        "Owner",
                                                        "Name",
                                                        "<sf:Type>User</sf:Type><sf:Name>Ada Quist</sf:Name>")),
                                record("Opportunity", "0065e00000AAAABAA5", "<sf:Owner xsi:nil=\"true\"/>")));

        List<CrmRecord> rows =
                org.query(select("Amount", "Owner.Type", "Owner.Name")).records();

        assertThat(rows.get(0).fields())
                .containsEntry(FieldName.of("Amount"), FieldValue.EMPTY)
                .containsEntry(FieldName.of("Owner.Type"), FieldValue.text("User"))
                .containsEntry(FieldName.of("Owner.Name"), FieldValue.text("Ada Quist"));
        assertThat(rows.get(1).fields())
                .doesNotContainKey(FieldName.of("Amount"))
                .containsEntry(FieldName.of("Owner.Name"), FieldValue.EMPTY);
        assertThat(stub.requests("describeSObject")).hasSize(1);
    }

    /** Of a parent that may be of many objects, what names have in common is read; other paths are described. */
    @Trap("G9")
    @Test
    void typesPathsByTheObjectsOnTheWay() {
        stub.answers(
                        "describeSObject",
                        OPPORTUNITY,
                        described("User", field("IsActive", "boolean")),
                        described("Account", field("AnnualRevenue", "currency"), field("Type", "picklist")))
                .answers(
                        "query",
                        page(
                                1,
                                "",
                                record(
                                        "Opportunity",
                                        ONE,
                                        parent("Owner", "Name", "<sf:IsActive>false</sf:IsActive>")
                                                + parent(
                                                        "Account",
                                                        "Account",
                                                        "<sf:Type>Partner</sf:Type>"
                                                                + "<sf:AnnualRevenue>1.5E7</sf:AnnualRevenue>"))));

        CrmRecord row = org.query(select("Owner.IsActive", "Account.Type", "Account.AnnualRevenue"))
                .records()
                .get(0);

        assertThat(row.fields())
                .containsEntry(FieldName.of("Owner.IsActive"), FieldValue.flag(false))
                .containsEntry(FieldName.of("Account.Type"), FieldValue.text("Partner"))
                .containsEntry(FieldName.of("Account.AnnualRevenue"), FieldValue.number(15_000_000));
        assertThat(stub.requests("describeSObject")).hasSize(3);
    }

    @Test
    void pagesToTheEndWithEachLocatorOnce() {
        stub.answers("describeSObject", OPPORTUNITY)
                .answers("query", page(3, "01gxx-2", record("Opportunity", ONE, "")))
                .answers(
                        "queryMore",
                        page(3, "01gxx-3", record("Opportunity", "0065e00000AAAABAA5", "")),
                        page(3, "", record("Opportunity", "0065e00000AAAACAA5", "")));

        List<RecordId> ids = new ArrayList<>();
        RecordPage at = org.query(select());
        at.records().forEach(row -> ids.add(row.id()));
        while (at.next().isPresent()) {
            at = org.next(at.next().get());
            at.records().forEach(row -> ids.add(row.id()));
        }

        assertThat(at.total()).isEqualTo(3);
        assertThat(ids).doesNotHaveDuplicates().hasSize(3);
        assertThat(stub.requests("queryMore"))
                .satisfiesExactly(
                        first -> assertThat(first).contains(">01gxx-2<"),
                        second -> assertThat(second).contains(">01gxx-3<"));
        assertThat(stub.requests("query").get(0))
                .contains("SELECT Id FROM Opportunity")
                .contains("batchSize>2000<")
                .contains("client>Plumbline<");
    }

    @Test
    void refusesAPageThatIsNotTheLastAndDoesNotSayWhereTheNextOneIs() {
        stub.answers("describeSObject", OPPORTUNITY)
                .answers("query", page(2, "", record("Opportunity", ONE, "")).replace("<done>true<", "<done>false<"));

        assertThat(failure(() -> org.query(select())).what()).contains("is not the last");
    }

    /** A flat page is read as it comes, and the next one may be any other. */
    @Test
    void readsPagesThatAreFlatAndOthersInTurnAndAsksForEachOnce() {
        String odd = record("Opportunity", "0065e00000AAAABAA5", "<sf:Name><![CDATA[a < b]]></sf:Name>");
        stub.answers("describeSObject", OPPORTUNITY)
                .answers("query", page(3, "01gxx-2", record("Opportunity", ONE, "<sf:Name>a &lt; b</sf:Name>")))
                .answers(
                        "queryMore",
                        page(3, "01gxx-3", odd),
                        page(3, "", record("Opportunity", "0065e00000AAAACAA5", "<sf:Name>a &lt; b</sf:Name>")));

        List<Optional<FieldValue>> names = new ArrayList<>();
        RecordPage at = org.query(select("Name"));
        at.records().forEach(row -> names.add(row.value(FieldName.of("Name"))));
        while (at.next().isPresent()) {
            at = org.next(at.next().get());
            at.records().forEach(row -> names.add(row.value(FieldName.of("Name"))));
        }

        assertThat(names).hasSize(3).containsOnly(Optional.of(FieldValue.text("a < b")));
        assertThat(stub.requests("query")).hasSize(1);
        assertThat(stub.requests("queryMore")).hasSize(2);
        assertThat(org.usage().ours()).isEqualTo(4);
        assertThat(org.usage().orgUsed()).hasValue(4893);
    }

    /** What is asked for is text in XML, whatever it holds. */
    @Test
    void asksWithEveryCharacterThatAConditionMayHave() {
        stub.answers("describeSObject", OPPORTUNITY).answers("query", page(0, ""));

        org.query(new SoqlQuery(
                ObjectName.of("Opportunity"),
                List.of(),
                Optional.of("Name = 'A & B <c> \u20ac \"q\" %s'"),
                Optional.empty(),
                false));

        assertThat(stub.requests("query").get(0)).contains("Name = 'A &amp; B &lt;c&gt; \u20ac \"q\" %s'<");
    }

    @Trap({"D12", "G7"})
    @Test
    void asksForDeletedAndArchivedRecordsWithQueryAll() {
        stub.answers("describeSObject", OPPORTUNITY).answers("queryAll", page(0, ""));

        org.query(new SoqlQuery(ObjectName.of("Opportunity"), List.of(), Optional.empty(), Optional.empty(), true));

        assertThat(stub.requests("queryAll")).hasSize(1);
    }

    /** WSC renews for certain words only; the code is what counts. */
    @Trap("A3")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Invalid Session ID found in SessionHeader: Illegal Session. Session not found, missing session hash: x",
                "Session expired or invalid",
                "Session timed out",
                "Ungültige Sitzung",
                ""
            })
    void renewsADeadSessionByItsCodeAndAsksAgain(String words) {
        stub.tokens(stub.token("T1"), stub.token("T2"))
                .answers("describeSObject", OPPORTUNITY)
                .answersWith(
                        "query",
                        StubOrg.fault("UnexpectedErrorFault", "INVALID_SESSION_ID", words),
                        StubOrg.soap("query", page(1, "", record("Opportunity", ONE, ""))));

        assertThat(org.query(select()).records()).hasSize(1);

        assertThat(stub.signIns()).hasSize(2);
        assertThat(stub.requests("query"))
                .satisfiesExactly(
                        first -> assertThat(first).contains("canary-token-T1"),
                        second -> assertThat(second).contains("canary-token-T2"));
        assertThat(pauses).isEmpty();
    }

    @Trap("A3")
    @Test
    void renewsEvenWhereTheFaultHasNoDetail() {
        stub.answersWith(
                "getServerTimestamp",
                StubOrg.xml(
                        500,
                        "<e:Envelope xmlns:e='http://schemas.xmlsoap.org/soap/envelope/'><e:Body><e:Fault>"
                                + "<faultcode>INVALID_SESSION_ID</faultcode><faultstring>gone</faultstring>"
                                + "</e:Fault></e:Body></e:Envelope>"),
                StubOrg.soap("getServerTimestamp", "<result><timestamp>2026-05-04T10:00:01.250Z</timestamp></result>"));

        assertThat(org.serverTime()).isEqualTo(Instant.parse("2026-05-04T10:00:01.250Z"));
    }

    @Trap("A6")
    @Test
    void givesUpOnASessionThatDiesRightAfterItWasRenewed() {
        stub.answersWith("getServerTimestamp", StubOrg.deadSession());

        assertThat(failure(org::serverTime)).isInstanceOf(SalesforceFailure.SessionLost.class);
        assertThat(stub.requests("getServerTimestamp")).hasSize(2);
    }

    /** Airbyte's 13 of 13: a locator is dead in a new session and would be refused for ever. */
    @Trap("B1")
    @Test
    void tellsThatTheQueryHasToStartAgainWhenTheSessionDiesBetweenPages() {
        stub.tokens(stub.token("T1"), stub.token("T2"))
                .answers("describeSObject", OPPORTUNITY)
                .answers("query", page(2, "01gxx-1", record("Opportunity", ONE, "")))
                .answersWith("queryMore", StubOrg.deadSession());
        RecordPage first = org.query(select());

        assertThat(failure(() -> org.next(first.next().orElseThrow())))
                .isInstanceOf(SalesforceFailure.SessionLost.class);
        assertThat(failure(() -> org.next(first.next().orElseThrow())))
                .isInstanceOf(SalesforceFailure.SessionLost.class);

        assertThat(stub.requests("queryMore")).hasSize(1);
        assertThat(stub.signIns()).hasSize(2);
        RecordPage again = org.query(select());
        assertThat(again.records()).hasSize(1);
        assertThat(stub.signIns()).hasSize(2);
    }

    @Trap("B1")
    @Test
    void tellsThatACursorWasClosed() {
        stub.answers("describeSObject", OPPORTUNITY)
                .answers("query", page(2, "01gxx-1", record("Opportunity", ONE, "")))
                .answersWith(
                        "queryMore",
                        StubOrg.fault("InvalidQueryLocatorFault", "INVALID_QUERY_LOCATOR", "invalid query locator"));
        RecordPage first = org.query(select());

        assertThat(failure(() -> org.next(first.next().orElseThrow())))
                .isInstanceOf(SalesforceFailure.SessionLost.class);
        assertThat(stub.requests("queryMore")).hasSize(1);
    }

    /** What the org contradicts is asked anew. */
    @Trap("I2")
    @Test
    void namesTheFieldThatIsGoneAndDescribesTheObjectAgainAfterwards() {
        stub.answers("describeSObject", OPPORTUNITY)
                .answersWith(
                        "query",
                        StubOrg.fault(
                                "InvalidFieldFault",
                                "INVALID_FIELD",
                                "\nSELECT Id, Plumbline_Source__c FROM Opportunity\n           ^\n"
                                        + "ERROR at Row:1:Column:12\nNo such column 'Plumbline_Source__c' on entity"
                                        + " 'Opportunity'. If you are attempting to use a custom field, be sure to"
                                        + " append the '__c' after the custom field name."));

        SalesforceFailure failure = failure(() -> org.query(select("Plumbline_Source__c")));

        assertThat(failure).isInstanceOf(SalesforceFailure.NotThere.class);
        assertThat(failure.what())
                .startsWith("Opportunity has no field Plumbline_Source__c that the integration user can see.")
                .doesNotContain("SELECT")
                .endsWith("(INVALID_FIELD: No such column 'Plumbline_Source__c' on entity 'Opportunity'.)");
        assertThat(failure.advice()).contains("salesforce-metadata").contains("Plumbline_Integration");
        assertThat(pauses).isEmpty();
        org.describe(ObjectName.of("Opportunity"));
        assertThat(stub.requests("describeSObject")).hasSize(2);
    }

    @Test
    void tellsAnUnknownObjectFromOneThatIsThere() {
        stub.answersWith(
                "describeSObject",
                StubOrg.fault("InvalidSObjectFault", "INVALID_TYPE", "sObject type 'AccountPlan' is not supported."));

        SalesforceFailure failure = failure(() -> org.describe(ObjectName.of("AccountPlan")));

        assertThat(failure).isInstanceOf(SalesforceFailure.NotThere.class);
        assertThat(failure.what()).startsWith("There is no object AccountPlan that the integration user can see.");
    }

    /** Reads are tried again, each wait drawn below a growing bound. */
    @Trap({"J6", "J9"})
    @Test
    void triesAReadAgainWhenItsFailurePasses() {
        stub.answersWith(
                "getServerTimestamp",
                StubOrg.fault("UnexpectedErrorFault", "SERVER_UNAVAILABLE", "server unavailable"),
                StubOrg.fault("UnexpectedErrorFault", "A_CODE_OF_2031", "never heard of"),
                StubOrg.soap("getServerTimestamp", "<result><timestamp>2026-05-04T10:00:01.000Z</timestamp></result>"));

        org.serverTime();

        assertThat(pauses).hasSize(2);
        assertThat(pauses.get(0)).isBetween(Duration.ZERO, Duration.ofMillis(500));
        assertThat(pauses.get(1)).isBetween(Duration.ZERO, Duration.ofSeconds(1));
    }

    @Trap("J1")
    @Test
    void doesNotSpendCallsOnALimitThatLastsTheDay() {
        stub.answersWith(
                "getServerTimestamp",
                StubOrg.fault("UnexpectedErrorFault", "REQUEST_LIMIT_EXCEEDED", "TotalRequests Limit exceeded."));

        assertThat(failure(org::serverTime)).isInstanceOf(SalesforceFailure.LimitReached.class);
        assertThat(stub.requests("getServerTimestamp")).hasSize(1);
        assertThat(stub.signIns()).hasSize(1); // a limit is no reason to sign in again
    }

    @Test
    void readsTheMeterOfTheOrgAndCountsItsOwnCallsWithoutTheSignIn() {
        stub.answers("getServerTimestamp", "<result><timestamp>2026-05-04T10:00:01.000Z</timestamp></result>");

        org.serverTime();
        org.serverTime();

        assertThat(org.usage().ours()).isEqualTo(2);
        assertThat(org.usage().orgUsed()).hasValue(4893);
        assertThat(org.usage().orgLimit()).hasValue(351000);
        assertThat(org.forNewRun().usage().ours()).isEqualTo(2);
    }

    @Trap("L1")
    @Test
    void listsTheObjectsThatCanBeQueried() {
        stub.answers(
                "describeGlobal",
                "<result><encoding>UTF-8</encoding><maxBatchSize>200</maxBatchSize>"
                        + Stream.of("Account", "Task")
                                .map(WscOrgQueryTest::listed)
                                .reduce("", String::concat)
                        + "</result>");

        assertThat(org.objects()).containsExactlyInAnyOrder(ObjectName.of("Account"), ObjectName.of("Task"));
    }

    private static String listed(String name) {
        return "<sobjects><activateable>false</activateable><createable>true</createable><custom>false</custom>"
                + "<customSetting>false</customSetting><deletable>true</deletable>"
                + "<deprecatedAndHidden>false</deprecatedAndHidden><feedEnabled>false</feedEnabled>"
                + "<keyPrefix>001</keyPrefix><label>x</label><labelPlural>x</labelPlural><layoutable>true</layoutable>"
                + "<mergeable>true</mergeable><name>" + name + "</name><queryable>true</queryable>"
                + "<replicateable>true</replicateable><retrieveable>true</retrieveable><searchable>true</searchable>"
                + "<triggerable>true</triggerable><undeletable>true</undeletable><updateable>true</updateable>"
                + "</sobjects>";
    }

    private static SoqlQuery select(String... fields) {
        return new SoqlQuery(
                ObjectName.of("Opportunity"),
                Stream.of(fields).map(FieldName::of).toList(),
                Optional.empty(),
                Optional.empty(),
                false);
    }

    private static SalesforceFailure failure(Runnable call) {
        SalesforceFailure[] failure = new SalesforceFailure[1];
        assertThatThrownBy(call::run).isInstanceOfSatisfying(SalesforceFailedException.class, e -> {
            failure[0] = e.failure();
            assertThat(e.toString()).doesNotContain("canary");
        });
        return failure[0];
    }
}
