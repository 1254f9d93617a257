package io.plumbline.ops;

import io.plumbline.config.Configuration;
import io.plumbline.config.Connection;
import io.plumbline.config.Environment;
import io.plumbline.flow.Preview;
import io.plumbline.flow.preview.Comparison;
import io.plumbline.flow.preview.PortfolioPreview;
import io.plumbline.flow.preview.TaskPreview;
import io.plumbline.flow.preview.WithoutNames;
import io.plumbline.flow.progress.Progress;
import io.plumbline.ops.preview.ComparisonPage;
import io.plumbline.ops.preview.PreviewCsv;
import io.plumbline.ops.preview.PreviewHtml;
import io.plumbline.ops.preview.ReportPage;
import io.plumbline.ops.start.ConnectorApplication;
import io.plumbline.ops.start.ExitCode;
import io.plumbline.ops.start.Org;
import io.plumbline.ops.start.RefusedCommandException;
import io.plumbline.ops.storage.DataFolder;
import io.plumbline.ops.storage.PreviewFolder;
import io.plumbline.ops.terminal.ProgressLine;
import io.plumbline.ops.terminal.ProgressText;
import io.plumbline.ops.terminal.Terminal;
import io.plumbline.ops.text.Counted;
import io.plumbline.ops.text.Paragraph;
import io.plumbline.ops.text.SummaryText;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows what a sync would do, and what another configuration would change, without writing anything. */
@Command(
        name = "preview",
        mixinStandardHelpOptions = true,
        description = {
            "Reads the org, judges every account and writes a report (HTML) and tables (CSV) of what a sync would write."
                    + " Writes nothing to Salesforce and leaves the data of the syncs as it is.",
            "Exit code 0 when the preview is whole, 2 when part of the org could not be read."
        })
final class PreviewCommand implements Callable<Integer> {

    private final Map<String, String> variables;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "plumbline-preview",
            description = "Where the files go (plumbline-preview); files of the same names are replaced.")
    private Path out = Path.of("plumbline-preview");

    @Option(names = "--without-names", description = "Leave out names and every sentence that may hold one.")
    private boolean withoutNames;

    @Option(
            names = "--against",
            paramLabel = "DIR",
            description = "Compare with the configuration in this folder, from the same reading.")
    private @Nullable Path against;

    @Option(names = "--as-of", paramLabel = "DATE", description = "Judge as of this day (2026-06-30), not today.")
    private @Nullable LocalDate asOf;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    PreviewCommand(Map<String, String> variables) {
        this.variables = variables;
    }

    @Override
    public Integer call() {
        Environment environment = Environment.read(variables);
        Connection connection = Org.namedBy(environment);
        Configuration configuration = Configuration.load(environment.configFolder());
        Optional<Configuration> other = Optional.ofNullable(against).map(PreviewCommand::loaded);
        try (PreviewFolder data = PreviewFolder.make(environment)) {
            return switch (answer(configuration, connection, data, other)) {
                case Preview.Ended ended -> {
                    spec.commandLine().getOut().print(SummaryText.of(ended.why()));
                    spec.commandLine().getOut().flush();
                    yield ExitCode.of(ended.why().status()).number();
                }
                case Preview.Previewed previewed -> written(previewed, data.emptyBecause());
            };
        }
    }

    private static Configuration loaded(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new RefusedCommandException(
                    folder + " (--against) is no folder. Name the one that holds what is to be" + " compared of "
                            + String.join(", ", Configuration.FILES) + ".");
        }
        return Configuration.load(Optional.of(folder));
    }

    private Preview.Answer answer(
            Configuration configuration, Connection connection, PreviewFolder data, Optional<Configuration> other) {
        try (ConfigurableApplicationContext context =
                ConnectorApplication.apart(configuration, connection, DataFolder.settings(data.folder()))) {
            Progress progress = context.getBean(Progress.class);
            try (ProgressLine line = ProgressLine.start(
                    Terminal.ofStandardError(variables), () -> ProgressText.of(progress.now(), Instant.now()))) {
                return context.getBean(Preview.class).run(asOf, other);
            }
        }
    }

    private int written(Preview.Previewed previewed, Optional<String> unknownBecause) {
        PortfolioPreview now = shown(previewed.now());
        Map<String, String> files = new LinkedHashMap<>();
        PreviewHtml html = new PreviewHtml();
        files.put("report.html", html.report(ReportPage.of(now)));
        files.put("accounts.csv", PreviewCsv.accounts(now));
        files.put("fields.csv", PreviewCsv.fields(now));
        files.put("tasks.csv", PreviewCsv.tasks(now));
        Optional<Comparison> comparison = previewed.then().map(then -> Comparison.of(now, shown(then)));
        comparison.ifPresent(compared -> {
            files.put("comparison.html", html.comparison(ComparisonPage.of(compared, String.valueOf(against))));
            files.put("comparison.csv", PreviewCsv.comparison(compared));
        });
        save(files);
        print(now, comparison, files, unknownBecause);
        return (now.problems().isEmpty() ? ExitCode.COMPLETE : ExitCode.PARTIAL).number();
    }

    private PortfolioPreview shown(PortfolioPreview preview) {
        return withoutNames ? WithoutNames.of(preview) : preview;
    }

    private void save(Map<String, String> files) {
        try {
            Files.createDirectories(out);
            for (Map.Entry<String, String> file : files.entrySet()) {
                Files.writeString(out.resolve(file.getKey()), file.getValue());
            }
        } catch (IOException unwritable) {
            throw new RefusedCommandException("The preview cannot be written to " + out.toAbsolutePath()
                    + ": name a folder that you may write to with --out.");
        }
    }

    private void print(
            PortfolioPreview now,
            Optional<Comparison> comparison,
            Map<String, String> files,
            Optional<String> unknownBecause) {
        List<String> lines = new ArrayList<>();
        lines.add("Preview of " + now.org() + " as of " + now.asOf() + ": "
                + Counted.of(now.accounts().size(), "account", "accounts") + " judged, nothing written.");
        lines.add("  A sync would write " + Counted.of(now.fields(), "field", "fields") + " on "
                + Counted.of(now.accountsWritten(), "account", "accounts") + " and open "
                + Counted.of(now.tasks(TaskPreview.Move.OPEN), "task", "tasks") + ", rewrite "
                + Counted.number(now.tasks(TaskPreview.Move.REWRITE)) + " and close "
                + Counted.number(now.tasks(TaskPreview.Move.CLOSE)) + "; "
                + Counted.of(now.held(), "change is held back", "changes are held back") + ".");
        comparison.ifPresent(compared -> lines.addAll(Paragraph.of(difference(compared), "  ")));
        unknownBecause.ifPresent(because -> lines.addAll(Paragraph.of(
                "Every trend is new and bands are judged without the one before. What earlier syncs found was not at hand,"
                        + " because " + because,
                "  ")));
        now.problems().forEach(problem -> lines.addAll(Paragraph.of(problem, "  ")));
        lines.add("  " + Counted.of(now.calls().reading(), "API call", "API calls") + ". In "
                + out.toAbsolutePath().normalize() + ": " + String.join(", ", files.keySet()));
        PrintWriter terminal = spec.commandLine().getOut();
        lines.forEach(terminal::println);
        terminal.flush();
    }

    private String difference(Comparison compared) {
        return String.format(
                Locale.ROOT,
                "By %s, accounts that change band: %,d; that change plan currency: %,d. Fields written: %+,d. Tasks opened:"
                        + " %,d more and %,d fewer; closed: %,d more and %,d fewer. API calls to write it: %+,d.",
                against,
                compared.changingBand().size(),
                compared.changingPlan().size(),
                compared.then().fields() - compared.now().fields(),
                compared.opened().size(),
                compared.notOpened().size(),
                compared.closed().size(),
                compared.notClosed().size(),
                compared.then().calls().writing() - compared.now().calls().writing());
    }
}
