package io.plumbline.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** CI plays the whole of it with the delivered program; here is what it must never begin. */
class WarmUpCommandTest {

    @Test
    @DisplayName(
            "it goes nowhere near a database that the environment names, which Spring would take for its invented org")
    void refusesSomebodysDatabase() {
        ShellRun run = ShellRun.of(Map.of("SPRING_DATASOURCE_URL", "jdbc:postgresql://localhost/plumbline"), "warm-up");

        assertThat(run.exitCode()).isEqualTo(4);
        assertThat(run.err()).contains("SPRING_", "env -i").hasLineCount(1);
    }
}
