package io.plumbline.ops;

import io.plumbline.config.Environment;
import io.plumbline.ops.start.ExitCode;
import io.plumbline.ops.start.RefusedCommandException;
import io.plumbline.ops.storage.Backup;
import io.plumbline.ops.storage.DataFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Fills an empty data folder from a backup. */
@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        description = "Fills a data folder that holds no database from a file that 'plumbline backup' wrote.")
final class RestoreCommand implements Callable<Integer> {

    private final Map<String, String> variables;

    @Parameters(paramLabel = "FILE", description = "The file that 'plumbline backup' wrote.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path file;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    RestoreCommand(Map<String, String> variables) {
        this.variables = variables;
    }

    @Override
    public Integer call() {
        Environment environment = Environment.read(variables);
        BackupCommand.refuseServer(environment, "pg_restore --clean --if-exists --dbname=plumbline " + file);
        if (!Files.isReadable(file)) {
            throw new RefusedCommandException(file + " is not there or cannot be read.");
        }
        Path folder = DataFolder.named(environment.dataFolder());
        if (Files.exists(DataFolder.databaseFile(folder))) {
            throw new RefusedCommandException(
                    folder + " holds a database already: name an empty folder in PLUMBLINE_DATA,"
                            + " or move what is in this one away.");
        }
        DataFolder data = DataFolder.open(environment.dataFolder());
        try (data) {
            Backup.restore(file, folder);
        }
        spec.commandLine()
                .getOut()
                .println("Restored " + file + " into " + folder
                        + ". The next sync reads what changed since, and makes no task twice.");
        return ExitCode.COMPLETE.number();
    }
}
