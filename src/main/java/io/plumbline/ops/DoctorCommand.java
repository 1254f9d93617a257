package io.plumbline.ops;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.plumbline.config.Configuration;
import io.plumbline.config.Connection;
import io.plumbline.config.Environment;
import io.plumbline.config.yaml.ConfigurationException;
import io.plumbline.flow.OrgDoor;
import io.plumbline.flow.checkup.Checkup;
import io.plumbline.flow.checkup.CheckupLine;
import io.plumbline.ops.doctor.CheckupJson;
import io.plumbline.ops.doctor.CheckupText;
import io.plumbline.ops.doctor.DiskCheck;
import io.plumbline.ops.start.ExitCode;
import io.plumbline.ops.storage.DataFolder;
import io.plumbline.ops.storage.FoundDatabase;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Looks at everything that Plumbline needs, and tells all that is wrong at once. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = {
            "Checks configuration, sign-in, org, API calls, fields and permissions, plans, activity, owners, currencies,"
                    + " clock, database and disk. Changes nothing; takes about 30 API calls.",
            "Exit code 0 when nothing keeps Plumbline from working, 3 when what does may pass by itself, 4 when somebody"
                    + " has to act."
        })
final class DoctorCommand implements Callable<Integer> {

    private final Map<String, String> variables;

    @Option(names = "--json", description = "As JSON, for programs.")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    DoctorCommand(Map<String, String> variables) {
        this.variables = variables;
    }

    @Override
    public Integer call() {
        // What is wrong with the database is told in a line of ours; its own words would end up amid the JSON.
        LoggingSystem.get(DoctorCommand.class.getClassLoader()).setLogLevel("org.flywaydb", LogLevel.OFF);
        Environment environment = Environment.read(variables);
        List<CheckupLine> loading = new ArrayList<>();
        Configuration configuration = configuration(environment, loading);
        Checkup checkup = new Checkup(configuration, Clock.systemUTC());
        checkup.add(loading);
        long calls;
        try (FoundDatabase data = FoundDatabase.open(environment)) {
            calls = asked(checkup, configuration, environment, data);
            checkup.database(data.database(), data.because());
            checkup.add(data.lines());
        }
        checkup.add(List.of(
                environment.ownDatabase().isPresent()
                        ? DiskCheck.elsewhere()
                        : DiskCheck.of(DataFolder.named(environment.dataFolder()))));
        print(heading(environment), checkup.lines(), calls);
        return exitCode(checkup.lines()).number();
    }

    private static long asked(
            Checkup checkup, Configuration configuration, Environment environment, FoundDatabase data) {
        return switch (environment.connection()) {
            case Environment.Configured configured ->
                checkup.org(
                        configured.connection(),
                        OrgDoor.to(
                                configured.connection(),
                                configuration.connector().api(),
                                new SimpleMeterRegistry(),
                                Clock.systemUTC()),
                        data.database());
            case Environment.Nothing nothing -> {
                checkup.add(List.of(CheckupLine.problem(
                        "environment",
                        "Environment",
                        "No org is configured.",
                        "Whoever runs Plumbline sets PLUMBLINE_INSTANCE_URL, PLUMBLINE_CLIENT_ID and"
                                + " PLUMBLINE_CLIENT_SECRET (or PLUMBLINE_JWT_KEY_FILE and PLUMBLINE_USERNAME).")));
                checkup.withoutOrg("no org is configured.");
                yield 0L;
            }
            case Environment.Incomplete half -> {
                checkup.add(half.problems().stream()
                        .map(problem -> CheckupLine.problem("environment", "Environment", problem, ""))
                        .toList());
                checkup.withoutOrg("the org is only half configured.");
                yield 0L;
            }
        };
    }

    /** What is configured, else what is shipped. @param told takes in what came of loading it */
    private static Configuration configuration(Environment environment, List<CheckupLine> told) {
        try {
            Configuration configuration = Configuration.load(environment.configFolder());
            told.add(sound(environment));
            return configuration;
        } catch (ConfigurationException refused) {
            refused.problems()
                    .forEach(problem -> told.add(CheckupLine.problem(
                            "configuration",
                            "Configuration",
                            problem.toString(),
                            "Sales operations mends the file; the checks below went by the shipped configuration.")));
            return Configuration.shipped();
        }
    }

    private static CheckupLine sound(Environment environment) {
        return CheckupLine.ok(
                "configuration",
                "Configuration",
                environment
                        .configFolder()
                        .map(folder -> "Sound, from " + folder + ".")
                        .orElse("Sound, as shipped."));
    }

    private static String heading(Environment environment) {
        String org = environment.connection() instanceof Environment.Configured configured
                ? " for " + address(configured.connection())
                : "";
        return "Plumbline doctor" + org;
    }

    private static String address(Connection connection) {
        return connection.instanceUrl().toString();
    }

    private void print(String heading, List<CheckupLine> lines, long calls) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(CheckupJson.of(lines, calls));
        } else {
            out.print(CheckupText.of(heading, lines, calls));
        }
        out.flush();
    }

    private static ExitCode exitCode(List<CheckupLine> lines) {
        Optional<CheckupLine> toMend = lines.stream()
                .filter(line -> line.state() == CheckupLine.State.PROBLEM && !line.passing())
                .findFirst();
        if (toMend.isPresent()) {
            return ExitCode.CONFIGURATION;
        }
        return lines.stream().anyMatch(line -> line.state() == CheckupLine.State.PROBLEM)
                ? ExitCode.FAILED
                : ExitCode.COMPLETE;
    }
}
