package io.plumbline.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.testing.SmallOrg;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainCommandTest {

    @TempDir
    Path data;

    private SmallOrg org;

    @BeforeEach
    void start() {
        org = new SmallOrg();
    }

    @AfterEach
    void stop() {
        org.close();
    }

    @Test
    void saysThatNothingWasReadYet() {
        ShellRun run = run("explain", "Acme");

        assertThat(run.exitCode()).isEqualTo(4);
        assertThat(run.err()).contains("Nothing was read", "plumbline sync --dry-run");
    }

    @Test
    void explainsAnAccountByNameOrIdWithoutACall() {
        assertThat(run("sync").exitCode()).isZero();
        int calls = org.sandbox.journal().entries(".*").size();

        ShellRun byName = run("explain", "acme", "--as-of", SmallOrg.TODAY.toString());

        assertThat(byName.exitCode()).as(byName.said()).isZero();
        assertThat(byName.out()).startsWith("Acme (001").contains("What would lift health most", "health:", "[00");
        String id = byName.out().substring("Acme (".length(), byName.out().indexOf(')'));
        assertThat(run("explain", id, "--as-of", SmallOrg.TODAY.toString()).out())
                .isEqualTo(byName.out());
        assertThat(org.sandbox.journal().entries(".*")).hasSize(calls);
    }

    @Test
    void asksWhichOneIsMeant() {
        assertThat(run("sync").exitCode()).isZero();

        ShellRun part = run("explain", "a");
        ShellRun nothing = run("explain", "no such account");

        assertThat(part.exitCode()).isEqualTo(4);
        assertThat(part.err()).contains("Which account is meant by 'a'", "(001");
        assertThat(nothing.err()).contains("No account 'no such account' was read");
    }

    private ShellRun run(String... arguments) {
        return ShellRun.of(ShellRun.environment(org.sandbox, data), arguments);
    }
}
