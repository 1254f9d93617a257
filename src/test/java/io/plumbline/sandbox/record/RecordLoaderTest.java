package io.plumbline.sandbox.record;

import static io.plumbline.sandbox.record.OrgFixture.fields;
import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.sandbox.record.input.RecordInput;
import io.plumbline.sandbox.record.refusal.RecordError;
import io.plumbline.sandbox.record.store.StoredRecord;
import io.plumbline.sandbox.setup.OrgSettings;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RecordLoaderTest {

    private final OrgFixture fixture = new OrgFixture();

    private LoadResult load(String object, Object... pairs) {
        return fixture.org.load(List.of(RecordInput.of(object, fields(pairs)))).getFirst();
    }

    private static List<String> problems(LoadResult result) {
        assertThat(result.loaded()).isFalse();
        return result.problems().stream().map(RecordError::message).toList();
    }

    @Test
    void keepsTheIdAndStampsOfARow() {
        LoadResult result = load(
                "Account",
                "Id",
                "0015g00000AbCdE",
                "Name",
                "Acme",
                "CreatedDate",
                "2017-01-02T03:04:05.000+0000",
                "LastModifiedDate",
                "2018-01-01T00:00:00Z");

        StoredRecord stored = fixture.stored(result.recordId().orElseThrow());
        assertThat(stored.id()).startsWith("0015g00000AbCdE");
        assertThat(stored.get("CreatedDate")).isEqualTo(Instant.parse("2017-01-02T03:04:05Z"));
        assertThat(stored.get("SystemModstamp")).isEqualTo(Instant.parse("2018-01-01T00:00:00Z"));
        assertThat(stored.get("OwnerId")).isEqualTo(fixture.org.administrator().userId());
        assertThat(problems(load("Account", "Id", "0015g00000AbCdE", "Name", "Again"))
                        .getFirst())
                .contains("already");
        assertThat(problems(load("Account", "Id", "0035g00000AbCdE", "Name", "Wrong"))
                        .getFirst())
                .contains("begin with 001");
        assertThat(problems(load("Account", "Id", "1", "Name", "Wrong")).getFirst())
                .isEqualTo("Record ID: id value of incorrect type: 1");
    }

    @Test
    void saysEverythingThatIsWrongWithARow() {
        assertThat(problems(load(
                        "Account", "Name", "A", "Nmae", "x", "AnnualRevenue", "much", "ParentId", "001000000000001")))
                .containsExactly(
                        "No such column 'Nmae' on sobject of type Account",
                        "Annual Revenue: value not of required type: much",
                        "invalid cross reference id");
        assertThat(problems(load("Account", "Industry", "Retail")))
                .containsExactly("Required fields are missing: [Name]");
        assertThat(problems(load("Acount", "Name", "A"))).containsExactly("there is no object Acount");
    }

    @Test
    void takesTheStagesOfAnotherOrg() {
        String account = load("Account", "Name", "Acme").recordId().orElseThrow();
        String won = load(
                        "Opportunity",
                        "Name",
                        "A",
                        "AccountId",
                        account,
                        "StageName",
                        "Won",
                        "CloseDate",
                        "2017-12-31",
                        "Amount",
                        "1054")
                .recordId()
                .orElseThrow();
        String engaging = load(
                        "Opportunity", "Name", "B", "AccountId", account, "StageName", "Engaging", "Probability", "35")
                .recordId()
                .orElseThrow();

        assertThat(fixture.stored(won).values())
                .containsEntry("IsWon", true)
                .containsEntry("IsClosed", true)
                .containsEntry("Probability", new BigDecimal("100"))
                .containsEntry("ExpectedRevenue", new BigDecimal("1054.00"));
        assertThat(fixture.stored(engaging).values())
                .containsEntry("IsClosed", false)
                .containsEntry("Probability", new BigDecimal("35"));
        List<Object> stages = fixture.org.read(
                all -> all.all(fixture.org.schema().object("OpportunityStage").orElseThrow()).stream()
                        .map(stage -> stage.get("ApiName"))
                        .toList());
        assertThat(stages).contains("Won", "Engaging");
    }

    @Test
    void splitsTheNameOfAPerson() {
        String user = load("User", "Name", "Dustin Brinkmann", "IsActive", "false")
                .recordId()
                .orElseThrow();
        assertThat(fixture.stored(user).values())
                .containsEntry("LastName", "Brinkmann")
                .containsEntry("FirstName", "Dustin")
                .containsEntry("IsActive", false);
    }

    @Test
    @DisplayName("A seed's own rows of activity do not move stamps, but are the account's last activity")
    void keepsStampsQuiet() {
        String account = load("Account", "Name", "Acme", "LastModifiedDate", "2017-01-01T00:00:00Z")
                .recordId()
                .orElseThrow();
        load("Event", "Subject", "Met", "WhatId", account, "StartDateTime", "2017-05-05T09:00:00Z");
        assertThat(fixture.stored(account).get("LastActivityDate")).hasToString("2017-05-05");
        assertThat(fixture.stored(account).get("SystemModstamp")).isEqualTo(Instant.parse("2017-01-01T00:00:00Z"));
    }

    @Test
    @DisplayName("H7: records carry a currency in an org with several, and only there")
    void carriesCurrenciesInAnOrgWithSeveral() {
        OrgFixture many =
                new OrgFixture(new OrgSettings("Two", ZoneId.of("Europe/Berlin"), true, Currency.getInstance("EUR")));
        assertThat(many.stored(many.create("Account", "Name", "A")).get("CurrencyIsoCode"))
                .isEqualTo("EUR");
        assertThat(many.stored(many.create("Account", "Name", "A", "CurrencyIsoCode", "USD"))
                        .get("CurrencyIsoCode"))
                .isEqualTo("USD");
        assertThat(fixture.stored(fixture.create("Account", "Name", "A")).get("CurrencyIsoCode"))
                .isNull();
    }
}
