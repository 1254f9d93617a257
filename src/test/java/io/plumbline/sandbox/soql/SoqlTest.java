package io.plumbline.sandbox.soql;

import static io.plumbline.sandbox.record.OrgFixture.fields;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.sandbox.record.OrgFixture;
import io.plumbline.sandbox.record.input.RecordInput;
import io.plumbline.sandbox.record.refusal.ExceptionCode;
import io.plumbline.sandbox.record.refusal.RequestRefusedException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SoqlTest {

    private final OrgFixture fixture = new OrgFixture();
    private final Soql soql = new Soql(fixture.org);
    private final String acme =
            fixture.create("Account", "Name", "Acme", "Industry", "Retail", "NumberOfEmployees", 10, "Site", "A%1");
    private final String beta = fixture.create("Account", "Name", "beta", "AnnualRevenue", "5.00", "ParentId", acme);
    private final String gamma =
            fixture.create("Account", "Name", "Gamma", "Industry", "Energy", "NumberOfEmployees", 30);
    private final String ida =
            fixture.create("Contact", "FirstName", "Ida", "LastName", "Berg", "AccountId", acme, "MailingCity", "Bonn");

    private List<String> names(String where) {
        return soql.query(fixture.org.administrator(), "SELECT Name FROM Account " + where).rows().stream()
                .map(row -> String.valueOf(row.get("Name")))
                .toList();
    }

    private RequestRefusedException refusal(String query) {
        try {
            soql.query(fixture.org.administrator(), query);
        } catch (RequestRefusedException e) {
            return e;
        }
        throw new AssertionError("was not refused: " + query);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Name = 'ACME'; Acme",
                "Name != 'acme'; beta,Gamma",
                "Name IN ('acme','BETA'); Acme,beta",
                "Name NOT IN ('acme','BETA'); Gamma",
                "Industry = null; beta",
                "Industry != null; Acme,Gamma",
                "Industry != 'Retail'; beta,Gamma",
                "Industry IN ('Retail', null); Acme,beta",
                "Name LIKE '%A%'; Acme,beta,Gamma",
                "Name LIKE 'a%'; Acme",
                "Name LIKE '_amma'; Gamma",
                "Site LIKE 'A\\%_'; Acme",
                "Site LIKE 'A\\_1'; ",
                "Site = 'A\\%1'; Acme",
                "Site LIKE 'A\\\\%'; ",
                "(NOT Name LIKE 'a%'); beta,Gamma",
                "NumberOfEmployees > 10; Gamma",
                "NumberOfEmployees >= 10; Acme,Gamma",
                "NumberOfEmployees < 30 AND Name = 'acme'; Acme",
                "AnnualRevenue = 5.0; beta",
                "AnnualRevenue < 6; beta",
                "Name < 'b'; Acme",
                "Name = 'acme' OR (Industry = 'Energy' AND NumberOfEmployees = 30); Acme,Gamma",
                "Parent.Name = 'acme'; beta",
                "Parent.Industry = null; Acme,Gamma",
                "Owner.Name = 'system administrator'; Acme,beta,Gamma",
                "CreatedDate = TODAY; Acme,beta,Gamma",
                "CreatedDate > TODAY; ",
                "CreatedDate >= 2026-03-02T10:15:30.000Z; Acme,beta,Gamma",
                "CreatedDate > 2026-03-02T10:15:30.000Z; ",
                "CreatedDate <= 2026-03-02T11:15:30+01:00; Acme,beta,Gamma",
                "IsDeleted = false; Acme,beta,Gamma",
                "Id IN (SELECT AccountId FROM Contact WHERE LastName = 'berg'); Acme",
                "Id NOT IN (SELECT AccountId FROM Contact); beta,Gamma",
            })
    void filters(String where, String expected) {
        assertThat(names("WHERE " + where + " ORDER BY Name"))
                .isEqualTo(expected == null || expected.isBlank() ? List.of() : Arrays.asList(expected.split(",")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "ORDER BY Name DESC; Gamma,beta,Acme",
                "ORDER BY NumberOfEmployees; beta,Acme,Gamma",
                "ORDER BY NumberOfEmployees DESC; beta,Gamma,Acme",
                "ORDER BY NumberOfEmployees DESC NULLS LAST; Gamma,Acme,beta",
                "ORDER BY Industry NULLS LAST, Name; Gamma,Acme,beta",
                "ORDER BY Name LIMIT 2; Acme,beta",
                "ORDER BY Name LIMIT 2 OFFSET 1; beta,Gamma",
                "ORDER BY Name LIMIT 0; ",
            })
    void ordersAndCuts(String tail, String expected) {
        assertThat(names(tail))
                .isEqualTo(expected == null || expected.isBlank() ? List.of() : Arrays.asList(expected.split(",")));
    }

    @Test
    @DisplayName("H8: finds a record by its Id of 15 or 18 characters")
    void findsByEitherId() {
        assertThat(names("WHERE Id = '" + acme + "'")).containsExactly("Acme");
        assertThat(names("WHERE Id = '" + acme.substring(0, 15) + "'")).containsExactly("Acme");
        assertThat(refusal("SELECT Id FROM Account WHERE Id = 'abc'").code())
                .isEqualTo(ExceptionCode.INVALID_QUERY_FILTER_OPERATOR);
    }

    @Test
    @DisplayName("B8: pages by stamp and Id see every record of one stamp once")
    void pagesByStampAndId() {
        List<ResultRow> first = soql.query(
                        fixture.org.administrator(),
                        "SELECT Id, SystemModstamp FROM Account ORDER BY SystemModstamp, Id LIMIT 2")
                .rows();
        String stamp = String.valueOf(first.getLast().get("SystemModstamp"));
        String rest = "SELECT Id FROM Account WHERE SystemModstamp > " + stamp + " OR (SystemModstamp = " + stamp
                + " AND Id > '" + first.getLast().id() + "') ORDER BY SystemModstamp, Id";
        assertThat(soql.query(fixture.org.administrator(), rest).rows())
                .extracting(ResultRow::id)
                .containsExactly(gamma);
    }

    @Test
    void nestsParentsUpToThreeLevels() {
        String opportunity = fixture.create(
                "Opportunity",
                "Name",
                "Deal",
                "AccountId",
                beta,
                "StageName",
                "Qualification",
                "CloseDate",
                "2026-05-01",
                "Amount",
                "12.5");
        QueryResult result = soql.query(
                fixture.org.administrator(),
                "SELECT Id, Amount, Account.Name, Account.Parent.Owner.Name, Account.Id FROM Opportunity o WHERE o.Account.Parent.Name = 'Acme'");

        ResultRow row = result.rows().getFirst();
        assertThat(row.id()).isEqualTo(opportunity);
        assertThat(row.get("Amount")).isEqualTo(new BigDecimal("12.50"));
        assertThat(row.get("Account.Name")).isEqualTo("beta");
        assertThat(row.get("Account.Parent.Owner.Name")).isEqualTo("System Administrator");
        assertThat(row.values().get("Account")).isInstanceOfSatisfying(ResultRow.class, parent -> {
            assertThat(parent.type()).isEqualTo("Account");
            assertThat(parent.values().keySet()).containsExactly("Name", "Parent", "Id");
        });
        assertThat(result.columns())
                .extracting(ResultColumn::path)
                .containsExactly("Id", "Amount", "Account.Name", "Account.Parent.Owner.Name", "Account.Id");
    }

    @Test
    @DisplayName("G9: a polymorphic parent tells its type and name")
    void readsPolymorphicParents() {
        fixture.create("Task", "Subject", "About an account", "WhatId", acme, "WhoId", ida);
        fixture.create("Task", "Subject", "About nothing");
        List<ResultRow> rows = soql.query(
                        fixture.org.administrator(),
                        "SELECT Subject, What.Type, What.Name, Who.Name, Owner.Name FROM Task ORDER BY Subject")
                .rows();

        assertThat(rows.getFirst().get("What.Type")).isEqualTo("Account");
        assertThat(rows.getFirst().get("What.Name")).isEqualTo("Acme");
        assertThat(rows.getFirst().get("Who.Name")).isEqualTo("Ida Berg");
        assertThat(rows.getLast().values().get("What")).isNull();
        assertThat(refusal("SELECT What.Amount FROM Task").getMessage())
                .contains("No such column 'Amount' on entity 'Name'.");
    }

    @Test
    void countsAndGroups() {
        assertThat(soql.query(fixture.org.administrator(), "SELECT COUNT() FROM Account WHERE Industry != null"))
                .satisfies(result -> {
                    assertThat(result.countOnly()).isTrue();
                    assertThat(result.size()).isEqualTo(2);
                    assertThat(result.rows()).isEmpty();
                });
        List<ResultRow> all = soql.query(
                        fixture.org.administrator(),
                        "SELECT COUNT(Id), COUNT(Industry) filled, SUM(NumberOfEmployees), AVG(NumberOfEmployees) mean, MIN(Name), MAX(CreatedDate) FROM Account")
                .rows();
        assertThat(all.getFirst().values())
                .containsEntry("expr0", 3)
                .containsEntry("filled", 2)
                .containsEntry("expr1", new BigDecimal("40"))
                .containsEntry("mean", new BigDecimal("20"))
                .containsEntry("expr2", "Acme")
                .containsEntry("expr3", OrgFixture.NOW);
        fixture.create("Account", "Name", "Delta", "Industry", "Energy");
        List<ResultRow> groups = soql.query(
                        fixture.org.administrator(),
                        "SELECT Industry, COUNT(Id) n FROM Account GROUP BY Industry HAVING COUNT(Id) > 1 ORDER BY COUNT(Id) DESC")
                .rows();
        assertThat(groups).hasSize(1);
        assertThat(groups.getFirst().values())
                .containsEntry("Industry", "Energy")
                .containsEntry("n", 2);
        assertThat(groups.getFirst().type()).isEqualTo("AggregateResult");
        assertThat(soql.query(
                                fixture.org.administrator(),
                                "SELECT CALENDAR_YEAR(CreatedDate), COUNT(Id) FROM Account GROUP BY CALENDAR_YEAR(CreatedDate)")
                        .rows()
                        .getFirst()
                        .values())
                .containsEntry("expr0", 2026)
                .containsEntry("expr1", 4);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "SELECT Nmae FROM Account; INVALID_FIELD; No such column 'Nmae' on entity 'Account'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field name.",
                "SELECT Id FROM Acount; INVALID_TYPE; sObject type 'Acount' is not supported.",
                "SELECT Boss.Name FROM Account; INVALID_FIELD; Didn't understand relationship 'Boss' in field path.",
                "SELECT Id FROM Account WHERE Description = 'a'; INVALID_FIELD; field 'Description' can not be filtered in a query call",
                "SELECT Id FROM Account ORDER BY Description; INVALID_FIELD; field 'Description' can not be sorted in a query call",
                "SELECT Id FROM Account WHERE Name = 5; INVALID_FIELD; value of filter criterion for field 'Name' must be of type string and should be enclosed in quotes",
                "SELECT Id FROM Account WHERE CreatedDate > '2020-01-01'; INVALID_FIELD; value of filter criterion for field 'CreatedDate' must be of type dateTime and should not be enclosed in quotes",
                "SELECT Id FROM Account WHERE CreatedDate > 2020-01-01; INVALID_FIELD; must be of type dateTime",
                "SELECT Id FROM Opportunity WHERE CloseDate > 2020-01-01T00:00:00Z; INVALID_FIELD; must be of type date and",
                "SELECT Id FROM Account WHERE AnnualRevenue = 'much'; INVALID_FIELD; must be of type double",
                "SELECT Id FROM Account WHERE Name = 'a' AND Site = 'b' OR Site = 'c'; MALFORMED_QUERY; unexpected token: 'OR'",
                "SELECT Id FROM Account WHERE Name = :name; MALFORMED_QUERY; unexpected token: ':'",
                "SELECT Id FROM Account LIMIT :n; MALFORMED_QUERY; unexpected token: ':'",
                "SELECT FROM Account; MALFORMED_QUERY; unexpected token",
                "SELECT Id, (SELECT Id FROM Contact) FROM Account; INVALID_TYPE; Didn't understand relationship 'Contact'",
                "SELECT Id, (SELECT Nope FROM Contacts) FROM Account; INVALID_FIELD; No such column 'Nope' on entity 'Contact'",
                "SELECT Id, (SELECT Id FROM Contacts), (SELECT Name FROM Contacts) FROM Account; INVALID_FIELD; duplicate field selected: Contacts",
                "SELECT TYPEOF Owner.Manager WHEN User THEN Name END FROM Task; INVALID_FIELD; TYPEOF needs a polymorphic relationship",
                "SELECT TYPEOF What WHEN Contact THEN Name END FROM Task; INVALID_TYPE; is no type that What leads to",
                "SELECT Id FROM Account USING SCOPE mine; MALFORMED_QUERY; USING SCOPE is not supported",
                "SELECT Id FROM Account FOR UPDATE; MALFORMED_QUERY; FOR UPDATE is for Apex only",
                "SELECT Id FROM Account ALL ROWS; MALFORMED_QUERY; ALL ROWS",
                "SELECT Name n FROM Account; MALFORMED_QUERY; only aggregate expressions use field aliasing",
                "SELECT Name, COUNT(Id) FROM Account; MALFORMED_QUERY; Field must be grouped or aggregated: Name",
                "SELECT Id FROM Account OFFSET 2001; NUMBER_OUTSIDE_VALID_RANGE; Maximum SOQL offset allowed is 2000",
                "SELECT FIELDS(ALL) FROM Account; MALFORMED_QUERY; must have a LIMIT of at most 200",
                "SELECT toLabel(Industry) FROM Account; MALFORMED_QUERY; the function toLabel in SELECT is not supported",
            })
    void refusesWithTheRealCode(String query, ExceptionCode code, String message) {
        RequestRefusedException refusal = refusal(query);
        assertThat(refusal.code()).isEqualTo(code);
        assertThat(refusal.getMessage()).contains(message);
    }

    @Test
    void pointsAtThePlaceOfTheMistake() {
        RequestRefusedException refusal = refusal("SELECT Id FROM Account WHERE Nmae = 'a'");
        assertThat(refusal.row()).hasValue(1);
        assertThat(refusal.column()).hasValue(30);
        assertThat(refusal.getMessage()).contains("ERROR at Row:1:Column:30\n");
    }

    @Test
    void takesAnOffsetOfTwoThousand() {
        assertThat(names("ORDER BY Name OFFSET 2000")).isEmpty();
    }

    @Test
    void seesDeletedRecordsOnlyInQueryAll() {
        fixture.org.delete(fixture.org.administrator(), List.of(gamma), false);
        String query = "SELECT Id, IsDeleted FROM Account WHERE Name = 'Gamma'";
        assertThat(soql.query(fixture.org.administrator(), query).rows()).isEmpty();
        assertThat(soql.queryAll(fixture.org.administrator(), query)
                        .rows()
                        .getFirst()
                        .get("IsDeleted"))
                .isEqualTo(true);
    }

    @Test
    @DisplayName("G7: activities older than 365 days are archived: queryAll alone sees them")
    void archivesOldActivities() {
        fixture.create("Task", "Subject", "Old and closed", "Status", "Completed", "ActivityDate", "2026-03-01");
        fixture.create("Task", "Subject", "Old and open", "ActivityDate", "2026-03-01");
        String query = "SELECT Subject, IsArchived FROM Task ORDER BY Subject";
        fixture.org.clock().set(OrgFixture.NOW.plus(Duration.ofDays(363)));
        assertThat(soql.query(fixture.org.administrator(), query).rows()).hasSize(2);
        fixture.org.clock().set(OrgFixture.NOW.plus(Duration.ofDays(364)));
        assertThat(soql.query(fixture.org.administrator(), query).rows())
                .extracting(row -> row.get("Subject"))
                .containsExactly("Old and open");
        assertThat(soql.queryAll(fixture.org.administrator(), query).rows())
                .extracting(row -> row.get("IsArchived"))
                .containsExactly(true, false);
    }

    @Test
    @DisplayName("I1: a field that the caller may not read does not exist for it")
    void hidesFieldsWithoutPermission() {
        assertThatThrownBy(() -> soql.query(fixture.org.integrationUser(), "SELECT Id, Fax FROM Account"))
                .isInstanceOfSatisfying(
                        RequestRefusedException.class, e -> assertThat(e.code()).isEqualTo(ExceptionCode.INVALID_FIELD))
                .hasMessageContaining("No such column 'Fax' on entity 'Account'.");
        assertThat(soql.query(fixture.org.integrationUser(), "SELECT Id, Name, Plumbline_Health__c FROM Account")
                        .size())
                .isEqualTo(3);
    }

    @Test
    void selectsAddressesAndAllFields() {
        ResultRow row = soql.query(fixture.org.administrator(), "SELECT MailingAddress FROM Contact")
                .rows()
                .getFirst();
        assertThat(row.get("MailingAddress.city")).isEqualTo("Bonn");
        assertThat(soql.query(fixture.org.administrator(), "SELECT FIELDS(ALL) FROM Account LIMIT 1")
                        .columns())
                .hasSize(fixture.org
                        .schema()
                        .object("Account")
                        .orElseThrow()
                        .fields()
                        .size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"o'brien", "back\\slash", "100%", "new\nline", "\"quoted\""})
    @DisplayName("L5: text with quotes, backslashes and line ends is found by its escaped literal")
    void findsEscapedText(String text) {
        String made = fixture.create("Account", "Name", text);
        String literal = text.replace("\\", "\\\\").replace("'", "\\'").replace("\n", "\\n");
        assertThat(soql.query(fixture.org.administrator(), "SELECT Id FROM Account WHERE Name = '" + literal + "'")
                        .rows())
                .extracting(ResultRow::id)
                .containsExactly(made);
    }

    @Test
    void answersThousandsOfIndexedQueriesOverManyRecords() {
        for (int call = 0; call < 50; call++) {
            final int number = call;
            fixture.org.load(java.util.stream.IntStream.range(0, 200)
                    .mapToObj(i -> RecordInput.of(
                            "Opportunity",
                            fields(
                                    "Name",
                                    "O" + number + "-" + i,
                                    "AccountId",
                                    i % 2 == 0 ? acme : beta,
                                    "StageName",
                                    "Won",
                                    "CloseDate",
                                    "2026-01-01")))
                    .toList());
        }
        String contactQuery = "SELECT Id FROM Contact WHERE AccountId = '" + acme + "'";
        org.junit.jupiter.api.Assertions.assertTimeout(Duration.ofSeconds(20), () -> {
            for (int i = 0; i < 2000; i++) {
                soql.query(fixture.org.administrator(), contactQuery);
            }
            assertThat(soql.query(
                                    fixture.org.administrator(),
                                    "SELECT Id FROM Opportunity WHERE AccountId = '" + acme
                                            + "' ORDER BY SystemModstamp, Id")
                            .size())
                    .isEqualTo(5000);
        });
    }
}
