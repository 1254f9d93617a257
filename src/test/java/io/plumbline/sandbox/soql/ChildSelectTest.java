package io.plumbline.sandbox.soql;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.sandbox.record.OrgFixture;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Sub-selects in the SELECT list, and TYPEOF. */
class ChildSelectTest {

    private final OrgFixture fixture = new OrgFixture();
    private final Soql soql = new Soql(fixture.org);
    private final String acme = fixture.create("Account", "Name", "Acme", "Phone", "1");
    private final String ida = fixture.create("Contact", "FirstName", "Ida", "LastName", "Berg", "AccountId", acme);
    private final String jon = fixture.create("Contact", "LastName", "Adam", "AccountId", acme);

    private List<ResultRow> rows(String query) {
        return soql.query(fixture.org.administrator(), query).rows();
    }

    private static List<String> names(ResultRow parent, String relationship) {
        return ((QueryResult) parent.values().get(relationship))
                .rows().stream().map(row -> String.valueOf(row.get("Name"))).toList();
    }

    @Test
    void showsTheChildrenOfEachRecordFilteredOrderedAndCut() {
        fixture.create("Account", "Name", "Empty");
        List<ResultRow> rows = rows(
                "SELECT Name, (SELECT Id, Name, Account.Name FROM Contacts ORDER BY LastName) FROM Account ORDER BY Name");
        assertThat(names(rows.get(0), "Contacts")).containsExactly("Adam", "Ida Berg");
        assertThat(((QueryResult) rows.get(0).values().get("Contacts"))
                        .rows()
                        .getFirst()
                        .get("Account.Name"))
                .isEqualTo("Acme");
        assertThat(rows.get(1).values()).containsEntry("Contacts", null);
        assertThat(names(
                        rows("SELECT (SELECT Name FROM a.Contacts c WHERE c.LastName LIKE 'b%') FROM Account a WHERE Name = 'Acme'")
                                .getFirst(),
                        "Contacts"))
                .containsExactly("Ida Berg");
        assertThat(names(
                        rows("SELECT (SELECT Name FROM Contacts ORDER BY LastName DESC LIMIT 1) FROM Account WHERE Name = 'Acme'")
                                .getFirst(),
                        "Contacts"))
                .containsExactly("Ida Berg");
    }

    @Test
    void leavesOutDeletedChildrenUnlessAskedForAll() {
        fixture.org.delete(fixture.org.administrator(), List.of(jon), false);
        String query = "SELECT (SELECT Name FROM Contacts ORDER BY LastName) FROM Account";
        assertThat(names(rows(query).getFirst(), "Contacts")).containsExactly("Ida Berg");
        assertThat(names(
                        soql.queryAll(fixture.org.administrator(), query).rows().getFirst(), "Contacts"))
                .containsExactly("Adam", "Ida Berg");
    }

    @Test
    void goesDownFurtherLevelsAndKnowsCustomRelationships() {
        String plan = fixture.create("Plumbline_Plan__c", "Name", "Plan", "Account__c", acme);
        fixture.create("Plumbline_Objective__c", "Name", "Grow", "Plan__c", plan);
        String relationship =
                fixture.org.schema().object("Plumbline_Plan__c").orElseThrow().childRelationships().stream()
                        .filter(child -> child.childObject().equals("Plumbline_Objective__c"))
                        .map(child -> String.valueOf(child.relationshipName()))
                        .findFirst()
                        .orElseThrow();
        assertThat(relationship).endsWith("__r");
        assertThat(names(
                        rows("SELECT (SELECT Name FROM " + relationship + ") FROM Plumbline_Plan__c")
                                .getFirst(),
                        relationship))
                .containsExactly("Grow");
        ResultRow account = rows("SELECT (SELECT Name, (SELECT Subject FROM Tasks) FROM Contacts) FROM Account")
                .getFirst();
        assertThat(((QueryResult) account.values().get("Contacts"))
                        .rows()
                        .getFirst()
                        .values())
                .containsEntry("Tasks", null);
    }

    @Test
    void switchesByTheTypeOfAPolymorphicParent() {
        String opportunity = fixture.create(
                "Opportunity",
                "Name",
                "Deal",
                "StageName",
                "Prospecting",
                "CloseDate",
                "2026-05-01",
                "AccountId",
                acme);
        fixture.create("Task", "Subject", "1", "WhatId", acme);
        fixture.create("Task", "Subject", "2", "WhatId", opportunity);
        fixture.create("Task", "Subject", "3");
        List<ResultRow> rows = rows(
                "SELECT Subject, TYPEOF What WHEN Account THEN Phone, Name ELSE Name END FROM Task ORDER BY Subject");
        assertThat(rows.get(0).get("What.Phone")).isEqualTo("1");
        assertThat(((ResultRow) rows.get(0).values().get("What")).type()).isEqualTo("Account");
        assertThat(((ResultRow) rows.get(1).values().get("What")).type()).isEqualTo("Name");
        assertThat(rows.get(1).get("What.Name")).isEqualTo("Deal");
        assertThat(rows.get(2).values()).containsEntry("What", null);
        ResultRow without = rows("SELECT TYPEOF What WHEN Opportunity THEN Amount END FROM Task ORDER BY Subject")
                .getFirst();
        assertThat(((ResultRow) without.values().get("What")).values()).isEmpty();
    }

    @Test
    void filtersByPartsOfDates() {
        assertThat(
                        rows(
                                "SELECT Id FROM Contact WHERE CALENDAR_YEAR(CreatedDate) = 2026 AND DAY_IN_MONTH(CreatedDate) > 1"))
                .extracting(row -> row.recordId().orElseThrow())
                .containsExactly(ida, jon);
        assertThat(rows("SELECT Id FROM Contact WHERE CALENDAR_YEAR(CreatedDate) < 2026"))
                .isEmpty();
    }

    @Test
    void takesClausesThatChangeNothing() {
        assertThat(rows("SELECT Id FROM Account USING SCOPE everything FOR VIEW"))
                .hasSize(1);
        assertThat(rows("SELECT Id FROM Account FOR REFERENCE")).hasSize(1);
    }
}
