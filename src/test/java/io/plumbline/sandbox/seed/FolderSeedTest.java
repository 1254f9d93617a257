package io.plumbline.sandbox.seed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.plumbline.sandbox.record.Org;
import io.plumbline.sandbox.record.store.StoredRecord;
import io.plumbline.sandbox.seed.load.SeedProblem;
import io.plumbline.sandbox.seed.load.SeedProblem.Kind;
import io.plumbline.sandbox.seed.load.SeedReport;
import io.plumbline.sandbox.setup.OrgSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderSeedTest {

    private static final String ACCOUNT = "0015g0000000001AAA";

    @TempDir
    Path folder;

    private final Org org = Orgs.standing(OrgSettings.plain());

    @Test
    void keepsWellFormedIdsAndAuditFieldsOfTheFile() throws IOException {
        file("Account.csv", "Id,Name,CreatedDate\n" + ACCOUNT + ",Kept,2016-10-20T09:00:00.000Z\n");

        assertThat(fill().complete()).isTrue();
        StoredRecord account = Orgs.record(org, "Account", ACCOUNT);
        assertThat(account.get("Name")).isEqualTo("Kept");
        assertThat(account.get("CreatedDate")).isEqualTo(Instant.parse("2016-10-20T09:00:00Z"));
    }

    @Test
    @DisplayName("H8: an Id of 15 characters and its 18 are the same record")
    void takesShortAndLongIdsForTheSame() throws IOException {
        file("Account.csv", "Id,Name\n0015g0000000001,Short\n");
        file("Contact.csv", "Id,LastName,AccountId\n0035g0000000001,Long," + ACCOUNT + "\n");

        assertThat(fill().complete()).isTrue();
        assertThat(Orgs.record(org, "Contact", "0035g0000000001AAA").get("AccountId"))
                .isEqualTo(ACCOUNT);
    }

    @Test
    void assignsNewIdsWhereTheGivenOnesAreNoneAndMapsReferences() throws IOException {
        file("Account.csv", "Id,Name,ParentId\n1,Daughter,2\n2,Mother,\n");
        file("Contact.csv", "id,LastName,account_id\n1,One,1\n2,Two,2\n");

        SeedReport report = fill();

        assertThat(report.complete()).isTrue();
        assertThat(report.loaded()).containsEntry("Account", 2).containsEntry("Contact", 2);
        StoredRecord two = named("Contact", "LastName", "Two");
        StoredRecord mother = Orgs.record(org, "Account", String.valueOf(two.get("AccountId")));
        assertThat(mother.get("Name")).isEqualTo("Mother");
        assertThat(named("Account", "Name", "Daughter").get("ParentId")).isEqualTo(mother.id());
    }

    @Test
    void loadsInTheOrderOfReferencesWhateverTheFilesAreCalled() throws IOException {
        file(
                "User.csv",
                "Id,LastName,Username,Email,ManagerId\n"
                        + "0055g000000001dAAA,Below,b@x.example,b@x.example,0055g000000001cAAA\n"
                        + "0055g000000001cAAA,Above,a@x.example,a@x.example,\n");
        file("Account.csv", "Id,Name,OwnerId\n" + ACCOUNT + ",A,0055g000000001dAAA\n");
        file("AccountTeamMember.csv", "AccountId,UserId\n" + ACCOUNT + ",0055g000000001cAAA\n");

        SeedReport report = fill();

        assertThat(report.complete()).as(report.toText()).isTrue();
        assertThat(report.loaded().keySet()).containsExactly("User", "Account", "AccountTeamMember");
        assertThat(Orgs.record(org, "Account", ACCOUNT).get("OwnerId")).isEqualTo("0055g000000001dAAA");
    }

    @Test
    void setsReferencesThatRunInACircle() throws IOException {
        file(
                "Contact.csv",
                "Id,LastName,ReportsToId\n"
                        + "0035g0000000001AAA,First,0035g0000000002AAA\n"
                        + "0035g0000000002AAA,Second,0035g0000000001AAA\n");

        SeedReport report = fill();

        assertThat(report.complete()).as(report.toText()).isTrue();
        assertThat(Orgs.record(org, "Contact", "0035g0000000001AAA").get("ReportsToId"))
                .isEqualTo("0035g0000000002AAA");
        assertThat(Orgs.record(org, "Contact", "0035g0000000002AAA").get("ReportsToId"))
                .isEqualTo("0035g0000000001AAA");
    }

    @Test
    void findsParentsByAnExternalIdOfTheSeed() throws IOException {
        file("User.csv", "LastName,Username,Email\nNamed,named@x.example,n@x.example\n");
        file("Account.csv", "Id,Name,Owner.Username\n" + ACCOUNT + ",A,named@x.example\n");

        SeedReport report = fill();

        assertThat(report.complete()).as(report.toText()).isTrue();
        assertThat(Orgs.record(org, "Account", ACCOUNT).get("OwnerId"))
                .isEqualTo(named("User", "LastName", "Named").id());
    }

    @Test
    void loadsARowWithoutAReferenceThatLeadsNowhereAndSaysSo() throws IOException {
        file("Account.csv", "Id,Name,OwnerId,ParentId\n" + ACCOUNT + ",A,0055g000000009ZAAQ,0015g0000000009AAA\n");

        SeedReport report = fill();

        assertThat(report.loaded()).containsEntry("Account", 1);
        assertThat(report.problems())
                .allSatisfy(problem -> {
                    assertThat(problem.kind()).isEqualTo(Kind.VALUE);
                    assertThat(problem.line()).isEqualTo(2);
                })
                .extracting(SeedProblem::detail)
                .containsExactly("OwnerId 0055g000000009ZAAQ", "ParentId 0015g0000000009AAA");
        assertThat(Orgs.record(org, "Account", ACCOUNT).get("OwnerId"))
                .isEqualTo(org.administrator().userId());
    }

    @Test
    void leavesOutARowWhoseMasterIsMissingAndWhatHangsOnIt() throws IOException {
        file("Plumbline_Plan__c.csv", "Id,Name,Account__c\n1,Plan,\n");
        file("Plumbline_Action__c.csv", "Name,Plan__c\nFirst,1\nSecond,99\n");

        SeedReport report = fill();

        assertThat(report.loaded()).containsEntry("Plumbline_Action__c", 1);
        assertThat(report.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.kind()).isEqualTo(Kind.ROW);
            assertThat(problem.file()).isEqualTo("Plumbline_Action__c.csv");
            assertThat(problem.line()).isEqualTo(3);
        });
    }

    @Test
    @DisplayName("B9: bad rows are named with file and line, and the rest loads")
    void setsBadRowsAside() throws IOException {
        file(
                "Account.csv",
                "Id,Name,AnnualRevenue\n"
                        + ACCOUNT + ",Good,12\n"
                        + ACCOUNT + ",Twice,1\n"
                        + "0015g0000000002AAA,,1\n"
                        + "0015g0000000003AAA,Odd number,lots\n");

        SeedReport report = fill();

        assertThat(report.loaded()).containsEntry("Account", 2);
        assertThat(report.problems())
                .extracting(SeedProblem::kind, SeedProblem::line)
                .containsExactlyInAnyOrder(tuple(Kind.ROW, 3L), tuple(Kind.ROW, 4L), tuple(Kind.VALUE, 5L));
    }

    @Test
    void reportsAColumnThatIsNoFieldOnceWithTheRowsConcerned() throws IOException {
        file("Account.csv", "Name,Shoe_Size__c,Owner.Name,Plumbline_Flag__c\nA,44,X,\nB,,X,\nC,46,X,\n");

        SeedReport report = fill();

        assertThat(report.loaded()).containsEntry("Account", 3);
        assertThat(report.problems())
                .extracting(SeedProblem::kind, SeedProblem::detail, SeedProblem::rows)
                .containsExactlyInAnyOrder(
                        tuple(Kind.COLUMN, "Shoe_Size__c", 2L),
                        tuple(Kind.COLUMN, "Owner.Name", 3L),
                        tuple(Kind.COLUMN, "Plumbline_Flag__c", 0L));
    }

    @Test
    @DisplayName("E6: an empty cell and #N/A leave the field blank")
    void readsEmptyCellsAsBlank() throws IOException {
        file("Account.csv", "Id,Name,Industry,AnnualRevenue\n" + ACCOUNT + ",null,#N/A,\n");

        assertThat(fill().complete()).isTrue();
        StoredRecord account = Orgs.record(org, "Account", ACCOUNT);
        assertThat(account.get("Name")).isEqualTo("null");
        assertThat(account.get("Industry")).isNull();
        assertThat(account.get("AnnualRevenue")).isNull();
    }

    @Test
    void refusesAFolderThatDoesNotExist() {
        assertThatThrownBy(() -> Seed.named("no/such/folder"))
                .isInstanceOf(SeedFailedException.class)
                .hasMessageContaining("no/such/folder")
                .hasMessageContaining("Account.csv");
    }

    @Test
    void refusesAFolderThatHoldsNothingToLoad() throws IOException {
        file("README.md", "nothing here");
        assertThatThrownBy(this::fill)
                .isInstanceOf(SeedFailedException.class)
                .hasMessageContaining("holds no CSV or JSON file");

        file("Planet.csv", "Name\nMars\n");
        assertThatThrownBy(this::fill)
                .isInstanceOf(SeedFailedException.class)
                .hasMessageContaining("Nothing in the folder")
                .hasMessageContaining("Planet.csv");
    }

    @Test
    void emptySeedLoadsNothing() {
        assertThat(Seed.named("empty").fill(org).total()).isZero();
        assertThat(Orgs.fresh(org, "Account")).isEmpty();
    }

    private StoredRecord named(String object, String field, String value) {
        return Orgs.fresh(org, object).stream()
                .filter(record -> value.equals(record.get(field)))
                .findFirst()
                .orElseThrow();
    }

    private void file(String name, String content) throws IOException {
        Files.writeString(folder.resolve(name), content);
    }

    private SeedReport fill() {
        return Seed.named(folder.toString()).fill(org);
    }
}
