package io.plumbline.ops;

import io.plumbline.config.Configuration;
import io.plumbline.config.Connection;
import io.plumbline.config.ConsoleSettings;
import io.plumbline.config.Environment;
import io.plumbline.ops.access.LocalUsers;
import io.plumbline.ops.start.ConnectorApplication;
import io.plumbline.ops.start.ExitCode;
import io.plumbline.ops.start.Lifetime;
import io.plumbline.ops.start.Org;
import io.plumbline.ops.start.RefusedCommandException;
import io.plumbline.ops.storage.DataPlace;
import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.Callable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Stays, syncs on the schedule of connector.yaml and shows its pages. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = "Stays, syncs on the schedule of connector.yaml, and shows its pages to whoever may sign in.")
final class ServeCommand implements Callable<Integer> {

    private final Map<String, String> variables;

    @Option(names = "--port", paramLabel = "N", defaultValue = "8080", description = "Port of the pages (8080).")
    private int port;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    ServeCommand(Map<String, String> variables) {
        this.variables = variables;
    }

    @Override
    public Integer call() throws InterruptedException {
        Environment environment = Environment.read(variables);
        Connection connection = Org.namedBy(environment);
        Configuration configuration = Configuration.load(environment.configFolder());
        ConsoleSettings console = consoleSettings();
        try (DataPlace data = DataPlace.open(environment);
                ConfigurableApplicationContext context = ConnectorApplication.withPages(
                        configuration, connection, console, data.settings(), port, SyncSchedule.class)) {
            PrintWriter out = spec.commandLine().getOut();
            out.println("Plumbline works for " + connection.instanceUrl() + ", every "
                    + configuration.connector().schedule().every().toMinutes()
                    + " minutes. Its pages are on http://localhost:" + ConnectorApplication.portOf(context) + ".");
            if (console.oidc().isEmpty()
                    && context.getBean(LocalUsers.class).all().isEmpty()) {
                out.println(
                        "Nobody can sign in yet: end this, run 'plumbline user add NAME --role operator --see-names',"
                                + " and start again.");
            }
            out.flush();
            new Lifetime(context).await();
            return ExitCode.COMPLETE.number();
        }
    }

    private ConsoleSettings consoleSettings() {
        ConsoleSettings settings = ConsoleSettings.read(variables);
        if (!settings.problems().isEmpty()) {
            throw new RefusedCommandException(String.join(System.lineSeparator(), settings.problems()));
        }
        return settings;
    }
}
