package io.plumbline.ops;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the mirror, the journal and the outbox lie when no other database is named. */
final class DataFolder {

    /** The database is a file that only this process opens; who may read the file is the folder's matter. */
    static final String DATABASE_USER = "plumbline";

    private static final Path DEFAULT = Path.of("plumbline-data");

    private DataFolder() {}

    /**
     * The folder that is named, or the default one, made when it is not there.
     *
     * @throws RefusedCommandException when it cannot be made or written to
     */
    static Path prepare(Optional<Path> named) {
        Path folder = named.orElse(DEFAULT).toAbsolutePath().normalize();
        try {
            Files.createDirectories(folder);
        } catch (IOException unusable) {
            throw refused(folder);
        }
        if (!Files.isWritable(folder)) {
            throw refused(folder);
        }
        return folder;
    }

    /** A folder that nobody has, for a demo that starts fresh each time; gone when the program ends. */
    static Path forDemo() {
        try {
            Path folder = Files.createTempDirectory("plumbline-demo");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(folder), "remove-demo-data"));
            return folder;
        } catch (IOException unusable) {
            throw new RefusedCommandException("The demo needs a folder for its data and could make none: "
                    + unusable.getMessage() + ". Give it a writable temporary folder (java.io.tmpdir).");
        }
    }

    static String databaseIn(Path folder) {
        return "jdbc:h2:file:" + folder.resolve("plumbline") + ";DB_CLOSE_ON_EXIT=FALSE";
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

    private static RefusedCommandException refused(Path folder) {
        return new RefusedCommandException("The data folder " + folder + " cannot be written to. Whoever runs Plumbline"
                + " makes it writable, or names another one in PLUMBLINE_DATA.");
    }
}
