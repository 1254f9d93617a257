package io.plumbline.sandbox.record;

import static io.plumbline.sandbox.record.OrgFixture.fields;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.sandbox.record.input.RecordInput;
import io.plumbline.sandbox.record.refusal.ExceptionCode;
import io.plumbline.sandbox.record.refusal.RecordError;
import io.plumbline.sandbox.record.refusal.RequestRefusedException;
import io.plumbline.sandbox.record.refusal.StatusCode;
import io.plumbline.sandbox.record.store.StoredRecord;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RecordWriterTest {

    private final OrgFixture fixture = new OrgFixture();
    private final Org org = fixture.org;
    private final String account = fixture.create("Account", "Name", "Acme");

    private static RecordError only(SaveResult result) {
        assertThat(result.success()).isFalse();
        assertThat(result.id()).isNull();
        assertThat(result.errors()).hasSize(1);
        return result.errors().getFirst();
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                Arguments.of(
                        "Account",
                        fields("Industry", "Retail"),
                        "REQUIRED_FIELD_MISSING",
                        "Required fields are missing: [Name]",
                        List.of("Name")),
                Arguments.of(
                        "Account",
                        fields("Name", "x".repeat(256)),
                        "STRING_TOO_LONG",
                        "Account Name: data value too large: " + "x".repeat(256) + " (max length=255)",
                        List.of("Name")),
                Arguments.of(
                        "Account",
                        fields("Name", "A", "NumberOfEmployees", "many"),
                        "INVALID_TYPE_ON_FIELD_IN_RECORD",
                        "Employees: value not of required type: many",
                        List.of("NumberOfEmployees")),
                Arguments.of(
                        "Account",
                        fields("Name", "A", "Plumbline_Tier__c", "9"),
                        "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST",
                        "bad value for restricted picklist field: 9",
                        List.of("Plumbline_Tier__c")),
                Arguments.of(
                        "Account",
                        fields("Name", "A", "Plumbline_Health__c", 1000),
                        "NUMBER_OUTSIDE_VALID_RANGE",
                        "value outside of valid range on numeric field: 1000",
                        List.of("Plumbline_Health__c")),
                Arguments.of(
                        "Account",
                        fields("Name", "A", "CreatedDate", "2020-01-01T00:00:00Z"),
                        "INVALID_FIELD_FOR_INSERT_UPDATE",
                        "Unable to create/update fields: CreatedDate. Please check the security settings",
                        List.of("CreatedDate")),
                Arguments.of(
                        "Account",
                        fields("Name", "A", "ParentId", "abc"),
                        "MALFORMED_ID",
                        "Parent Account ID: id value of incorrect type: abc",
                        List.of("ParentId")),
                Arguments.of(
                        "Account",
                        fields("Name", "A", "ParentId", "0010000000000AB"),
                        "INVALID_CROSS_REFERENCE_KEY",
                        "invalid cross reference id",
                        List.of("ParentId")),
                Arguments.of(
                        "Contact",
                        fields("LastName", "A", "Email", "nobody"),
                        "INVALID_EMAIL_ADDRESS",
                        "Email: invalid email address: nobody",
                        List.of("Email")),
                Arguments.of(
                        "Event",
                        fields("Subject", "A"),
                        "REQUIRED_FIELD_MISSING",
                        "Required fields are missing: [DurationInMinutes, ActivityDateTime]",
                        List.of("DurationInMinutes", "ActivityDateTime")));
    }

    @ParameterizedTest(name = "{2}")
    @MethodSource("refusals")
    void refusesOneRecordWithTheRealCodeMessageAndFields(
            String object, java.util.Map<String, Object> fields, String code, String message, List<String> names) {
        RecordError error = only(org.create(org.administrator(), List.of(RecordInput.of(object, fields)), false)
                .getFirst());

        assertThat(error.code().name()).isEqualTo(code);
        assertThat(error.message()).contains(message);
        assertThat(error.fields()).isEqualTo(names);
    }

    @ParameterizedTest
    @CsvSource({"79,true", "80,true", "81,false"})
    void takesTextUpToTheFieldsLength(int length, boolean fits) {
        assertThat(fixture.tryCreate("Contact", "LastName", "x".repeat(length)).success())
                .isEqualTo(fits);
    }

    @ParameterizedTest
    @CsvSource({"999,true", "999.4,true", "999.5,false", "-999,true", "1000,false"})
    @DisplayName("H9: takes numbers that fit Number(3,0) after rounding")
    void takesNumbersThatFitThePrecision(BigDecimal score, boolean fits) {
        assertThat(fixture.tryUpdate("Account", account, "Plumbline_Health__c", score)
                        .success())
                .isEqualTo(fits);
    }

    @Test
    @DisplayName("H6: keeps money exact")
    void keepsMoneyExact() {
        fixture.update("Account", account, "AnnualRevenue", "999999999999999999");
        assertThat(fixture.stored(account).get("AnnualRevenue")).isEqualTo(new BigDecimal("999999999999999999"));
    }

    @Test
    void refusesTheWholeCallForAnUnknownFieldOrObject() {
        assertThatThrownBy(() -> fixture.tryCreate("Account", "Name", "A", "Nmae", "B"))
                .isInstanceOfSatisfying(
                        RequestRefusedException.class, e -> assertThat(e.code()).isEqualTo(ExceptionCode.INVALID_FIELD))
                .hasMessage("No such column 'Nmae' on sobject of type Account");
        assertThatThrownBy(() -> fixture.tryCreate("Acount", "Name", "A"))
                .isInstanceOfSatisfying(
                        RequestRefusedException.class, e -> assertThat(e.code()).isEqualTo(ExceptionCode.INVALID_TYPE))
                .hasMessageStartingWith("sObject type 'Acount' is not supported.");
    }

    @Test
    void takesTwoHundredRecordsAndRefusesOneMore() {
        List<RecordInput> some = Collections.nCopies(200, RecordInput.of("Account", fields("Name", "A")));
        assertThat(org.create(org.administrator(), some, false)).hasSize(200).allMatch(SaveResult::success);
        List<RecordInput> more = Collections.nCopies(201, RecordInput.of("Account", fields("Name", "A")));
        assertThatThrownBy(() -> org.create(org.administrator(), more, false))
                .isInstanceOfSatisfying(
                        RequestRefusedException.class,
                        e -> assertThat(e.code()).isEqualTo(ExceptionCode.EXCEEDED_ID_LIMIT));
    }

    @Test
    @DisplayName("F4: one bad record does not hold up the others, unless all or none was asked for")
    void savesTheGoodRecordsOfACall() {
        List<RecordInput> mixed = List.of(
                RecordInput.of("Account", fields("Name", "Good")),
                RecordInput.of("Account", fields("Industry", "Retail")));

        assertThat(org.create(org.administrator(), mixed, false))
                .extracting(SaveResult::success)
                .containsExactly(true, false);
        int before = org.read(
                all -> all.all(org.schema().object("Account").orElseThrow()).size());
        assertThat(org.create(org.administrator(), mixed, true))
                .extracting(result -> result.errors().getFirst().code())
                .containsExactly(StatusCode.ALL_OR_NONE_OPERATION_ROLLED_BACK, StatusCode.REQUIRED_FIELD_MISSING);
        int after = org.read(
                all -> all.all(org.schema().object("Account").orElseThrow()).size());
        assertThat(after).isEqualTo(before);
    }

    @Test
    void refusesTheSameRecordTwiceInOneUpdate() {
        RecordInput update = RecordInput.of("Account", account, fields("Site", "A"));
        List<SaveResult> results = org.update(org.administrator(), List.of(update, update), false);

        assertThat(results.getFirst().success()).isTrue();
        assertThat(only(results.getLast()).code()).isEqualTo(StatusCode.DUPLICATE_VALUE);
    }

    @Test
    @DisplayName("F16: refuses an inactive owner who is new, and leaves one who was there before")
    void refusesAnInactiveOwner() {
        String user = fixture.create(
                "User",
                "LastName",
                "Leaver",
                "Username",
                "leaver@example.com",
                "Email",
                "leaver@example.com",
                "Alias",
                "leav",
                "IsActive",
                true);
        String owned = fixture.create("Account", "Name", "Owned", "OwnerId", user);
        fixture.update("User", user, "IsActive", false);

        RecordError error = only(fixture.tryCreate("Task", "Subject", "Call", "OwnerId", user));
        assertThat(error.code()).isEqualTo(StatusCode.INACTIVE_OWNER_OR_USER);
        assertThat(error.message())
                .isEqualTo("operation performed with inactive user [" + user.substring(0, 15) + "] as owner of task");
        fixture.update("Account", owned, "Site", "HQ");
    }

    @Test
    @DisplayName("F18: refuses an account as the person of a task")
    void refusesAnAccountAsWho() {
        RecordError error = only(fixture.tryCreate("Task", "Subject", "Call", "WhoId", account));

        assertThat(error.code()).isEqualTo(StatusCode.FIELD_INTEGRITY_EXCEPTION);
        assertThat(error.message()).isEqualTo("Name ID: id value of incorrect type: " + account);
        assertThat(error.fields()).containsExactly("WhoId");
    }

    @Test
    @DisplayName("F15: refuses to touch a deleted record, or one that never was")
    void refusesDeletedAndUnknownRecords() {
        String gone = fixture.create("Account", "Name", "Gone");
        org.delete(org.administrator(), List.of(gone), false);

        assertThat(only(fixture.tryUpdate("Account", gone, "Site", "A")).code())
                .isEqualTo(StatusCode.ENTITY_IS_DELETED);
        assertThat(only(fixture.tryCreate("Contact", "LastName", "A", "AccountId", gone))
                        .code())
                .isEqualTo(StatusCode.ENTITY_IS_DELETED);
        assertThat(only(fixture.tryUpdate("Account", "0010000000000AB", "Site", "A"))
                        .code())
                .isEqualTo(StatusCode.INVALID_CROSS_REFERENCE_KEY);
        assertThat(only(fixture.tryUpdate("Account", "nonsense", "Site", "A")).code())
                .isEqualTo(StatusCode.MALFORMED_ID);
    }

    @Test
    @DisplayName("H8: takes Ids of 15 and 18 characters for the same record")
    void takesShortIds() {
        fixture.update("Account", account.substring(0, 15), "Site", "HQ");
        assertThat(fixture.stored(account).get("Site")).isEqualTo("HQ");
    }

    @Test
    @DisplayName("E6: tells blank from absent")
    void tellsBlankFromAbsent() {
        fixture.update("Account", account, "Site", "HQ", "Industry", "Retail");
        fixture.update("Account", account, "Site", null);

        assertThat(fixture.stored(account).get("Site")).isNull();
        assertThat(fixture.stored(account).get("Industry")).isEqualTo("Retail");
        assertThat(only(fixture.tryUpdate("Account", account, "Name", null)).code())
                .isEqualTo(StatusCode.REQUIRED_FIELD_MISSING);
    }

    @Test
    @DisplayName("F1: upsert by a unique external id creates once and updates ever after")
    void upsertsByExternalId() {
        RecordInput task = RecordInput.of("Task", fields("Subject", "Review the plan", "Plumbline_Key__c", "a/1"));
        SaveResult first = org.upsert(org.administrator(), "Plumbline_Key__c", List.of(task), false)
                .getFirst();
        SaveResult second = org.upsert(org.administrator(), "Plumbline_Key__c", List.of(task), false)
                .getFirst();

        assertThat(first.created()).isTrue();
        assertThat(second.created()).isFalse();
        assertThat(second.id()).isEqualTo(first.id());
        List<SaveResult> twice = org.upsert(org.administrator(), "Plumbline_Key__c", List.of(task, task), false);
        assertThat(only(twice.getLast()).message()).isEqualTo("Duplicate external id specified: a/1");
        RecordError duplicate = only(fixture.tryCreate("Task", "Subject", "Again", "Plumbline_Key__c", "a/1"));
        assertThat(duplicate.code()).isEqualTo(StatusCode.DUPLICATE_VALUE);
        assertThat(duplicate.message())
                .isEqualTo("duplicate value found: Plumbline_Key__c duplicates value on record with id: "
                        + first.recordId().orElseThrow().substring(0, 15));
        assertThat(fixture.tryCreate("Task", "Subject", "Other case", "Plumbline_Key__c", "A/1")
                        .success())
                .isTrue();
    }

    @Test
    @DisplayName("C11: an activity moves the account's last activity and system stamp, not its last modification")
    void movesTheSystemStampAlone() {
        org.clock().advance(Duration.ofHours(1));
        fixture.create(
                "Task", "Subject", "Called", "WhatId", account, "Status", "Completed", "ActivityDate", "2026-02-27");

        StoredRecord after = fixture.stored(account);
        assertThat(after.get("LastActivityDate")).isEqualTo(LocalDate.of(2026, 2, 27));
        assertThat(after.get("SystemModstamp")).isEqualTo(OrgFixture.NOW.plus(Duration.ofHours(1)));
        assertThat(after.get("LastModifiedDate")).isEqualTo(OrgFixture.NOW);
    }

    @Test
    void doesNotCountAnOpenTaskAsActivity() {
        fixture.create("Task", "Subject", "Call", "WhatId", account, "ActivityDate", "2026-03-10");
        assertThat(fixture.stored(account).get("LastActivityDate")).isNull();
        assertThat(fixture.stored(account).get("SystemModstamp")).isEqualTo(OrgFixture.NOW);
    }

    @Test
    void followsTheStageOfAnOpportunity() {
        String opportunity = fixture.create(
                "Opportunity",
                "Name",
                "Deal",
                "AccountId",
                account,
                "StageName",
                "Qualification",
                "CloseDate",
                "2026-03-31",
                "Amount",
                "1000");
        assertThat(fixture.stored(opportunity).values())
                .containsEntry("Probability", new BigDecimal("10"))
                .containsEntry("ExpectedRevenue", new BigDecimal("100.00"))
                .containsEntry("IsClosed", false)
                .containsEntry("ForecastCategoryName", "Pipeline")
                .containsEntry("FiscalQuarter", 1)
                .containsEntry("PushCount", 0);

        org.clock().advance(Duration.ofDays(1));
        fixture.update("Opportunity", opportunity, "StageName", "Closed Won", "CloseDate", "2026-04-01");

        assertThat(fixture.stored(opportunity).values())
                .containsEntry("Probability", new BigDecimal("100"))
                .containsEntry("IsWon", true)
                .containsEntry("ForecastCategory", "Closed")
                .containsEntry("PushCount", 1)
                .containsEntry("LastStageChangeDate", OrgFixture.NOW.plus(Duration.ofDays(1)));
        List<StoredRecord> history = org.read(all ->
                all.lookup(org.schema().object("OpportunityHistory").orElseThrow(), "OpportunityId", opportunity));
        assertThat(history).extracting(row -> row.get("StageName")).containsExactly("Qualification", "Closed Won");
    }

    @Test
    void findsTheAccountOfAnActivity() {
        String contact = fixture.create("Contact", "LastName", "Berg", "FirstName", "Ida", "AccountId", account);
        String opportunity = fixture.create(
                "Opportunity",
                "Name",
                "Deal",
                "AccountId",
                account,
                "StageName",
                "Qualification",
                "CloseDate",
                "2026-03-31");
        assertThat(fixture.stored(contact).get("Name")).isEqualTo("Ida Berg");
        assertThat(fixture.stored(fixture.create("Task", "Subject", "A", "WhatId", opportunity))
                        .get("AccountId"))
                .isEqualTo(account);
        assertThat(fixture.stored(fixture.create("Task", "Subject", "A", "WhoId", contact))
                        .get("AccountId"))
                .isEqualTo(account);
        StoredRecord event = fixture.stored(fixture.create(
                "Event",
                "Subject",
                "A",
                "WhoId",
                contact,
                "StartDateTime",
                "2026-03-01T09:00:00Z",
                "DurationInMinutes",
                45));
        assertThat(event.get("EndDateTime")).isEqualTo(Instant.parse("2026-03-01T09:45:00Z"));
        assertThat(event.get("ActivityDate")).isEqualTo(LocalDate.of(2026, 3, 1));
        assertThat(fixture.stored(contact).get("LastActivityDate")).isEqualTo(LocalDate.of(2026, 3, 1));
    }

    @Test
    @DisplayName("F3: a held row refuses its own writes and those of its children, for as long as it is held")
    void refusesWritesToHeldRows() {
        org.interventions().lockForAttempts(account, 1);
        RecordError error = only(fixture.tryCreate("Task", "Subject", "A", "WhatId", account));
        assertThat(error.code()).isEqualTo(StatusCode.UNABLE_TO_LOCK_ROW);
        assertThat(fixture.tryCreate("Task", "Subject", "A", "WhatId", account).success())
                .isTrue();

        org.interventions().lockUntil(account, OrgFixture.NOW.plusSeconds(10));
        assertThat(only(fixture.tryUpdate("Account", account, "Site", "A")).code())
                .isEqualTo(StatusCode.UNABLE_TO_LOCK_ROW);
        org.clock().advance(Duration.ofSeconds(10));
        assertThat(fixture.tryUpdate("Account", account, "Site", "A").success()).isTrue();
    }

    @Test
    void namesAParentByItsExternalId() {
        String owner = org.administrator().userId();
        String plan = fixture.create("Plumbline_Plan__c", "Name", "Plan", "Account__c", account, "OwnerId", owner);
        assertThat(fixture.stored(plan).object().keyPrefix()).startsWith("a0");
        SaveResult byWrongKey = org.create(
                        org.administrator(),
                        List.of(RecordInput.of(
                                "Plumbline_Action__c",
                                fields("Name", "Act", "Plan__r", new RecordInput.Reference(null, "Nothing__c", "x")))),
                        false)
                .getFirst();
        assertThat(only(byWrongKey).message()).startsWith("Foreign key external ID: x not found for field Nothing__c");
    }
}
