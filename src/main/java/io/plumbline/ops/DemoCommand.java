package io.plumbline.ops;

import io.plumbline.config.Configuration;
import io.plumbline.config.Connection;
import io.plumbline.config.Credentials;
import io.plumbline.config.Environment;
import io.plumbline.config.InstanceUrl;
import io.plumbline.config.Secret;
import io.plumbline.flow.Sync;
import io.plumbline.flow.SyncRequest;
import io.plumbline.flow.SyncSummary;
import io.plumbline.ops.access.OneTimeLink;
import io.plumbline.ops.start.ConnectorApplication;
import io.plumbline.ops.start.ExitCode;
import io.plumbline.ops.start.Lifetime;
import io.plumbline.ops.storage.DataFolder;
import io.plumbline.ops.text.SummaryText;
import io.plumbline.sandbox.Sandbox;
import io.plumbline.sandbox.SeededOrg;
import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.Callable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows everything on an org of its own: no real Salesforce is spoken to, whatever the environment says. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description =
                "Starts a small Salesforce org on this machine, syncs it once and leaves a page with the verdicts.")
final class DemoCommand implements Callable<Integer> {

    private final Map<String, String> variables;

    @Option(names = "--port", paramLabel = "N", defaultValue = "8080", description = "Port of the page (8080).")
    private int port;

    @Option(names = "--once", description = "End after the summary instead of leaving the page.")
    private boolean once;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    DemoCommand(Map<String, String> variables) {
        this.variables = variables;
    }

    @Override
    public Integer call() throws InterruptedException {
        Configuration configuration =
                Configuration.load(Environment.read(variables).configFolder());
        SeededOrg seeded = SandboxCommand.fill("demo");
        PrintWriter out = spec.commandLine().getOut();
        try (Sandbox sandbox = SandboxCommand.start(seeded, 0);
                ConfigurableApplicationContext context = ConnectorApplication.withPagesApart(
                        configuration, connectionTo(sandbox), DataFolder.settings(DataFolder.forDemo()), port)) {
            out.println("This is a demo: an invented org in an embedded Salesforce at " + sandbox.instanceUrl()
                    + ". Nothing leaves this machine.");
            out.println();
            SyncSummary summary = context.getBean(Sync.class).run(SyncRequest.today());
            out.print(SummaryText.of(summary));
            if (!once && ExitCode.of(summary.status()) == ExitCode.COMPLETE) {
                out.println();
                out.println("  Every account with its verdict, by a link that works once:");
                out.println("  http://localhost:" + ConnectorApplication.portOf(context)
                        + context.getBean(OneTimeLink.class).issue());
                out.println("  (Ctrl-C ends the demo)");
                out.flush();
                new Lifetime(context).await();
            }
            out.flush();
            return ExitCode.of(summary.status()).number();
        }
    }

    private static Connection connectionTo(Sandbox sandbox) {
        return new Connection(
                InstanceUrl.of(sandbox.instanceUrl()),
                new Credentials.ClientCredentials(sandbox.clientId(), Secret.of(sandbox.clientSecret())));
    }
}
