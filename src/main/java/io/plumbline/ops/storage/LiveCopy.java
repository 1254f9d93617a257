package io.plumbline.ops.storage;

import io.plumbline.ops.storage.DataFolderException.Obstacle;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.zip.ZipFile;
import javax.sql.DataSource;

/**
 * A data folder that begins as a copy of data which this process is at work on, gone when it is closed. Of a database that
 * others share nothing is copied: it begins empty.
 */
public record LiveCopy(Path folder) implements AutoCloseable {

    private static final String IN_A_FILE = "jdbc:h2:file:";

    /** @throws DataFolderException when there is no room for it */
    public static LiveCopy of(DataSource data) {
        try {
            Path folder = Files.createTempDirectory("plumbline-preview");
            Path archive = folder.resolve("copy.zip");
            if (backUp(data, archive)) {
                unpack(archive, DataFolder.databaseFile(folder));
                Files.delete(archive);
            }
            return new LiveCopy(folder);
        } catch (IOException | SQLException unusable) {
            throw new DataFolderException(
                    Obstacle.NOT_WRITABLE,
                    "A preview needs a copy of the data and none could be made: " + unusable.getMessage()
                            + ". Give it room in the temporary folder (java.io.tmpdir).",
                    unusable);
        }
    }

    /** H2 itself says what belongs together while others write. */
    private static boolean backUp(DataSource data, Path archive) throws SQLException {
        try (Connection connection = data.getConnection()) {
            if (!connection.getMetaData().getURL().startsWith(IN_A_FILE)) {
                return false;
            }
            try (PreparedStatement backup = connection.prepareStatement("backup to ?")) {
                backup.setString(1, archive.toString());
                backup.execute();
            }
            return true;
        }
    }

    private static void unpack(Path archive, Path database) throws IOException {
        try (ZipFile zip = new ZipFile(archive.toFile());
                InputStream file = zip.getInputStream(zip.stream()
                        .filter(entry -> entry.getName().endsWith(".mv.db"))
                        .findFirst()
                        .orElseThrow(() -> new IOException("the backup holds no database")))) {
            Files.copy(file, database);
        }
    }

    @Override
    public void close() {
        DataFolder.remove(folder);
    }
}
