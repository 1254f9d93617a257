package io.plumbline.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.ops.start.ExitCode;
import io.plumbline.ops.storage.DataFolder;
import io.plumbline.testing.SmallOrg;
import io.plumbline.testing.Trap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person does to keep the data, to have them back, and to go on with another version of the program. */
class BackupCommandTest {

    @TempDir
    Path place;

    @Test
    void whatWasRestoredElsewhereIsWhatWasBackedUp() throws IOException {
        Path backup = place.resolve("plumbline.sql.gz");
        try (SmallOrg org = new SmallOrg()) {
            Map<String, String> here = ShellRun.environment(org.sandbox, place.resolve("here"));
            Map<String, String> elsewhere = ShellRun.environment(org.sandbox, place.resolve("elsewhere"));
            assertThat(ShellRun.of(here, "sync").exitCode()).isZero();
            List<String> inTheOrg = org.verdicts();
            String explained = ShellRun.of(here, "explain", org.acme).out();

            assertThat(ShellRun.of(here, "backup", backup.toString()).said()).contains("Wrote " + backup);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(backup)))
                    .isEqualTo("rw-------");
            assertThat(ShellRun.of(elsewhere, "restore", backup.toString()).exitCode())
                    .isZero();

            assertThat(ShellRun.of(elsewhere, "explain", org.acme).out()).isEqualTo(explained);
            ShellRun next = ShellRun.of(elsewhere, "sync");
            assertThat(next.exitCode()).as(next.said()).isZero();
            assertThat(org.verdicts()).as("it knows what it wrote").isEqualTo(inTheOrg);

            assertThat(ShellRun.of(here, "backup", backup.toString()).err()).contains("is there already");
            assertThat(ShellRun.of(elsewhere, "restore", backup.toString()).err())
                    .contains("holds a database already");
        }
        assertThat(names(place)).as("nothing unfinished is left").noneMatch(name -> name.startsWith(".plumbline"));
        assertThat(names(place.resolve("elsewhere"))).noneMatch(name -> name.startsWith(".plumbline"));
    }

    @Test
    void aFileThatIsNoBackupLeavesTheFolderAsItWas() throws IOException {
        Path file = Files.writeString(place.resolve("notes.txt"), "Call them on Monday.");
        Map<String, String> environment =
                Map.of("PLUMBLINE_DATA", place.resolve("data").toString());

        ShellRun refused = ShellRun.of(environment, "restore", file.toString());

        assertThat(refused.exitCode()).isNotZero();
        assertThat(refused.err()).contains("could not be restored", "Is it a file that 'plumbline backup' wrote");
        assertThat(DataFolder.databaseFile(place.resolve("data"))).doesNotExist();
    }

    @Test
    void thereMustBeSomethingToBackUp() {
        ShellRun refused = ShellRun.of(
                Map.of("PLUMBLINE_DATA", place.toString()),
                "backup",
                place.resolve("x.gz").toString());

        assertThat(refused.exitCode()).isEqualTo(ExitCode.CONFIGURATION.number());
        assertThat(refused.err()).contains("There is no database in " + place);
    }

    @Test
    void aServersOwnToolIsNamed() {
        Map<String, String> environment = Map.of("SPRING_DATASOURCE_URL", "jdbc:postgresql://db/plumbline");

        assertThat(ShellRun.of(environment, "backup", "x.dump").err())
                .contains("'pg_dump --format=custom --file=x.dump plumbline'");
        assertThat(ShellRun.of(environment, "restore", "x.dump").err()).contains("pg_restore");
    }

    /** An older program must not write into tables it does not know. */
    @Trap("K10")
    @Test
    void dataOfANewerProgramAreRefusedInASentence() throws SQLException {
        try (SmallOrg org = new SmallOrg()) {
            Map<String, String> environment = ShellRun.environment(org.sandbox, place);
            assertThat(ShellRun.of(environment, "sync").exitCode()).isZero();
            try (Connection database =
                            DriverManager.getConnection(DataFolder.databaseIn(place), DataFolder.DATABASE_USER, "");
                    Statement statement = database.createStatement()) {
                statement.execute("""
                        insert into "flyway_schema_history" ("installed_rank", "version", "description", "type", "script",
                            "checksum", "installed_by", "execution_time", "success")
                        values (9999, '9001', 'later', 'SQL', 'V9001__later.sql', 1, 'plumbline', 1, true)
                        """);
            }

            ShellRun refused = ShellRun.of(environment, "sync");

            assertThat(refused.exitCode()).isEqualTo(ExitCode.CONFIGURATION.number());
            assertThat(refused.err())
                    .contains("The data were last used by a newer Plumbline (schema 9001)", "nothing was changed")
                    .doesNotContain("\tat ");
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.map(path -> path.getFileName().toString()).toList();
        }
    }
}
