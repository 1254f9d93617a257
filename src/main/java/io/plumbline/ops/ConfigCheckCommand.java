package io.plumbline.ops;

import io.plumbline.config.Configuration;
import io.plumbline.config.Environment;
import io.plumbline.ops.doctor.ConfigurationText;
import io.plumbline.ops.start.ExitCode;
import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Reads the configuration and tells what it says; asks no org. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = {
            "Lists every problem of the four files at once, with file and line; else the SOQL of each source, the fields"
                    + " that are written and the limits in force.",
            "Asks no org: 'plumbline doctor' does. Exit code 0 when the configuration is sound, 4 when it is not."
        })
final class ConfigCheckCommand implements Callable<Integer> {

    private final Map<String, String> variables;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    ConfigCheckCommand(Map<String, String> variables) {
        this.variables = variables;
    }

    @Override
    public Integer call() {
        Environment environment = Environment.read(variables);
        Configuration configuration = Configuration.load(environment.configFolder());
        PrintWriter out = spec.commandLine().getOut();
        out.print(ConfigurationText.of(configuration, environment.configFolder()));
        out.flush();
        return ExitCode.COMPLETE.number();
    }
}
