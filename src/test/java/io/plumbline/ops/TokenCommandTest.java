package io.plumbline.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.ops.start.ExitCode;
import io.plumbline.testing.SmallOrg;
import io.plumbline.testing.Trap;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tokens as whoever runs Plumbline makes, lists and revokes them. */
class TokenCommandTest {

    private static final Pattern TOKEN = Pattern.compile("plumbline_\\d+_([A-Za-z0-9_-]{43})\\b");

    @TempDir
    Path data;

    @Trap("L11")
    @Test
    void tokenIsShownOnceAndKeptNowhere() throws IOException {
        try (SmallOrg org = new SmallOrg()) {
            Map<String, String> environment = ShellRun.environment(org.sandbox, data);
            assertThat(ShellRun.of(environment, "token", "list").out()).contains("There is no token");

            ShellRun made = ShellRun.of(environment, "token", "new", "--name", "Flows of production");
            assertThat(made.exitCode()).as(made.said()).isZero();
            Matcher shown = TOKEN.matcher(made.out());
            assertThat(shown.find()).as(made.out()).isTrue();

            ShellRun listed = ShellRun.of(environment, "token", "list");
            assertThat(listed.out())
                    .startsWith("1  Flows of production, org 00D")
                    .contains("never used");
            assertThat(listed.said()).doesNotContain(shown.group(1));
            assertThat(everyFileBelow(data)).noneMatch(text -> text.contains(shown.group(1)));

            assertThat(ShellRun.of(environment, "token", "revoke", "1").out()).contains("not valid any more");
            assertThat(ShellRun.of(environment, "token", "list").out()).contains("revoked 20");
            ShellRun again = ShellRun.of(environment, "token", "revoke", "1");
            assertThat(again.exitCode()).isEqualTo(ExitCode.CONFIGURATION.number());
            assertThat(again.err()).contains("no valid token of the number 1", "plumbline token list");
        }
    }

    @Test
    void nameStaysInOneLine() {
        ShellRun run = ShellRun.of(Map.of(), "token", "new", "--name", "a\nb");

        assertThat(run.exitCode()).isEqualTo(ExitCode.CONFIGURATION.number());
        assertThat(run.err()).contains("in one line");
    }

    private static List<String> everyFileBelow(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(TokenCommandTest::bytes)
                    .toList();
        }
    }

    private static String bytes(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
