package io.plumbline.ops.storage;

import io.plumbline.ops.storage.DataFolderException.Obstacle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The database of a data folder as one compressed file of SQL, which later versions of the database read as well. Only its
 * owner may read the file: it holds what the mirror holds.
 */
public final class Backup {

    private Backup() {}

    /**
     * @param folder held by nobody else
     * @param file not there yet
     * @throws DataFolderException when it cannot be written; then there is no file
     */
    public static void write(Path folder, Path file) {
        @Nullable Path workshop = null;
        try {
            workshop = Files.createTempDirectory(
                    Objects.requireNonNull(file.toAbsolutePath().getParent()), ".plumbline-backup");
            Path unfinished = workshop.resolve("backup");
            script(DataFolder.databaseIn(folder) + ";ACCESS_MODE_DATA=r", "script to ? compression gzip", unfinished);
            forItsOwnerAlone(unfinished);
            Files.move(unfinished, file);
        } catch (IOException | SQLException unwritten) {
            throw new DataFolderException(
                    Obstacle.NOT_WRITABLE,
                    "The backup " + file + " could not be written (" + reason(unwritten)
                            + "), and there is none. See to it that its folder is there, may be written to and has room.",
                    unwritten);
        } finally {
            if (workshop != null) {
                DataFolder.remove(workshop);
            }
        }
    }

    /**
     * Fills a folder that holds no database. The result appears there whole or not at all.
     *
     * @throws DataFolderException when the file is no backup, or the folder takes nothing
     */
    public static void restore(Path file, Path folder) {
        @Nullable Path workshop = null;
        try {
            workshop = Files.createTempDirectory(folder, ".plumbline-restore");
            script(DataFolder.databaseIn(workshop), "runscript from ? compression gzip", file);
            Files.move(DataFolder.databaseFile(workshop), DataFolder.databaseFile(folder));
        } catch (IOException | SQLException unread) {
            throw new DataFolderException(
                    Obstacle.UNREADABLE,
                    "The backup " + file + " could not be restored (" + reason(unread) + "), and " + folder
                            + " is as it was. Is it a file that 'plumbline backup' wrote, and is it whole?",
                    unread);
        } finally {
            if (workshop != null) {
                DataFolder.remove(workshop);
            }
        }
    }

    private static void script(String database, String command, Path file) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database, DataFolder.DATABASE_USER, "");
                PreparedStatement statement = connection.prepareStatement(command)) {
            statement.setString(1, file.toString());
            statement.execute();
        }
    }

    /** Where the system knows owners. */
    private static void forItsOwnerAlone(Path file) throws IOException {
        if (Files.getFileStore(file).supportsFileAttributeView(PosixFileAttributeView.class)) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
    }

    private static String reason(Exception failed) {
        return failed instanceof SQLException database
                ? "H2 error " + database.getErrorCode()
                : failed.getClass().getSimpleName();
    }
}
