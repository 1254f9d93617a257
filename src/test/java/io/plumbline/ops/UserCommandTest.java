package io.plumbline.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.testing.Trap;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Users made, listed and removed by command. */
class UserCommandTest {

    private static final String PASSWORD = "true as a plumb line";

    @TempDir
    Path data;

    private final InputStream terminal = System.in;

    @AfterEach
    void giveBack() {
        System.setIn(terminal);
    }

    @Test
    void userIsAddedListedGivenAnotherPasswordAndRemoved() {
        assertThat(user(PASSWORD, "list").out()).contains("Nobody may sign in by a password yet");
        assertThat(user(PASSWORD, "add", "Mara", "--role", "operator", "--see-names")
                        .out())
                .contains("mara may sign in as operator and sees names.");
        assertThat(user(PASSWORD, "add", "tom", "--role", "viewer").out()).contains("sees Ids, no names");
        assertThat(user("", "list").out())
                .containsSubsequence("mara", "operator", "sees names", "tom", "viewer", "sees Ids");
        assertThat(user("another long password", "password", "mara").out()).contains("mara has another password now");
        assertThat(user("", "remove", "tom").out()).contains("tom can sign in no more");
        assertThat(user("", "list").out()).contains("mara").doesNotContain("tom");
    }

    @Test
    void whatCannotBeIsRefusedWithWhatToDo() {
        user(PASSWORD, "add", "mara", "--role", "viewer");

        assertThat(user(PASSWORD, "add", "MARA", "--role", "viewer")).satisfies(run -> {
            assertThat(run.exitCode()).isEqualTo(4);
            assertThat(run.err()).contains("There is a user mara already");
        });
        assertThat(user(PASSWORD, "add", "ann", "--role", "admin").err()).contains("give viewer or operator");
        assertThat(user("short", "add", "ann", "--role", "viewer").err()).contains("at least 12 characters");
        assertThat(user("", "add", "ann", "--role", "viewer").err()).contains("No password came by standard input");
        assertThat(user(PASSWORD, "add", "a b", "--role", "viewer").err()).contains("cannot be a name");
        assertThat(user(PASSWORD, "password", "ann").err()).contains("There is no user ann");
        assertThat(user("", "remove", "ann").err()).contains("There is no user ann");
        assertThat(user("", "list").out()).doesNotContain("ann");
    }

    @Trap("L1")
    @Test
    void passwordIsKeptAsAHashAlone() throws Exception {
        ShellRun added = user(PASSWORD, "add", "mara", "--role", "viewer");

        assertThat(added.said()).doesNotContain(PASSWORD);
        try (Stream<Path> files = Files.walk(data)) {
            assertThat(files.filter(Files::isRegularFile))
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                            .doesNotContain(PASSWORD));
        }
    }

    private ShellRun user(String input, String... arguments) {
        System.setIn(new ByteArrayInputStream((input.isEmpty() ? "" : input + "\n").getBytes(StandardCharsets.UTF_8)));
        return ShellRun.of(
                Map.of("PLUMBLINE_DATA", data.toString()),
                Stream.concat(Stream.of("user"), Stream.of(arguments)).toArray(String[]::new));
    }
}
