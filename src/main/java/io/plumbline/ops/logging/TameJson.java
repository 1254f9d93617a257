package io.plumbline.ops.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;
import io.plumbline.ops.text.OneLine;
import java.util.stream.Collectors;
import org.springframework.boot.json.JsonWriter.Members;
import org.springframework.boot.logging.structured.StructuredLoggingJsonMembersCustomizer;

/**
 * The values of a log line in JSON, without what ends a line or commands a terminal: JSON itself escapes only some of it,
 * and not every viewer reads it as JSON (trap L8). A stack trace keeps its lines, which JSON writes as {@code \n}.
 */
public final class TameJson implements StructuredLoggingJsonMembersCustomizer<ILoggingEvent> {

    private static final String TRACE = "stack_trace";

    @Override
    public void customize(Members<ILoggingEvent> members) {
        members.applyingValueProcessor((path, value) -> value instanceof String text
                ? String.valueOf(path).endsWith(TRACE) ? lineByLine(text) : OneLine.of(text)
                : value);
    }

    private static String lineByLine(String trace) {
        return trace.lines().map(OneLine::of).collect(Collectors.joining("\n"));
    }
}
