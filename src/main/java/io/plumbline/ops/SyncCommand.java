package io.plumbline.ops;

import io.plumbline.config.Connection;
import io.plumbline.config.Environment;
import io.plumbline.flow.Sync;
import io.plumbline.flow.SyncRequest;
import io.plumbline.flow.SyncSummary;
import io.plumbline.flow.progress.Progress;
import io.plumbline.journal.RunId;
import io.plumbline.ops.start.ExitCode;
import io.plumbline.ops.start.OneRun;
import io.plumbline.ops.start.Org;
import io.plumbline.ops.start.RefusedCommandException;
import io.plumbline.ops.terminal.ProgressLine;
import io.plumbline.ops.terminal.ProgressText;
import io.plumbline.ops.terminal.Terminal;
import io.plumbline.ops.text.SummaryText;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs once and ends. */
@Command(
        name = "sync",
        mixinStandardHelpOptions = true,
        description = "Reads the org, judges every account, writes what changed, and ends.")
final class SyncCommand implements Callable<Integer> {

    private final Map<String, String> variables;

    @Option(names = "--dry-run", description = "Write nothing; say what would be written.")
    private boolean dryRun;

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description = "Judge as of this day (2026-06-30); only with --dry-run, or against a sandbox.")
    private @Nullable LocalDate asOf;

    @Option(
            names = "--accept",
            paramLabel = "RUN",
            description = "Go on with as much as the run of this number would have done, which stopped at the bounds.")
    private @Nullable Long accept;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    SyncCommand(Map<String, String> variables) {
        this.variables = variables;
    }

    @Override
    public Integer call() {
        Environment environment = Environment.read(variables);
        Connection connection = Org.namedBy(environment);
        if (asOf != null && !dryRun && !connection.instanceUrl().isLocal()) {
            throw new RefusedCommandException("--as-of would write the verdict of another day over today's in "
                    + connection.instanceUrl() + ": add --dry-run, or use it against a sandbox on this machine.");
        }
        try (OneRun run = OneRun.on(environment)) {
            SyncSummary summary = watched(run);
            PrintWriter out = spec.commandLine().getOut();
            out.print(SummaryText.of(summary));
            out.flush();
            return ExitCode.of(summary.status()).number();
        }
    }

    private SyncSummary watched(OneRun run) {
        Progress progress = run.part(Progress.class);
        try (ProgressLine line = ProgressLine.start(
                Terminal.ofStandardError(variables), () -> ProgressText.of(progress.now(), Instant.now()))) {
            return run.part(Sync.class).run(new SyncRequest(asOf, dryRun, accept == null ? null : new RunId(accept)));
        }
    }
}
