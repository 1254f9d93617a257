package io.plumbline.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.testing.Golden;
import io.plumbline.testing.Trap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigCheckCommandTest {

    private static final Golden GOLDEN = Golden.beside(ConfigCheckCommandTest.class);

    @TempDir
    Path folder;

    @Test
    void soundConfigurationIsToldInFullWithoutAnOrg() {
        ShellRun run = ShellRun.of(Map.of(), "config", "check");

        assertThat(run.exitCode()).as(run.said()).isZero();
        GOLDEN.assertMatches("config-check-shipped.txt", run.out());
    }

    @Test
    void scopeAndBoundsAreThoseOfTheFolder() throws IOException {
        Files.writeString(
                folder.resolve("connector.yaml"),
                Files.readString(Path.of("connector-config", "connector.yaml"))
                        .replace("# scope: Type = 'Customer' AND Plumbline_Tier__c != null", "scope: Type = 'Customer'")
                        .replace("tasks: true ", "tasks: false "));

        ShellRun run = check();

        assertThat(run.exitCode()).as(run.said()).isZero();
        assertThat(run.out())
                .contains(folder.resolve("connector.yaml").toString(), "mapping.yaml (as shipped)")
                .contains(
                        "SELECT Id, SystemModstamp FROM Account WHERE (Type = 'Customer') ORDER BY Id",
                        "no tasks (write.tasks)")
                .doesNotContain("Plumbline_Key__c != null");
    }

    @Test
    @Trap("I5")
    void everyProblemOfEveryFileIsToldAtOnce() throws IOException {
        Files.writeString(folder.resolve("connector.yaml"), "shedule: {everyMinutes: 15}\n");
        Files.writeString(folder.resolve("tasks.yaml"), "openStatus: [1]\n");

        ShellRun run = check();

        assertThat(run.exitCode()).isEqualTo(4);
        assertThat(run.err()).contains("connector.yaml:1", "schedule", "tasks.yaml:1");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void configAloneNamesWhatItCanDo() {
        ShellRun run = ShellRun.of(Map.of(), "config");

        assertThat(run.exitCode()).isEqualTo(4);
        assertThat(run.err()).contains("plumbline config check");
    }

    private ShellRun check() {
        return ShellRun.of(Map.of("PLUMBLINE_CONFIG", folder.toString()), "config", "check");
    }
}
