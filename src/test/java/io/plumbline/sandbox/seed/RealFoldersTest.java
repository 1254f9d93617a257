package io.plumbline.sandbox.seed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.plumbline.sandbox.record.Org;
import io.plumbline.sandbox.record.store.StoredRecord;
import io.plumbline.sandbox.seed.csv.CsvFile;
import io.plumbline.sandbox.seed.load.SeedProblem;
import io.plumbline.sandbox.seed.load.SeedReport;
import io.plumbline.sandbox.setup.OrgSettings;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Seeds on folders that nobody here wrote. */
class RealFoldersTest {

    private final Org org = Orgs.standing(OrgSettings.plain());

    @Test
    void loadsEveryRowOfTheMavenSalesforceFolder() {
        SeedReport report = fill("maven-salesforce");

        assertThat(report.problems()).isEmpty();
        assertThat(report.loaded())
                .containsEntry("Account", 85)
                .containsEntry("Opportunity", 8800)
                .containsEntry("OpportunityLineItem", 8800)
                .containsEntry("User", 41);
        List<StoredRecord> opportunities = ofFile("maven-salesforce", "Opportunity");
        assertThat(opportunities.stream()
                        .filter(each -> each.isTrue("IsWon"))
                        .map(each -> (BigDecimal) each.get("Amount"))
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("10005534");
        assertThat(opportunities)
                .filteredOn(each -> each.get("AccountId") == null)
                .hasSize(1425);
        assertThat(ofFile("maven-salesforce", "OpportunityLineItem"))
                .filteredOn(each -> each.get("Product2Id") == null)
                .hasSize(1480);
    }

    @Test
    void loadsWhatFitsOfTheNpspFolderAndReportsTheRest() {
        SeedReport report = fill("npsp-1k");

        assertThat(report.loaded())
                .containsEntry("Account", 1223)
                .containsEntry("Contact", 1024)
                .containsEntry("Opportunity", 1517)
                .containsEntry("OpportunityContactRole", 3499);
        assertThat(report.problems())
                .extracting(SeedProblem::file, SeedProblem::rows)
                .contains(tuple("npe01__OppPayment__c.csv", 2443L));
        assertThat(Orgs.fresh(org, "Contact"))
                .filteredOn(each -> each.get("AccountId") != null)
                .isNotEmpty();
    }

    @Test
    void resolvesTheReferencesOfTheRecipesPlan() {
        SeedReport report = fill("sfdx-trees/lwc-recipes");

        assertThat(report.loaded())
                .containsEntry("Account", 10)
                .containsEntry("Contact", 6)
                .containsEntry("Opportunity", 20);
        StoredRecord amy = Orgs.fresh(org, "Contact").stream()
                .filter(contact -> "Amy".equals(contact.get("FirstName")))
                .findFirst()
                .orElseThrow();
        assertThat(Orgs.record(org, "Account", String.valueOf(amy.get("AccountId")))
                        .get("Name"))
                .isEqualTo("Alpha Dynamics");
    }

    /** The records of the Ids that the file gives. */
    private List<StoredRecord> ofFile(String name, String object) {
        List<String> ids = CsvFile.read(folder(name).resolve(object + ".csv")).rows().stream()
                .map(row -> String.valueOf(row.values().get("Id")))
                .toList();
        return org.retrieve(org.administrator(), object, ids).stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private static Path folder(String name) {
        return Path.of("..", "shared", "fixtures", "crm", name);
    }

    private SeedReport fill(String name) {
        Path folder = folder(name);
        Assumptions.assumeTrue(Files.isDirectory(folder), "skipped: ../shared/fixtures is not here");
        return Seed.named(folder.toString()).fill(org);
    }
}
