package io.plumbline.ops.logging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import io.plumbline.config.Secret;
import io.plumbline.testing.Trap;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.logging.logback.StructuredLogEncoder;
import org.springframework.core.env.Environment;
import org.springframework.mock.env.MockEnvironment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The log that machines read, over words that nobody would want in it. */
class JsonLogTest {

    @Trap("L8")
    @ParameterizedTest
    @ValueSource(strings = {"\r\n", "\n", "\u0085", "\u2028", "\u2029", "\u001B[31m", "\u009B31m", "\u0000", "\u202E"})
    void noNameEndsALineOrCommandsATerminal(String end) {
        String name = "Acme" + end + "{\"message\":\"forged\"}";

        String line = logged("Account {}", name, new IllegalStateException(name));

        assertThat(line).endsWith("\n");
        assertThat(line.strip()).doesNotContainPattern("[\\p{Cc}\\u2028\\u2029\\u202E]");
        JsonNode read = new JsonMapper().readTree(line);
        assertThat(read.path("message").asString()).startsWith("Account Acme").contains("forged");
        assertThat(read.path("error").path("stack_trace").asString()).contains("IllegalStateException", "\n");
    }

    @Test
    void tellsWhoseRunItBelongsTo() {
        JsonNode read = new JsonMapper().readTree(logged("Begun", "", null));

        assertThat(read.path("org").asString()).isEqualTo("00D000000000001EAA");
        assertThat(read.path("run").asString()).isEqualTo("17");
        assertThat(read.path("service").path("name").asString()).isEqualTo("plumbline");
        assertThat(read.path("log").path("level").asString()).isEqualTo("INFO");
    }

    @Trap("L1")
    @Test
    void aSecretIsNoMoreReadableHere() {
        assertThat(logged("Signing in with {}", Secret.of("open sesame"), null)).doesNotContain("sesame");
    }

    private static String logged(String message, Object argument, @Nullable Throwable thrown) {
        LoggerContext context = new LoggerContext();
        context.putObject(
                Environment.class.getName(),
                new MockEnvironment()
                        .withProperty("logging.structured.json.customizer", TameJson.class.getName())
                        .withProperty("logging.structured.ecs.service.name", "plumbline"));
        StructuredLogEncoder encoder = new StructuredLogEncoder();
        encoder.setContext(context);
        encoder.setFormat("ecs");
        encoder.start();
        LoggingEvent event = new LoggingEvent(
                "test", context.getLogger("io.plumbline.flow.Sync"), Level.INFO, message, thrown, new Object[] {argument
                });
        event.setMDCPropertyMap(Map.of("org", "00D000000000001EAA", "run", "17"));
        return new String(encoder.encode(event), StandardCharsets.UTF_8);
    }
}
