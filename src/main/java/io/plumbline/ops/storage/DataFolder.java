package io.plumbline.ops.storage;

import io.plumbline.ops.storage.DataFolderException.Obstacle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the mirror, the journal and the outbox lie when no other database is named. Held by one Plumbline at a time,
 * from {@link #open} to {@link #close}.
 */
public final class DataFolder implements DataPlace {

    /** The database is a file that only this process opens; who may read the file is the folder's matter. */
    public static final String DATABASE_USER = "plumbline";

    private static final Path DEFAULT = Path.of("plumbline-data");

    private final Path path;
    private final FolderLock lock;

    private DataFolder(Path path, FolderLock lock) {
        this.path = path;
        this.lock = lock;
    }

    /**
     * The folder that is named, or the default one, made when it is not there, and nobody else's until it is closed.
     *
     * @throws DataFolderException when it cannot be made or written to, another Plumbline has it, or what lies in it cannot
     *     be read
     */
    public static DataFolder open(Optional<Path> named) {
        Path folder = named(named);
        try {
            Files.createDirectories(folder);
            if (!isWritable(folder)) {
                throw notWritable(folder);
            }
            DataFolder data = new DataFolder(folder, FolderLock.take(folder));
            if (Files.exists(databaseFile(folder))) {
                data.refuseUnreadable();
            }
            return data;
        } catch (IOException unusable) {
            throw notWritable(folder);
        }
    }

    /** Where it is or would be. */
    public static Path named(Optional<Path> named) {
        return named.orElse(DEFAULT).toAbsolutePath().normalize();
    }

    static boolean holdsADatabase(Path folder) {
        return Files.exists(databaseFile(folder));
    }

    /** A folder that nobody has, for a demo that starts fresh each time; gone when the program ends. */
    public static Path forDemo() {
        try {
            Path folder = Files.createTempDirectory("plumbline-demo");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(folder), "remove-demo-data"));
            return folder;
        } catch (IOException unusable) {
            throw new DataFolderException(
                    Obstacle.NOT_WRITABLE,
                    "The demo needs a folder for its data and could make none: " + unusable.getMessage()
                            + ". Give it a writable temporary folder (java.io.tmpdir).");
        }
    }

    public static String databaseIn(Path folder) {
        // What a record says is mostly longer than the 256 bytes that H2 keeps in a row by itself, and costs more
        // outside.
        return "jdbc:h2:file:" + folder.resolve("plumbline") + ";DB_CLOSE_ON_EXIT=FALSE;MAX_LENGTH_INPLACE_LOB=65536";
    }

    /** As {@link #databaseIn}, for who only reads: H2 leaves the file as it is when it closes it. */
    static String databaseToReadIn(Path folder) {
        return databaseIn(folder) + ";MAX_COMPACT_TIME=0";
    }

    public static Map<String, Object> settings(Path folder) {
        return settings(folder, databaseIn(folder));
    }

    private static Map<String, Object> settings(Path folder, String database) {
        return Map.of(
                "spring.datasource.url",
                database,
                "spring.datasource.username",
                DATABASE_USER,
                "management.metrics.system.diskspace.paths",
                folder.toString());
    }

    @Override
    public Map<String, Object> settings() {
        return settings(path);
    }

    @Override
    public Map<String, Object> settingsToRead() {
        return settings(path, databaseToReadIn(path));
    }

    @Override
    public void compact() {
        try (Connection database = DriverManager.getConnection(databaseIn(path), DATABASE_USER, "");
                Statement statement = database.createStatement()) {
            statement.execute("shutdown compact");
        } catch (SQLException unwritten) {
            throw new DataFolderException(
                    Obstacle.NOT_WRITABLE,
                    "What was deleted is gone from the tables, but its room in " + path
                            + " could not be given back (H2 error " + unwritten.getErrorCode()
                            + "): see to it that the disk has room, and run the command again.",
                    unwritten);
        }
    }

    @Override
    public void close() {
        lock.close();
    }

    static void remove(Path folder) {
        try (Stream<Path> inside = Files.walk(folder)) {
            List<Path> deepestFirst = inside.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.deleteIfExists(path);
            }
        } catch (IOException left) {
            // What is left of a demo lies in the system's temporary folder, which the system empties.
        }
    }

    /** Before anything is started on it: a damaged file is better told from here than from the midst of a run (trap K7). */
    private void refuseUnreadable() {
        try (Connection database = DriverManager.getConnection(databaseToReadIn(path), DATABASE_USER, "")) {
            database.isValid(0);
        } catch (SQLException | RuntimeException unreadable) {
            close();
            throw new DataFolderException(
                    Obstacle.UNREADABLE,
                    "The data in " + path + " cannot be read (" + reason(unreadable) + "). Move the folder away and"
                            + " start again: everything is read anew from Salesforce, no task is made twice, and only"
                            + " the trend of scores begins anew.",
                    unreadable);
        }
    }

    private static String reason(Exception unreadable) {
        return unreadable instanceof SQLException database
                ? "H2 error " + database.getErrorCode()
                : "the file is damaged";
    }

    /** A database file that may only be read would open all the same, and refuse the first write. */
    private static boolean isWritable(Path folder) {
        Path database = databaseFile(folder);
        return Files.isWritable(folder) && (!Files.exists(database) || Files.isWritable(database));
    }

    public static Path databaseFile(Path folder) {
        return folder.resolve("plumbline.mv.db");
    }

    private static DataFolderException notWritable(Path folder) {
        return new DataFolderException(
                Obstacle.NOT_WRITABLE,
                "The data folder " + folder + " cannot be written to. Whoever runs Plumbline"
                        + " makes it writable, or names another one in PLUMBLINE_DATA.");
    }
}
