package io.plumbline.ops.storage;

import io.plumbline.config.Environment;
import java.util.Map;

/** Where the mirror, the journal and the outbox lie. */
public sealed interface DataPlace extends AutoCloseable permits DataFolder, SharedDatabase {

    /**
     * The database that the environment names, else the data folder, which is nobody else's until it is closed.
     *
     * @throws DataFolderException when the folder cannot be made or written to, another Plumbline has it, or what lies in it
     *     cannot be read
     */
    static DataPlace open(Environment environment) {
        return environment
                .ownDatabase()
                .<DataPlace>map(SharedDatabase::new)
                .orElseGet(() -> DataFolder.open(environment.dataFolder()));
    }

    /** What Spring must know of the database. */
    Map<String, Object> settings();

    /** As {@link #settings}, for a command that changes nothing and need not put the database in order when it ends. */
    default Map<String, Object> settingsToRead() {
        return settings();
    }

    /** Gives back the room of what was deleted, with its content; nobody may have the database open. */
    default void compact() {}

    @Override
    void close();
}
