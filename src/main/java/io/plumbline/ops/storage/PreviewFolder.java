package io.plumbline.ops.storage;

import io.plumbline.config.Environment;
import io.plumbline.ops.storage.DataFolderException.Obstacle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A data folder for one preview, gone afterwards, also when somebody interrupts it. It begins as a copy of the data of earlier syncs, when nobody has that
 * open, so that bands, trends and tasks come out as the next sync would have them; else it begins empty. So a preview
 * changes nothing of what a sync goes by, whatever configuration it tries.
 *
 * @param emptyBecause why it is no copy, the rest of a sentence; empty when it is one
 */
public record PreviewFolder(Path folder, Optional<String> emptyBecause) implements AutoCloseable {

    /** @param environment which tells where the data of the syncs lie; a database that others share is not copied */
    public static PreviewFolder make(Environment environment) {
        try {
            Path folder = Files.createTempDirectory("plumbline-preview");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> DataFolder.remove(folder), "remove-preview-data"));
            return new PreviewFolder(
                    folder,
                    environment.ownDatabase().isPresent()
                            ? Optional.of("it lies in the database of SPRING_DATASOURCE_URL, which is not copied.")
                            : copy(environment.dataFolder(), folder));
        } catch (IOException unusable) {
            throw new DataFolderException(
                    Obstacle.NOT_WRITABLE,
                    "A preview needs a folder for what it reads and could make none: " + unusable.getMessage()
                            + ". Give it room and a writable temporary folder (java.io.tmpdir).");
        }
    }

    /** Why nothing was copied, empty when something was. */
    private static Optional<String> copy(Optional<Path> named, Path to) throws IOException {
        Path from = DataFolder.named(named);
        if (!DataFolder.holdsADatabase(from)) {
            return Optional.of("no sync has kept anything in " + from + " yet.");
        }
        try {
            DataFolder held = DataFolder.open(named);
            try (held) {
                Files.copy(DataFolder.databaseFile(from), DataFolder.databaseFile(to));
                return Optional.empty();
            }
        } catch (DataFolderException unusable) {
            return switch (unusable.obstacle()) {
                case IN_USE ->
                    Optional.of("another Plumbline is at work on " + from
                            + ". Whoever runs it stops it for as long as a preview takes.");
                case UNREADABLE ->
                    Optional.of("the data in " + from + " cannot be read; plumbline doctor tells what to do.");
                case NOT_WRITABLE -> throw unusable;
            };
        }
    }

    @Override
    public void close() {
        DataFolder.remove(folder);
    }
}
