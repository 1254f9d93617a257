package io.plumbline.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.ops.storage.DataFolder;
import io.plumbline.sandbox.Sandbox;
import io.plumbline.sandbox.SandboxOptions;
import io.plumbline.sandbox.SeededOrg;
import io.plumbline.sandbox.record.VirtualClock;
import io.plumbline.sandbox.seed.Seed;
import io.plumbline.testing.SmallOrg;
import io.plumbline.testing.Trap;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The check-up as somebody who installs the connector runs it: everything at once, and nothing changed by it. */
class DoctorCommandTest {

    @TempDir
    Path folder;

    private Path data;
    private SmallOrg org;

    @BeforeEach
    void start() {
        data = folder.resolve("data");
        org = new SmallOrg();
    }

    @AfterEach
    void nothingWasWritten() {
        assertThat(org.sandbox.journal().effects()).isEmpty();
        org.close();
    }

    @Test
    void demoOrgIsFitToWorkWithAndIsToldInFull() throws IOException {
        SeededOrg seeded = SeededOrg.of(Seed.named("demo"), VirtualClock.running(Instant.now()));
        try (Sandbox demo = Sandbox.start(seeded.org(), SandboxOptions.defaults())) {
            ShellRun run = ShellRun.of(ShellRun.environment(demo, data), "doctor");

            assertThat(run.exitCode()).as(run.said()).isZero();
            assertThat(oneLine(run))
                    .contains(
                            "Signed in as integration@",
                            "Plumbline Demo, a sandbox, Enterprise Edition",
                            "65.0, one of",
                            "clock agrees with Salesforce's",
                            "19 fields of accounts can be written",
                            "Plumbline_Plan__c holds",
                            "1 EUR = 1.08 USD",
                            "belong to 1 inactive person",
                            "Nothing keeps Plumbline from working");
            assertThat(run.out())
                    .endsWith(demo.journal().entries("soap.*").size() + " API calls." + System.lineSeparator());
            assertThat(demo.journal().effects()).isEmpty();
            assertThat(data).as("nothing is made that is not there").doesNotExist();
        }
    }

    @Test
    void tellsAllThatIsWrongAtOnce() throws IOException {
        org.sandbox.levers().setFieldPermission("Account", "Plumbline_Band__c", true, false);
        org.sandbox.levers().setFieldPermission("Opportunity", "Amount", false, false);
        org.update("User", org.sam, "IsActive", false);
        org.update("User", org.mary, "IsActive", false);
        Path configuration = Files.createDirectories(folder.resolve("config"));
        Files.writeString(
                configuration.resolve("connector.yaml"),
                Files.readString(Path.of("connector-config", "connector.yaml"))
                        .replace("# fallbackPerson: sales.operations@acme", "fallbackPerson: nobody@acme"));
        Map<String, String> environment = environment();
        environment.put("PLUMBLINE_CONFIG", configuration.toString());

        ShellRun run = ShellRun.of(environment, "doctor");

        assertThat(run.exitCode()).as(run.said()).isEqualTo(4);
        assertThat(oneLine(run))
                .contains("No user that can be seen is nobody@acme.example")
                .contains("Account.Plumbline_Band__c can be read but not edited", "Plumbline_Integration")
                .contains("Opportunity.Amount cannot be seen")
                .contains("3 accounts belong to 2 inactive people (")
                .containsPattern("\\((Sam, Mary|Mary, Sam)\\)");
    }

    /** More than one question asks for: whoever is not looked up would seem to have nobody above. */
    @Test
    void managersOfVeryManyInactiveOwnersAreFound() {
        for (int i = 0; i < 201; i++) {
            String owner = org.user("Gone" + i, org.mary);
            org.account("Left by " + i, owner);
            org.update("User", owner, "IsActive", false);
        }

        ShellRun run = ShellRun.of(environment(), "doctor");

        assertThat(oneLine(run))
                .contains("201 accounts belong to 201 inactive people", "and 191 more)")
                .contains("Their tasks go to active managers above them.");
    }

    @Test
    @Trap({"A6", "L1"})
    void refusedSignInNamesTheCureOnceAndHidesNoOtherCheck() {
        Map<String, String> environment = environment();
        environment.put("PLUMBLINE_CLIENT_SECRET", "canary-8f1c-not-the-secret");

        ShellRun run = ShellRun.of(environment, "doctor");

        assertThat(run.exitCode()).as(run.said()).isEqualTo(4);
        assertThat(oneLine(run))
                .contains("PROBLEM Sign-in", "External Client App Manager", "Not checked, because nobody could sign in")
                .contains("ok Address", "ok Disk");
        assertThat(run.said()).doesNotContain("canary-8f1c");
    }

    @Test
    void orgThatDoesNotAnswerMayAnswerLater() throws IOException {
        Map<String, String> environment = environment();
        try (ServerSocket closed = new ServerSocket(0)) {
            environment.put("PLUMBLINE_INSTANCE_URL", "http://localhost:" + closed.getLocalPort());
        }

        ShellRun run = ShellRun.of(environment, "doctor");

        assertThat(run.exitCode()).as(run.said()).isEqualTo(3);
        assertThat(oneLine(run)).contains("PROBLEM Address", "ok Disk");
    }

    @Test
    void withoutAnOrgTheRestIsCheckedAllTheSame() {
        ShellRun run = ShellRun.of(Map.of("PLUMBLINE_DATA", data.toString()), "doctor");

        assertThat(run.exitCode()).isEqualTo(4);
        assertThat(oneLine(run))
                .contains(
                        "No org is configured", "PLUMBLINE_INSTANCE_URL", "Not checked, because no org is configured");
        assertThat(oneLine(run)).contains("ok Configuration", "ok Disk");
    }

    @Test
    void diskOfTheDataFolderIsOfNoAccountWhereTheDataLieElsewhere() {
        ShellRun run = ShellRun.of(
                Map.of("PLUMBLINE_DATA", data.toString(), "SPRING_DATASOURCE_URL", "jdbc:h2:mem:elsewhere"), "doctor");

        assertThat(oneLine(run)).contains("- Disk Not checked, because the data lie in the database of");
    }

    @Test
    @Trap("G8")
    void afterASyncTellsWhoLogsNothing() {
        org.account("Birch", org.mary);
        ShellRun.of(environment(), "sync");
        org.sandbox.journal().reset();

        ShellRun run = ShellRun.of(environment(), "doctor");

        assertThat(run.exitCode()).as(run.said()).isZero();
        assertThat(oneLine(run))
                .contains("Mary owns 2 accounts and took part in no activity that can be seen", "tables of version")
                .contains("its syncs used");
    }

    @Test
    void dataThatAnotherPlumblineHasIsLeftAlone() throws IOException {
        ShellRun.of(environment(), "sync");
        org.sandbox.journal().reset();

        try (DataFolder busy = DataFolder.open(Optional.of(data))) {
            ShellRun run = ShellRun.of(environment(), "doctor");

            assertThat(run.exitCode()).as(run.said()).isZero();
            assertThat(oneLine(run)).contains("Not checked, because another Plumbline is at work on");
            assertThat(busy).isNotNull();
        }
    }

    @Test
    void jsonHasTheDocumentedKeys() {
        ShellRun run = ShellRun.of(environment(), "doctor", "--json");

        JsonNode told = new JsonMapper().readTree(run.out());
        assertThat(told.path("result").asString()).isIn("ok", "warning");
        assertThat(told.path("apiCalls").asInt()).isPositive();
        assertThat(told.path("checks").valueStream().map(line -> line.path("id").asString()))
                .contains(
                        "configuration",
                        "address",
                        "api-version",
                        "clock",
                        "sign-in",
                        "org",
                        "budget",
                        "fields",
                        "plans",
                        "activity",
                        "owners",
                        "currencies",
                        "visibility",
                        "database",
                        "disk");
        assertThat(told.path("checks").valueStream())
                .allSatisfy(line -> assertThat(line.propertyNames())
                        .containsExactly("id", "state", "subject", "says", "advice", "passes"));
    }

    private Map<String, String> environment() {
        return ShellRun.environment(org.sandbox, data);
    }

    private static String oneLine(ShellRun run) {
        return run.said().replaceAll("\\s+", " ");
    }
}
