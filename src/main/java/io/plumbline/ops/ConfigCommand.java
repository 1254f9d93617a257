package io.plumbline.ops;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What can be done with the configuration alone. */
@Command(
        name = "config",
        mixinStandardHelpOptions = true,
        description = "Works on the configuration without an org.",
        subcommands = ConfigCheckCommand.class)
final class ConfigCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "Which? 'plumbline config check' checks the configuration.");
    }
}
