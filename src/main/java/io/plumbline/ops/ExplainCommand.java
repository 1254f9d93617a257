package io.plumbline.ops;

import io.plumbline.assess.Assessment;
import io.plumbline.assess.ExplanationText;
import io.plumbline.config.Environment;
import io.plumbline.crm.RecordId;
import io.plumbline.flow.Inquiry;
import io.plumbline.journal.Answer;
import io.plumbline.ops.start.ExitCode;
import io.plumbline.ops.start.OneRun;
import io.plumbline.ops.start.RefusedCommandException;
import io.plumbline.ops.text.OneLine;
import io.plumbline.ops.text.Words;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Explains one account's verdict, from what the last sync read. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description = "Explains one account: what would lift it most, and every number down to its records."
                + " Reads what the last sync read; makes no call to Salesforce.")
final class ExplainCommand implements Callable<Integer> {

    private final Map<String, String> variables;

    @Parameters(paramLabel = "ACCOUNT", description = "The account's Id, or its name.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String account;

    @Option(names = "--as-of", paramLabel = "DATE", description = "Judge as of this day (2026-06-30), not today.")
    private @Nullable LocalDate asOf;

    @Option(
            names = "--org",
            paramLabel = "ORG-ID",
            description = "The org, by its Id, where the data are of several that know the account.")
    private @Nullable String org;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    ExplainCommand(Map<String, String> variables) {
        this.variables = variables;
    }

    @Override
    public Integer call() {
        if (org != null && !RecordId.isId(org)) {
            throw new RefusedCommandException(
                    "--org '" + org + "' is no Id of an org, which begins with 00D and has 15 or 18"
                            + " letters and digits. 'plumbline doctor' shows it.");
        }
        try (OneRun run = OneRun.toRead(Environment.read(variables))) {
            Inquiry inquiry = run.part(Inquiry.class);
            return show(inquiry.explain(
                    Optional.ofNullable(org).map(RecordId::of),
                    account,
                    Optional.ofNullable(asOf),
                    run.part(Clock.class).instant()));
        }
    }

    private int show(Inquiry.Answer answer) {
        return switch (answer) {
            case Inquiry.NothingRead nothing ->
                throw new RefusedCommandException(
                        "Nothing was read of the org yet: run 'plumbline sync --dry-run' first.");
            case Inquiry.InSeveralOrgs several ->
                throw new RefusedCommandException("Which org's account is meant by '" + account
                        + "'? Say it with --org: "
                        + several.orgs().stream().map(RecordId::value).collect(Collectors.joining(", ")) + ".");
            case Inquiry.NotFound none -> throw new RefusedCommandException(notFound(none));
            case Inquiry.Explained found -> {
                print(found);
                yield ExitCode.COMPLETE.number();
            }
        };
    }

    private String notFound(Inquiry.NotFound none) {
        return none.candidates().isEmpty()
                ? "No account '" + account + "' was read. Give its Id, or its name as it stands in Salesforce."
                : "Which account is meant by '" + account + "'? Give one of these, by its Id:" + System.lineSeparator()
                        + "  "
                        + none.candidates().stream()
                                .map(OneLine::of)
                                .collect(Collectors.joining(System.lineSeparator() + "  "));
    }

    /** The finding stands below with its numbers, which no answer changes. */
    private static String answered(Answer answer, Inquiry.Explained found) {
        return "Answered: " + found.labels().getOrDefault(answer.finding(), answer.finding()) + " (" + answer.finding()
                + "), by " + answer.by() + " until " + answer.until() + ": " + answer.reason();
    }

    private void print(Inquiry.Explained found) {
        PrintWriter out = spec.commandLine().getOut();
        Assessment assessment = found.explained().assessment();
        out.printf(
                "%s (%s) on %s: %s, %s, plan %s%n%n",
                OneLine.of(found.name()),
                assessment.accountId(),
                assessment.asOf(),
                assessment.health().written() == null
                        ? "health not known"
                        : "health " + assessment.health().written(),
                Words.band(assessment.health().band()),
                Words.currency(assessment.currency().verdict()).toLowerCase(Locale.ROOT));
        found.unknownBecause().forEach(reason -> out.println("Unknown: " + OneLine.of(reason)));
        found.usedRates().forEach(rate -> out.println("Rate: " + OneLine.of(rate.sentence())));
        found.answers().forEach(answer -> out.println(answered(answer, found)));
        out.print(ExplanationText.of(found.explained(), found.labels()));
        out.flush();
    }
}
