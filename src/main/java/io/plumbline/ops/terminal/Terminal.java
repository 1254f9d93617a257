package io.plumbline.ops.terminal;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** A screen whose last line can be written over. */
@FunctionalInterface
public interface Terminal {

    /** Puts a line in the place of the last one shown; an empty one clears it. */
    void show(String line);

    /** The one that standard error goes to; empty when that is a file, a pipe or a log. */
    static Optional<Terminal> ofStandardError(Map<String, String> variables) {
        return isTerminal(2, variables) ? Optional.of(on(System.err)) : Optional.empty();
    }

    /** As {@link #ofStandardError}, for a command whose answer is long: where that is shown as well, it tells enough. */
    static Optional<Terminal> besideTheAnswer(Map<String, String> variables) {
        return isTerminal(1, variables) ? Optional.empty() : ofStandardError(variables);
    }

    private static Terminal on(PrintStream stream) {
        return line -> {
            byte[] over = ("\r\u001B[2K" + line).getBytes(StandardCharsets.UTF_8);
            stream.write(over, 0, over.length);
            stream.flush();
        };
    }

    private static boolean isTerminal(int stream, Map<String, String> variables) {
        if (variables.getOrDefault("TERM", "dumb").equals("dumb")) {
            return false;
        }
        Path open = Path.of("/proc/self/fd/" + stream);
        try {
            if (Files.exists(open)) {
                return open.toRealPath().toString().matches("/dev/(pts/\\d+|tty.*|console)");
            }
        } catch (IOException unknown) {
            return false;
        }
        return System.console() != null;
    }
}
