package io.plumbline.sandbox.seed.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.plumbline.sandbox.record.Org;
import io.plumbline.sandbox.record.store.StoredRecord;
import io.plumbline.sandbox.seed.Orgs;
import io.plumbline.sandbox.seed.Seed;
import io.plumbline.sandbox.seed.load.SeedProblem;
import io.plumbline.sandbox.seed.load.SeedProblem.Kind;
import io.plumbline.sandbox.seed.load.SeedReport;
import io.plumbline.sandbox.setup.OrgSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TreeFolderTest {

    private static final String ACCOUNTS = """
            {"records": [
              {"attributes": {"type": "Account", "referenceId": "A1"}, "Name": "Mother", "NumberOfEmployees": 12},
              {"attributes": {"type": "Account", "referenceId": "A2"}, "Name": "Daughter", "ParentId": "@A1"}
            ]}
            """;
    private static final String CONTACTS = """
            {"records": [
              {"attributes": {"type": "Contact", "referenceId": "C1"}, "LastName": "Known", "AccountId": "@A2",
               "Description": "@not a reference"},
              {"attributes": {"type": "Contact", "referenceId": "C2"}, "LastName": "Lost", "AccountId": "@A9"}
            ]}
            """;

    @TempDir
    Path folder;

    private final Org org = Orgs.standing(OrgSettings.plain());

    @Test
    void resolvesReferencesAcrossTheFilesOfAPlan() throws IOException {
        file("data-plan.json", """
                [{"sobject": "Contact", "resolveRefs": true, "files": ["Contacts.json"]},
                 {"sobject": "Account", "saveRefs": true, "files": ["Accounts.json"]}]""");
        file("Accounts.json", ACCOUNTS);
        file("Contacts.json", CONTACTS);

        SeedReport report = fill();

        StoredRecord daughter = named("Account", "Name", "Daughter");
        assertThat(daughter.get("ParentId"))
                .isEqualTo(named("Account", "Name", "Mother").id());
        StoredRecord known = named("Contact", "LastName", "Known");
        assertThat(known.get("AccountId")).isEqualTo(daughter.id());
        assertThat(known.get("Description")).isEqualTo("@not a reference");
        assertThat(report.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.kind()).isEqualTo(Kind.VALUE);
            assertThat(problem.file()).isEqualTo("Contacts.json");
            assertThat(problem.line()).isEqualTo(4);
            assertThat(problem.detail()).isEqualTo("AccountId @A9");
        });
    }

    @Test
    void readsBareTreesWithNestedChildren() throws IOException {
        file("tree.json", """
                {"records": [{"attributes": {"type": "Account", "referenceId": "A1"}, "Name": "Above",
                  "Contacts": {"records": [{"attributes": {"type": "Contact", "referenceId": "C1"}, "LastName": "Below"}]},
                  "Moons": {"records": [{"attributes": {"type": "Contact", "referenceId": "C2"}, "LastName": "Stray"}]}}]}""");

        SeedReport report = fill();

        assertThat(named("Contact", "LastName", "Below").get("AccountId"))
                .isEqualTo(named("Account", "Name", "Above").id());
        assertThat(report.problems()).extracting(SeedProblem::detail).containsExactly("Moons");
    }

    @Test
    void namesFilesThatThePlanLacksAndFilesThatLackAPlan() throws IOException {
        file("sample-plan.json", "[{\"sobject\": \"Account\", \"files\": [\"Accounts.json\", \"Gone.json\"]}]");
        file("Accounts.json", ACCOUNTS);
        file("Contacts.json", CONTACTS);

        SeedReport report = fill();

        assertThat(report.loaded()).containsOnlyKeys("Account");
        assertThat(report.problems())
                .extracting(SeedProblem::file, SeedProblem::reason)
                .containsExactlyInAnyOrder(
                        tuple("sample-plan.json", "lists a file that does not exist"),
                        tuple("Contacts.json", "is listed in no plan"));
    }

    @Test
    void reportsBrokenJsonWithItsLineAndLoadsTheRest() throws IOException {
        file("Accounts.json", ACCOUNTS);
        file("Broken.json", "{\"records\": [\n{\"attributes\": oops}\n]}");
        file("Other.json", "{\"name\": \"package\"}");

        SeedReport report = fill();

        assertThat(report.loaded()).containsEntry("Account", 2);
        assertThat(report.problems())
                .extracting(SeedProblem::file, SeedProblem::reason)
                .containsExactlyInAnyOrder(
                        tuple("Broken.json", "cannot be read as JSON"), tuple("Other.json", "is no tree file"));
        assertThat(report.toText()).contains("line 2");
    }

    @Test
    void setsASecondRecordOfTheSameReferenceIdAside() throws IOException {
        file("Accounts.json", ACCOUNTS);
        file(
                "More.json",
                "{\"records\": [{\"attributes\": {\"type\": \"Account\", \"referenceId\": \"A1\"}, \"Name\": \"X\"}]}");

        SeedReport report = fill();

        assertThat(report.loaded()).containsEntry("Account", 2);
        assertThat(report.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.file()).isEqualTo("More.json"));
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
