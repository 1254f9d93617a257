package io.plumbline.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.ops.storage.DataFolder;
import io.plumbline.sandbox.Sandbox;
import io.plumbline.sandbox.SandboxOptions;
import io.plumbline.sandbox.SeededOrg;
import io.plumbline.sandbox.record.VirtualClock;
import io.plumbline.sandbox.seed.Seed;
import io.plumbline.sandbox.soql.ResultRow;
import io.plumbline.sandbox.soql.Soql;
import io.plumbline.testing.SmallOrg;
import io.plumbline.testing.Trap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A preview as sales operations runs it, watched from the org's side. */
class PreviewCommandTest {

    private static final Pattern PROMISED =
            Pattern.compile("would write (\\d+) fields on (\\d+) accounts and open (\\d+) tasks");

    @TempDir
    Path folder;

    /**
     * What the preview shows is what the sync then does, and the preview does none of it. Without names none of the names that
     * stand in the org stands in any file.
     */
    @Test
    @Trap("L10")
    void previewOfTheDemoPromisesWhatTheSyncThenWritesAndNamesNobodyWhenAskedTo() throws IOException {
        try (Sandbox demo = demo()) {
            Map<String, String> environment = ShellRun.environment(demo, folder.resolve("data"));

            ShellRun preview = ShellRun.of(environment, "preview", "--without-names", "--out", out());

            assertThat(preview.exitCode()).as(preview.said()).isZero();
            assertThat(preview.out()).contains("120 accounts judged, nothing written", "no sync has kept");
            assertThat(demo.journal().effects()).as("nothing was written").isEmpty();
            assertThat(folder.resolve("data")).as("nor left behind").doesNotExist();
            List<String> names = names(demo);
            assertThat(names).hasSizeGreaterThan(500);
            try (Stream<Path> files = Files.list(Path.of(out()))) {
                for (Path file : files.toList()) {
                    String text = Files.readString(file);
                    assertThat(names.stream().filter(text::contains))
                            .as("%s", file)
                            .isEmpty();
                }
            }

            ShellRun sync = ShellRun.of(environment, "sync");

            Matcher promised = PROMISED.matcher(preview.out().replace(",", ""));
            assertThat(promised.find()).isTrue();
            assertThat(sync.out().replace(",", ""))
                    .contains("Written: " + promised.group(1) + " fields on " + promised.group(2) + " accounts")
                    .contains(promised.group(3) + " created");
        }
    }

    /** Whatever stands in the journal, the outbox, the mirror and the verdicts stands there afterwards. */
    @Test
    void previewAfterASyncGoesByItsDataAndLeavesThemAlone() throws Exception {
        try (SmallOrg org = new SmallOrg()) {
            Path data = folder.resolve("data");
            Map<String, String> environment = ShellRun.environment(org.sandbox, data);
            ShellRun.of(environment, "sync");
            org.meeting(org.brook, org.champion, SmallOrg.TODAY.minusDays(1));
            org.sandbox.journal().reset();
            String before = everything(data);

            ShellRun preview = ShellRun.of(environment, "preview", "--out", out());

            assertThat(preview.exitCode()).as(preview.said()).isZero();
            assertThat(preview.out()).doesNotContain("What earlier syncs found was not at hand");
            assertThat(org.sandbox.journal().effects()).isEmpty();
            assertThat(everything(data)).isEqualTo(before);
        }
    }

    @Test
    void planBeyondTheBoundsIsToldBeforeASyncStopsAtIt() throws IOException {
        try (SmallOrg org = new SmallOrg()) {
            Map<String, String> environment = ShellRun.environment(org.sandbox, folder.resolve("data"));
            ShellRun.of(environment, "sync");
            Path strict = Files.createDirectories(folder.resolve("strict"));
            Files.writeString(
                    strict.resolve("connector.yaml"),
                    Files.readString(Path.of("connector-config", "connector.yaml"))
                            .replace("touchedShare: 0.9 ", "touchedShare: 0 ")
                            .replace("fromAccounts: 20 ", "fromAccounts: 1 "));
            environment.put("PLUMBLINE_CONFIG", strict.toString());
            org.goOn(Duration.ofDays(30));

            ShellRun preview = ShellRun.of(environment, "preview", "--out", out());

            assertThat(preview.exitCode()).as(preview.said()).isZero();
            assertThat(Files.readString(Path.of(out(), "report.html")))
                    .contains("A sync would stop and write none of this", "--accept");
        }
    }

    @Test
    void dataThatAnotherPlumblineHasIsNotWaitedFor() throws IOException {
        try (SmallOrg org = new SmallOrg()) {
            Path data = folder.resolve("data");
            Map<String, String> environment = ShellRun.environment(org.sandbox, data);
            ShellRun.of(environment, "sync");
            org.sandbox.journal().reset();

            try (DataFolder busy = DataFolder.open(Optional.of(data))) {
                ShellRun preview = ShellRun.of(environment, "preview", "--out", out());

                assertThat(preview.exitCode()).as(preview.said()).isZero();
                assertThat(preview.out().replaceAll("\\s+", " "))
                        .contains("What earlier syncs found was not at hand, because another Plumbline is at work on");
                assertThat(busy).isNotNull();
            }
            assertThat(org.sandbox.journal().effects()).isEmpty();
        }
    }

    @Test
    void anotherPolicyIsComparedWithoutReadingOnceMore() throws IOException {
        try (SmallOrg org = new SmallOrg()) {
            Map<String, String> environment = ShellRun.environment(org.sandbox, folder.resolve("data"));
            ShellRun.of(environment, "preview", "--out", out());
            long alone = org.sandbox.journal().entries("soap.query*").size();
            org.sandbox.journal().reset();
            Path other = Files.createDirectories(folder.resolve("other"));
            Files.writeString(
                    other.resolve("tasks.yaml"),
                    Files.readString(Path.of("connector-config", "tasks.yaml"))
                            .replaceFirst("currency:\\s+make: true", "currency:\n    make: false"));

            ShellRun compared = ShellRun.of(environment, "preview", "--against", other.toString(), "--out", out());

            assertThat(compared.exitCode()).as(compared.said()).isZero();
            assertThat(org.sandbox.journal().entries("soap.query*")).hasSize((int) alone);
            assertThat(Files.readString(Path.of(out(), "comparison.html")))
                    .contains("Tasks opened now and not then", "Bring the account plan of Acme up to date");
        }
    }

    @Test
    void anotherMappingIsReadBesidesAndJudgedByItsOwnRows() throws IOException {
        try (SmallOrg org = new SmallOrg()) {
            Path other = Files.createDirectories(folder.resolve("other"));
            Files.writeString(
                    other.resolve("connector.yaml"),
                    Files.readString(Path.of("connector-config", "connector.yaml"))
                            .replace(
                                    "# scope: Type = 'Customer' AND Plumbline_Tier__c != null",
                                    "scope: Name = 'Acme'"));

            ShellRun compared = ShellRun.of(
                    ShellRun.environment(org.sandbox, folder.resolve("data")),
                    "preview",
                    "--against",
                    other.toString(),
                    "--out",
                    out());

            assertThat(compared.exitCode()).as(compared.said()).isZero();
            assertThat(Files.readString(Path.of(out(), "comparison.html")))
                    .contains("2 accounts would no longer be judged");
            assertThat(org.sandbox.journal().effects()).isEmpty();
        }
    }

    @Test
    void folderToCompareWithThatIsNotThereIsNamedBeforeTheOrgIsAsked() {
        try (SmallOrg org = new SmallOrg()) {
            ShellRun preview = ShellRun.of(
                    ShellRun.environment(org.sandbox, folder.resolve("data")),
                    "preview",
                    "--against",
                    folder.resolve("nowhere").toString());

            assertThat(preview.exitCode()).as(preview.said()).isEqualTo(4);
            assertThat(preview.err())
                    .contains("nowhere (--against) is no folder")
                    .doesNotContain("PLUMBLINE_CONFIG");
            assertThat(org.sandbox.journal().entries("soap.*")).isEmpty();
        }
    }

    @Test
    void orgThatRefusesTheSecretGivesNoFiles() {
        try (SmallOrg org = new SmallOrg()) {
            Map<String, String> environment = ShellRun.environment(org.sandbox, folder.resolve("data"));
            environment.put("PLUMBLINE_CLIENT_SECRET", "canary-8f1c-not-the-secret");

            ShellRun preview = ShellRun.of(environment, "preview", "--out", out());

            assertThat(preview.exitCode()).as(preview.said()).isEqualTo(4);
            assertThat(preview.said()).contains("secret", "External Client App").doesNotContain("canary-8f1c");
            assertThat(Path.of(out())).doesNotExist();
        }
    }

    private static Sandbox demo() throws IOException {
        SeededOrg seeded = SeededOrg.of(Seed.named("demo"), VirtualClock.standing(SmallOrg.MORNING));
        return Sandbox.start(seeded.org(), SandboxOptions.defaults());
    }

    private static List<String> names(Sandbox demo) {
        List<String> names = new ArrayList<>();
        Soql soql = new Soql(demo.org());
        for (String object :
                List.of("Account", "Contact", "User", "Opportunity", "Plumbline_Plan__c", "Plumbline_Stakeholder__c")) {
            for (ResultRow row : soql.query(demo.org().administrator(), "SELECT Name FROM " + object)
                    .rows()) {
                names.add(String.valueOf(row.get("Name")));
            }
        }
        return names.stream().filter(name -> name.length() > 4).distinct().toList();
    }

    private static String everything(Path data) throws SQLException {
        StringBuilder all = new StringBuilder();
        try (Connection database =
                        DriverManager.getConnection(DataFolder.databaseIn(data), DataFolder.DATABASE_USER, "");
                Statement statement = database.createStatement();
                ResultSet lines = statement.executeQuery("SCRIPT")) {
            while (lines.next()) {
                all.append(lines.getString(1)).append('\n');
            }
        }
        return all.toString();
    }

    private String out() {
        return folder.resolve("preview").toString();
    }
}
