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
 * @param knowsEarlierSyncs whether it is a copy
 */
public record PreviewFolder(Path folder, boolean knowsEarlierSyncs) implements AutoCloseable {

    /** @param environment which tells where the data of the syncs lie; a database that others share is not copied */
    public static PreviewFolder make(Environment environment) {
        try {
            Path folder = Files.createTempDirectory("plumbline-preview");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> DataFolder.remove(folder), "remove-preview-data"));
            return new PreviewFolder(
                    folder, environment.ownDatabase().isEmpty() && copied(environment.dataFolder(), folder));
        } catch (IOException unusable) {
            throw new DataFolderException(
                    Obstacle.NOT_WRITABLE,
                    "A preview needs a folder for what it reads and could make none: " + unusable.getMessage()
                            + ". Give it room and a writable temporary folder (java.io.tmpdir).");
        }
    }

    private static boolean copied(Optional<Path> named, Path to) throws IOException {
        Path from = DataFolder.named(named);
        if (!DataFolder.holdsADatabase(from)) {
            return false;
        }
        try {
            DataFolder held = DataFolder.open(named);
            try {
                Files.copy(DataFolder.databaseFile(from), DataFolder.databaseFile(to));
                return true;
            } finally {
                held.close();
            }
        } catch (DataFolderException unusable) {
            if (unusable.obstacle() == Obstacle.NOT_WRITABLE) {
                throw unusable;
            }
            return false;
        }
    }

    @Override
    public void close() {
        DataFolder.remove(folder);
    }
}
