package io.plumbline.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.sandbox.Sandbox;
import io.plumbline.sandbox.SandboxOptions;
import io.plumbline.sandbox.record.Org;
import io.plumbline.sandbox.record.VirtualClock;
import io.plumbline.sandbox.schema.PermissionSet;
import io.plumbline.sandbox.schema.SchemaReader;
import io.plumbline.sandbox.setup.OrgSettings;
import io.plumbline.testing.Trap;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever is wrong ends in words that say what, where, who can fix it and how; in its exit code; and in no write. */
class BadInputTest {

    private static final Path METADATA = Path.of("salesforce-metadata");

    @TempDir
    Path data;

    @TempDir
    Path folder;

    private Sandbox sandbox;

    @BeforeEach
    void startTheOrg() throws IOException {
        sandbox = start(METADATA);
    }

    @AfterEach
    void nothingWasWritten() {
        assertThat(sandbox.journal().effects()).isEmpty();
        sandbox.close();
    }

    @Test
    void wrongSecretIsTheConfigurationsFault() {
        Map<String, String> environment = ShellRun.environment(sandbox, data);
        environment.put("PLUMBLINE_CLIENT_SECRET", "canary-8f1c-not-the-secret");

        ShellRun run = ShellRun.of(environment, "sync");

        assertThat(run.exitCode()).as(run.said()).isEqualTo(4);
        assertThat(run.said()).contains("not started", "secret", "External Client App");
        assertThat(run.said()).as("trap L1").doesNotContain("canary-8f1c");
    }

    @Test
    void unreachableHostIsAFailureThatMayPass() throws IOException {
        Map<String, String> environment = ShellRun.environment(sandbox, data);
        environment.put("PLUMBLINE_INSTANCE_URL", "http://localhost:" + closedPort());

        ShellRun run = ShellRun.of(environment, "sync");

        assertThat(run.exitCode()).as(run.said()).isEqualTo(3);
        assertThat(run.said()).contains("failed", "localhost");
    }

    @Test
    void missingCustomFieldIsNamedWithWhoDeploysIt() throws IOException {
        sandbox.close();
        copyMetadata();
        remove("Plumbline_Health__c");
        sandbox = start(folder);

        ShellRun run = ShellRun.of(ShellRun.environment(sandbox, data), "sync");

        assertThat(run.exitCode()).as(run.said()).isEqualTo(4);
        assertThat(oneLine(run))
                .contains("Account.Plumbline_Health__c", "deploys salesforce-metadata", "Plumbline_Integration");
    }

    @Test
    void missingPermissionIsNamedWithWhoGrantsIt() throws IOException {
        sandbox.close();
        copyMetadata();
        Path permissions = find("Plumbline_Integration.permissionset-meta.xml");
        Files.writeString(
                permissions,
                Files.readString(permissions)
                        .replaceAll(
                                "(?s)<editable>true</editable>(\\s*)<field>Account.Plumbline_Band__c</field>",
                                "<editable>false</editable>$1<field>Account.Plumbline_Band__c</field>"));
        sandbox = start(folder);

        ShellRun run = ShellRun.of(ShellRun.environment(sandbox, data), "sync");

        assertThat(run.exitCode()).as(run.said()).isEqualTo(4);
        assertThat(oneLine(run))
                .contains("Account.Plumbline_Band__c can be read but not edited", "Plumbline_Integration");
    }

    @Trap("I5")
    @Test
    void malformedYamlIsNamedWithFileAndLine() throws IOException {
        Files.writeString(folder.resolve("connector.yaml"), "schedule:\n  everyMinutes: 15\n write: {}\n");

        ShellRun run = configured("sync");

        assertThat(run.exitCode()).as(run.said()).isEqualTo(4);
        assertThat(run.err()).contains("connector.yaml:3");
        assertThat(run.err().lines()).hasSizeLessThan(6);
    }

    @Test
    void everyProblemOfEveryFileIsToldAtOnce() throws IOException {
        Files.writeString(folder.resolve("connector.yaml"), "shedule: {everyMinutes: 15}\n");
        Files.writeString(folder.resolve("tasks.yaml"), "openStatus: [1]\n");

        ShellRun run = configured("sync");

        assertThat(run.exitCode()).isEqualTo(4);
        assertThat(run.err()).contains("connector.yaml:1", "schedule", "tasks.yaml:1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PLUMBLINE_CLIENT_SECRET | CLIENT_SECRET is not set",
                "PLUMBLINE_CLIENT_ID | CLIENT_ID is not set",
                "PLUMBLINE_INSTANCE_URL | INSTANCE_URL is not set"
            })
    void halfAConfigurationIsAnErrorAndNeverTheDemo(String missing, String message) {
        Map<String, String> environment = ShellRun.environment(sandbox, data);
        environment.remove(missing);

        for (String command : new String[] {"sync", "serve", ""}) {
            ShellRun run = command.isEmpty() ? ShellRun.of(environment) : ShellRun.of(environment, command);
            assertThat(run.exitCode()).as(run.said()).isEqualTo(4);
            assertThat(run.err()).contains(message);
            assertThat(run.out()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"sync", "serve"})
    void neitherSyncNorServeFallsBackToTheSandbox(String command) {
        ShellRun run = ShellRun.of(Map.of(), command);

        assertThat(run.exitCode()).isEqualTo(4);
        assertThat(run.err()).contains("No org is configured", "plumbline demo");
    }

    @Test
    void anotherDaysVerdictIsNeverWrittenToARealOrg() {
        Map<String, String> environment = ShellRun.environment(sandbox, data);
        environment.put("PLUMBLINE_INSTANCE_URL", "https://acme.my.salesforce.com");

        ShellRun run = ShellRun.of(environment, "sync", "--as-of", "2026-01-31");

        assertThat(run.exitCode()).isEqualTo(4);
        assertThat(run.err()).contains("--as-of", "--dry-run");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"synk | sync", "sync --dryrun | --dry-run", "sync --as-of yesterday | yesterday"})
    void wordsThatAreNoCommandGetTheNearestOne(String words, String hint) {
        ShellRun run = ShellRun.of(ShellRun.environment(sandbox, data), words.split(" "));

        assertThat(run.exitCode()).isEqualTo(4);
        assertThat(run.err()).contains(hint, "--help");
    }

    @ParameterizedTest
    @CsvSource({"serve", "demo"})
    void portThatIsTakenIsNamed(String command) throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            ShellRun run = ShellRun.of(
                    ShellRun.environment(sandbox, data), command, "--port", String.valueOf(taken.getLocalPort()));

            assertThat(run.exitCode()).as(run.said()).isEqualTo(4);
            assertThat(run.err()).contains("Port " + taken.getLocalPort() + " is taken", "--port");
        }
    }

    @Test
    void seedThatIsNotThereIsOneSentence() {
        ShellRun run = ShellRun.of(
                Map.of(), "sandbox", "--seed", folder.resolve("nowhere").toString());

        assertThat(run.exitCode()).isEqualTo(4);
        assertThat(run.err()).contains("There is no folder", "nowhere");
    }

    private ShellRun configured(String command) {
        Map<String, String> environment = ShellRun.environment(sandbox, data);
        environment.put("PLUMBLINE_CONFIG", folder.toString());
        return ShellRun.of(environment, command);
    }

    private static Sandbox start(Path metadata) throws IOException {
        SchemaReader.Deployed deployed = SchemaReader.read(metadata, false);
        PermissionSet granted = deployed.permissionSets().get("Plumbline_Integration");
        Org org = new Org(
                OrgSettings.plain(),
                deployed.schema(),
                granted,
                VirtualClock.standing(Instant.parse("2026-06-30T06:00:00Z")));
        return Sandbox.start(org, SandboxOptions.defaults());
    }

    private void copyMetadata() throws IOException {
        Files.walkFileTree(METADATA, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Path copy = folder.resolve(METADATA.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** As an org where the field was never deployed: neither the field nor a grant of it. */
    private void remove(String field) throws IOException {
        Files.delete(find(field + ".field-meta.xml"));
        try (var files = Files.walk(folder)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".permissionset-meta.xml"))
                    .toList()) {
                Files.writeString(
                        file,
                        Files.readString(file)
                                .replaceAll(
                                        "(?s)<fieldPermissions>\\s*<editable>\\w+</editable>\\s*<field>Account." + field
                                                + "</field>.*?</fieldPermissions>",
                                        ""));
            }
        }
        // The flag formulas read it.
        for (String formula : new String[] {"Plumbline_Flag__c", "Plumbline_Plan_Flag__c"}) {
            assertThat(find(formula + ".field-meta.xml")).exists();
        }
    }

    private Path find(String name) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(path -> path.getFileName().toString().equals(name))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** The summary wraps its lines. */
    private static String oneLine(ShellRun run) {
        return run.said().replaceAll("\\s+", " ");
    }
}
