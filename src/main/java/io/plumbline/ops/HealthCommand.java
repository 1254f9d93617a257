package io.plumbline.ops;

import io.plumbline.ops.start.ExitCode;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Whether the Plumbline that serves on this machine is up, for a container's health check. */
@Command(
        name = "health",
        mixinStandardHelpOptions = true,
        description = "Asks the Plumbline that serves on this machine whether it is up; exit code 0 when it is.")
final class HealthCommand implements Callable<Integer> {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    @Option(names = "--port", paramLabel = "N", defaultValue = "8080", description = "Port it serves on (8080).")
    private int port;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() {
        String said = said();
        spec.commandLine().getOut().println(said);
        return (said.equals("UP") ? ExitCode.COMPLETE : ExitCode.FAILED).number();
    }

    /** A container asks every half minute, and starting the JDK's newer client takes a quarter of a second of CPU. */
    private String said() {
        try {
            HttpURLConnection asked = (HttpURLConnection) URI.create("http://localhost:" + port + "/actuator/health")
                    .toURL()
                    .openConnection(Proxy.NO_PROXY);
            asked.setConnectTimeout((int) PATIENCE.toMillis());
            asked.setReadTimeout((int) PATIENCE.toMillis());
            int status = asked.getResponseCode();
            asked.disconnect();
            return status == 200 ? "UP" : "It answers, and is not up (" + status + ").";
        } catch (IOException silent) {
            return "Nothing answers on port " + port + ".";
        }
    }
}
