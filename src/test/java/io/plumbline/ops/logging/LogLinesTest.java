package io.plumbline.ops.logging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.LoggingEvent;
import io.plumbline.testing.Trap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

/** The pattern of the log that is delivered, over words that nobody would want in it. */
@Trap("L8")
class LogLinesTest {

    private static final String FORGED = "2031-01-01T00:00:00.000Z ERROR Sync forged";

    @ParameterizedTest
    @ValueSource(strings = {"\r\n", "\n", "\r", "\u0085", "\u2028", "\u2029", "\u000B", "\f"})
    void nothingThatEndsALineBeginsOne(String end) throws IOException {
        String name = "Acme" + end + FORGED;

        assertThat(logged("Account {} has no owner", name, null)).hasSize(1);
        assertThat(logged("went wrong", "", new IllegalStateException(name, new IllegalArgumentException(name))))
                .hasSizeGreaterThan(2)
                .satisfies(lines -> assertThat(lines.getFirst()).endsWith("went wrong"))
                .satisfies(lines -> assertThat(lines.subList(1, lines.size()))
                        .allMatch(line -> line.startsWith("\t"))
                        .anyMatch(line -> line.contains("Acme")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u001B[31m", "\u009B31m", "\u0000", "\u0007", "\b\b\b", "\u202E", "\u2066", "\u007F"})
    void nothingCommandsATerminalOrTurnsTheWriting(String command) throws IOException {
        String name = "Acme" + command + "red";

        List<String> lines = logged("Account {}", name, new IllegalStateException(name));

        assertThat(String.join("", lines)).doesNotContainPattern("[\\p{Cc}\\u202E\\u2066&&[^\\t]]");
    }

    @Test
    void namesOfAllScriptsStayAsTheyAre() throws IOException {
        String name = "Österåker, 株式会社, شرکت\u200Cها, 👩\u200D💼";

        assertThat(logged("Account {}", name, null).getFirst()).endsWith(" Account " + name);
    }

    private static List<String> logged(String message, String argument, @Nullable Throwable thrown) throws IOException {
        LoggerContext context = new LoggerContext();
        PatternLayout layout = new PatternLayout();
        layout.getInstanceConverterMap().put("oneLine", OneLineMessage::new);
        layout.getInstanceConverterMap().put("tameTrace", TameTrace::new);
        layout.setContext(context);
        layout.setPattern(pattern());
        layout.start();
        LoggingEvent event = new LoggingEvent(
                "", context.getLogger("io.plumbline.flow.Sync"), Level.WARN, message, thrown, new Object[] {argument});
        // As a reader of the log takes it apart, whatever ends lines for him.
        return layout.doLayout(event)
                .lines()
                .flatMap(line -> List.of(line.split("[\\v]")).stream())
                .toList();
    }

    private static String pattern() throws IOException {
        Map<String, Map<String, Map<String, String>>> settings =
                new Yaml().load(Files.readString(Path.of("src", "main", "resources", "application.yaml")));
        return settings.get("logging").get("pattern").get("console");
    }
}
