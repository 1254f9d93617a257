package io.plumbline.ops;

import io.plumbline.assess.AssessmentJson;
import io.plumbline.assess.AssessmentModel;
import io.plumbline.assess.Band;
import io.plumbline.config.Configuration;
import io.plumbline.config.Environment;
import io.plumbline.config.policy.AssessmentPolicy;
import io.plumbline.config.yaml.YamlFile;
import io.plumbline.dossier.json.DossierJson;
import io.plumbline.dossier.json.DossierLine;
import io.plumbline.dossier.json.MalformedDossierException;
import io.plumbline.ops.start.ExitCode;
import io.plumbline.ops.terminal.ProgressLine;
import io.plumbline.ops.terminal.ProgressText;
import io.plumbline.ops.terminal.Terminal;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Judges dossiers that somebody else put together; reads no org and writes none. */
@Command(
        name = "assess",
        mixinStandardHelpOptions = true,
        description = {
            "Reads dossiers from standard input, one JSON object a line, and prints an assessment for each.",
            "A line that is no dossier is reported with its number, and the rest go on; the exit code is 2 then."
        })
final class AssessCommand implements Callable<Integer> {

    private final Map<String, String> variables;

    @Option(names = "--policy", paramLabel = "FILE", description = "An assessment.yaml; without it the configured one.")
    private @Nullable Path policy;

    @Option(
            names = "--locale",
            paramLabel = "TAG",
            description = "Whose dates and numbers the sentences have, such as de-DE; without it those that all read.")
    private @Nullable String locale;

    @Option(
            names = "--explain",
            description = {
                "Adds to each assessment an 'explanation': for every number its inputs, with records, weights, thresholds",
                "and pieces of curves, as a tree."
            })
    private boolean explain;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    AssessCommand(Map<String, String> variables) {
        this.variables = variables;
    }

    @Override
    public Integer call() throws IOException {
        AssessmentModel model = new AssessmentModel(policy(), locale());
        AssessmentJson json = new AssessmentJson();
        DossierJson dossiers = new DossierJson();
        PrintWriter out = spec.commandLine().getOut();
        boolean complete = true;
        AtomicLong done = new AtomicLong();
        try (ProgressLine progress = ProgressLine.start(
                        Terminal.besideTheAnswer(variables),
                        () -> ProgressText.counted("Judged", done.get(), "accounts"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            long number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (line.isBlank()) {
                    continue;
                }
                done.incrementAndGet();
                try {
                    DossierLine dossier = dossiers.read(number == 1 ? withoutByteOrderMark(line) : line);
                    out.println(
                            explain
                                    ? json.write(model.explain(dossier.dossier(), previous(dossier)))
                                    : json.write(model.assess(dossier.dossier(), previous(dossier))));
                } catch (MalformedDossierException unreadable) {
                    complete = false;
                    spec.commandLine().getErr().println("Line " + number + ": " + unreadable.getMessage() + ".");
                } catch (NumberFormatException infinite) {
                    complete = false;
                    spec.commandLine()
                            .getErr()
                            .println("Line " + number
                                    + ": Its numbers are so large, or so small to divide by, that no number"
                                    + " is left of them; a currency field of Salesforce holds up to 18 digits.");
                }
            }
        }
        out.flush();
        return (complete ? ExitCode.COMPLETE : ExitCode.PARTIAL).number();
    }

    /** Windows programs put one before the first line of a file. */
    private static String withoutByteOrderMark(String line) {
        return line.startsWith("\uFEFF") ? line.substring(1) : line;
    }

    private Locale locale() {
        try {
            return locale == null
                    ? Locale.ROOT
                    : new Locale.Builder().setLanguageTag(locale).build();
        } catch (IllformedLocaleException notATag) {
            throw new ParameterException(
                    spec.commandLine(), "--locale is '" + locale + "', but is to be a language tag such as de-DE.");
        }
    }

    private AssessmentPolicy policy() {
        return policy == null
                ? Configuration.load(Environment.read(variables).configFolder()).policy()
                : AssessmentPolicy.load(YamlFile.read(policy));
    }

    private static @Nullable Band previous(DossierLine line) {
        return line.previousBand()
                .flatMap(name -> Arrays.stream(Band.values())
                        .filter(band -> band.name().equals(name))
                        .findFirst())
                .orElse(null);
    }
}
