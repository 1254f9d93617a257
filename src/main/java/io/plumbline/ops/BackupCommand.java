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

/** Writes the data folder's database into one file. */
@Command(
        name = "backup",
        mixinStandardHelpOptions = true,
        description =
                "Writes the database of the data folder into one file, with no Plumbline running on it meanwhile.")
final class BackupCommand implements Callable<Integer> {

    private final Map<String, String> variables;

    @Parameters(
            paramLabel = "FILE",
            description = "The file to write, such as plumbline-2026-06-30.sql.gz; not there yet.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path file;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    BackupCommand(Map<String, String> variables) {
        this.variables = variables;
    }

    @Override
    public Integer call() {
        Environment environment = Environment.read(variables);
        refuseServer(environment, "pg_dump --format=custom --file=" + file + " plumbline");
        if (Files.exists(file)) {
            throw new RefusedCommandException(file + " is there already: give the backup a name of its own.");
        }
        Path folder = DataFolder.named(environment.dataFolder());
        if (!Files.exists(DataFolder.databaseFile(folder))) {
            throw new RefusedCommandException("There is no database in " + folder
                    + " to back up. Name the folder in PLUMBLINE_DATA as it is named for 'serve' or 'sync'.");
        }
        DataFolder data = DataFolder.open(environment.dataFolder());
        try (data) {
            Backup.write(folder, file);
        }
        spec.commandLine()
                .getOut()
                .println("Wrote " + file + ". It holds what the mirror holds, names included: keep it as you keep"
                        + " exports of Salesforce, and no longer than retention.deletedDays of connector.yaml.");
        return ExitCode.COMPLETE.number();
    }

    /** A server has tools of its own, which do it while Plumbline works. */
    static void refuseServer(Environment environment, String instead) {
        if (environment.ownDatabase().isPresent()) {
            throw new RefusedCommandException(
                    "The data lie in the database of SPRING_DATASOURCE_URL: use its own tool, for" + " PostgreSQL '"
                            + instead + "'.");
        }
    }
}
