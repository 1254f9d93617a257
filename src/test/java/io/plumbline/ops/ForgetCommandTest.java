package io.plumbline.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.ops.start.ExitCode;
import io.plumbline.testing.SmallOrg;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForgetCommandTest {

    @TempDir
    Path data;

    private final SmallOrg org = new SmallOrg();
    private Map<String, String> environment;

    @BeforeEach
    void sync() {
        org.update("Contact", org.champion, "FirstName", "Jane", "LastName", "Forgettable");
        environment = ShellRun.environment(org.sandbox, data);
        assertThat(ShellRun.of(environment, "sync").exitCode()).isZero();
    }

    @AfterEach
    void close() {
        org.close();
    }

    @Test
    void tellsWhatIsKeptAndForgetsItWhenToldTo() throws IOException {
        assertThat(database()).as("it is there, in plain text").contains("Jane Forgettable");

        ShellRun told = ShellRun.of(environment, "forget", org.champion);

        assertThat(told.exitCode()).as(told.said()).isZero();
        assertThat(told.out())
                .contains("Kept of " + org.champion, "1  own records in the mirror")
                .contains("Salesforce still shows this record", "Nothing was changed. With --yes it is forgotten.")
                .doesNotContain("Jane");
        assertThat(database()).contains("Jane Forgettable");

        ShellRun done = ShellRun.of(environment, "forget", org.champion, "--yes");

        assertThat(done.out()).contains("Forgotten of " + org.champion, "Backups made before still hold it");
        assertThat(database()).as("not even in what the file has free").doesNotContain("Jane Forgettable");
        assertThat(ShellRun.of(environment, "forget", org.champion).out())
                .contains("Plumbline keeps nothing of " + org.champion);
    }

    @Test
    void findsWhoGoesByAnotherNameInOlderTexts() {
        ShellRun told = ShellRun.of(environment, "forget", "003000000000000AAA", "--name", "jane forgettable");

        assertThat(told.out()).contains("Plumbline keeps nothing of").as("a living record of another person");
        assertThat(ShellRun.of(environment, "forget", "003000000000000AAA", "--name", "Acme 2026")
                        .out())
                .contains("named in: copies of Salesforce records");
    }

    @Test
    void refusesWhatWouldBeFoundEverywhere() {
        ShellRun refused = ShellRun.of(environment, "forget", org.champion, "--name", "Al");

        assertThat(refused.exitCode()).isEqualTo(ExitCode.CONFIGURATION.number());
        assertThat(refused.err()).contains("--name 'Al' is too short");
    }

    @Test
    void refusesWhatIsNoId() {
        ShellRun refused = ShellRun.of(environment, "forget", "Jane");

        assertThat(refused.exitCode()).isEqualTo(ExitCode.CONFIGURATION.number());
        assertThat(refused.err()).contains("'Jane' is no Id of a record");
    }

    private String database() throws IOException {
        return Files.readString(data.resolve("plumbline.mv.db"), StandardCharsets.ISO_8859_1);
    }
}
