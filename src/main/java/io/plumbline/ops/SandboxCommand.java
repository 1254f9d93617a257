package io.plumbline.ops;

import io.plumbline.ops.start.ExitCode;
import io.plumbline.ops.start.RefusedCommandException;
import io.plumbline.sandbox.Sandbox;
import io.plumbline.sandbox.SandboxOptions;
import io.plumbline.sandbox.SeededOrg;
import io.plumbline.sandbox.record.VirtualClock;
import io.plumbline.sandbox.seed.Seed;
import io.plumbline.sandbox.seed.SeedFailedException;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Starts the embedded Salesforce alone. */
@Command(
        name = "sandbox",
        mixinStandardHelpOptions = true,
        description = {
            "Starts the embedded Salesforce on this machine and prints one JSON line with instanceUrl, accessToken,"
                    + " clientId and clientSecret when it is ready. Ends with Ctrl-C."
        })
final class SandboxCommand implements Callable<Integer> {

    @Option(names = "--port", paramLabel = "N", defaultValue = "0", description = "Its port; any free one by default.")
    private int port;

    @Option(
            names = "--seed",
            paramLabel = "SEED",
            defaultValue = "demo",
            description = "demo, empty, or a folder of <Object>.csv files or of an 'sf data import tree' plan (demo).")
    private String seed = "demo";

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        SeededOrg seeded = fill(seed);
        try (Sandbox sandbox = start(seeded, port)) {
            if (!seeded.report().complete()) {
                spec.commandLine().getErr().println(seeded.report().toText());
            }
            PrintWriter out = spec.commandLine().getOut();
            out.println(line(sandbox));
            out.flush();
            new CountDownLatch(1).await();
            return ExitCode.COMPLETE.number();
        }
    }

    static SeededOrg fill(String seed) {
        try {
            return SeededOrg.of(Seed.named(seed), VirtualClock.running(Instant.now()));
        } catch (SeedFailedException unusable) {
            throw new RefusedCommandException(String.valueOf(unusable.getMessage()));
        }
    }

    static Sandbox start(SeededOrg seeded, int port) {
        try {
            return Sandbox.start(seeded.org(), SandboxOptions.defaults().onPort(port));
        } catch (IOException taken) {
            throw new RefusedCommandException("The sandbox cannot listen on port " + port + " (" + taken.getMessage()
                    + "). Give another one with --port, or 0 for any free one.");
        }
    }

    private static String line(Sandbox sandbox) {
        Map<String, String> line = new LinkedHashMap<>();
        line.put("instanceUrl", sandbox.instanceUrl());
        line.put("accessToken", sandbox.accessToken());
        line.put("clientId", sandbox.clientId());
        line.put("clientSecret", sandbox.clientSecret());
        return new JsonMapper().writeValueAsString(line);
    }
}
