package io.plumbline.ops;

import io.plumbline.config.Environment;
import io.plumbline.config.SecretFiles;
import io.plumbline.ops.start.ExitCode;
import io.plumbline.ops.start.FailureReport;
import io.plumbline.ops.start.Org;
import io.plumbline.ops.start.WrongUsage;
import io.plumbline.ops.user.UserCommand;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * The command {@code plumbline}. Without a subcommand it serves the org that the environment names, shows the demo when
 * it names none, and says what is missing when it names half of one.
 */
@Command(
        name = "plumbline",
        mixinStandardHelpOptions = true,
        version = "Plumbline 0.1.0",
        description = "Keeps strategic account plans in Salesforce true.",
        synopsisSubcommandLabel =
                "[demo | doctor | config check | preview | serve | health | sync | explain | forget | backup | restore | token | user | sandbox | assess | warm-up]",
        footer = {
            "",
            "Connection, by environment:",
            "  PLUMBLINE_INSTANCE_URL   My Domain of the org, https://...my.salesforce.com",
            "  PLUMBLINE_CLIENT_ID      consumer key of the External Client App",
            "  PLUMBLINE_CLIENT_SECRET  its consumer secret (client credentials flow), or",
            "                           (a secret may stand in a file instead: the same name with _FILE names it)",
            "  PLUMBLINE_JWT_KEY_FILE   a private key in PEM form and",
            "  PLUMBLINE_USERNAME       the integration user's name (JWT bearer flow)",
            "  PLUMBLINE_CONFIG         folder with connector.yaml and its neighbours (default: as shipped)",
            "  PLUMBLINE_DATA           folder of the mirror (default: plumbline-data in the current folder)",
            "  PLUMBLINE_ADDRESS        where 'serve' listens (default: 127.0.0.1, this machine alone)",
            "  PLUMBLINE_LOG            'json' for a log that machines read (default: text)",
            "",
            "Exit codes: 0 complete, 2 partial, 3 failed, 4 configuration."
        },
        subcommands = {
            DemoCommand.class,
            DoctorCommand.class,
            ConfigCommand.class,
            PreviewCommand.class,
            ServeCommand.class,
            SyncCommand.class,
            ExplainCommand.class,
            HealthCommand.class,
            ForgetCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            TokenCommand.class,
            UserCommand.class,
            SandboxCommand.class,
            AssessCommand.class,
            WarmUpCommand.class
        })
public final class PlumblineCommand implements Callable<Integer> {

    /** Each a file of the same name beside {@code ops.logging}. */
    private static final Set<String> LOGS = Set.of("text", "json");

    private final Map<String, String> environment;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    private PlumblineCommand(Map<String, String> environment) {
        this.environment = environment;
    }

    /** Runs the command with this process's environment and streams. */
    public static int run(String... arguments) {
        return run(
                System.getenv(),
                new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8),
                arguments);
    }

    /** Runs the command as a test does, with everything it takes from outside given to it. */
    static int run(Map<String, String> variables, PrintWriter out, PrintWriter err, String... arguments) {
        SecretFiles.Read read = SecretFiles.read(variables);
        List<String> problems = new ArrayList<>(read.problems());
        String log = variables.getOrDefault("PLUMBLINE_LOG", "text");
        if (!LOGS.contains(log)) {
            problems.add("PLUMBLINE_LOG is '" + log + "': give json, or text, which it is without.");
        }
        if (!problems.isEmpty()) {
            problems.forEach(err::println);
            return ExitCode.CONFIGURATION.number();
        }
        return line(read.variables())
                .setOut(out)
                .setErr(err)
                .setExitCodeExceptionMapper(failure -> ExitCode.FAILED.number())
                .setParameterExceptionHandler(new WrongUsage())
                .setExecutionExceptionHandler(new FailureReport())
                .execute(arguments);
    }

    /** The command with all its subcommands and options. */
    static CommandLine line(Map<String, String> environment) {
        return new CommandLine(new PlumblineCommand(environment), new CommandFactory(environment));
    }

    @Override
    public Integer call() {
        String command = switch (Environment.read(environment).connection()) {
            case Environment.Configured configured -> "serve";
            case Environment.Nothing nothing -> "demo";
            case Environment.Incomplete half -> throw Org.incomplete(half.problems());
        };
        return Objects.requireNonNull(spec.commandLine().getSubcommands().get(command))
                .execute();
    }
}
