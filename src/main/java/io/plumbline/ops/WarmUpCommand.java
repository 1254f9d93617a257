package io.plumbline.ops;

import io.plumbline.ops.start.RefusedCommandException;
import io.plumbline.ops.storage.DataFolder;
import io.plumbline.sandbox.Sandbox;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/**
 * What Java learns from, when it writes down for later starts which classes are needed and what they are like: the commands
 * that people start again and again, once through. The launcher lets it run so; by itself it changes nothing.
 */
@Command(
        name = "warm-up",
        mixinStandardHelpOptions = true,
        description =
                "Goes through the usual commands in an invented org of its own. The launcher has Java remember what"
                        + " that took, so that later commands start sooner.")
final class WarmUpCommand implements Callable<Integer> {

    private static final List<List<String>> USUAL = List.of(
            List.of("config", "check"),
            List.of("doctor"),
            List.of("sync"),
            List.of("sync"),
            List.of("explain", "Weserblick Reederei"));

    private final Map<String, String> variables;

    WarmUpCommand(Map<String, String> variables) {
        this.variables = variables;
    }

    @Override
    public Integer call() {
        // Spring would take a database from there before ours, and that one is somebody's.
        if (variables.keySet().stream().anyMatch(name -> name.startsWith("SPRING_"))) {
            throw new RefusedCommandException(
                    "The environment has variables that begin with SPRING_, which this command is"
                            + " not to work on: start it with 'env -i', as the launcher bin/plumbline does.");
        }
        try (Sandbox sandbox = SandboxCommand.start(SandboxCommand.fill("demo"), 0)) {
            Map<String, String> toTheSandbox = Map.of(
                    "PLUMBLINE_INSTANCE_URL", sandbox.instanceUrl(),
                    "PLUMBLINE_CLIENT_ID", sandbox.clientId(),
                    "PLUMBLINE_CLIENT_SECRET", sandbox.clientSecret(),
                    "PLUMBLINE_DATA", DataFolder.forDemo().toString());
            return USUAL.stream()
                    .mapToInt(words -> executed(toTheSandbox, words))
                    .max()
                    .orElseThrow();
        }
    }

    private static int executed(Map<String, String> environment, List<String> words) {
        return PlumblineCommand.line(environment)
                .setOut(new PrintWriter(Writer.nullWriter()))
                .execute(words.toArray(String[]::new));
    }
}
