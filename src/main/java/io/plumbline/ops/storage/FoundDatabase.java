package io.plumbline.ops.storage;

import io.plumbline.config.DatabaseAddress;
import io.plumbline.config.Environment;
import io.plumbline.config.Secret;
import io.plumbline.flow.checkup.CheckupLine;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * The database as a check-up finds it: the one that SPRING_DATASOURCE_URL names, else the one in the data folder, as long as
 * no other Plumbline has it. Makes nothing that is not there.
 *
 * @param because why it cannot be opened, the rest of a sentence
 * @param kept the connection to a data folder's database that all questions share: H2 opens the file with the first
 *     connection and closes it with the last
 */
public record FoundDatabase(
        Optional<DataSource> database,
        String because,
        List<CheckupLine> lines,
        @Nullable DataFolder folder,
        @Nullable SingleConnectionDataSource kept)
        implements AutoCloseable {

    public static FoundDatabase open(Environment environment) {
        Optional<DatabaseAddress> own = environment.ownDatabase();
        if (own.isPresent()) {
            return new FoundDatabase(own.map(FoundDatabase::source), "", List.of(), null, null);
        }
        Path path = DataFolder.named(environment.dataFolder());
        if (!DataFolder.holdsADatabase(path)) {
            return none("there is none yet in " + path + "; the first sync makes it.", List.of());
        }
        try {
            DataFolder data = DataFolder.open(environment.dataFolder());
            SingleConnectionDataSource kept = new SingleConnectionDataSource(
                    DataFolder.databaseToReadIn(path), DataFolder.DATABASE_USER, "", true);
            return new FoundDatabase(Optional.of(kept), "", List.of(), data, kept);
        } catch (DataFolderException unusable) {
            return switch (unusable.obstacle()) {
                case IN_USE -> none("another Plumbline is at work on " + path + ", as one that serves is.", List.of());
                case UNREADABLE -> none("its file cannot be read.", List.of(problem(unusable)));
                case NOT_WRITABLE -> none("its folder cannot be written to.", List.of(problem(unusable)));
            };
        }
    }

    private static DataSource source(DatabaseAddress address) {
        Secret password = address.password();
        return new DriverManagerDataSource(
                address.url(), address.userName().orElse(""), password == null ? "" : password.reveal());
    }

    private static FoundDatabase none(String because, List<CheckupLine> lines) {
        return new FoundDatabase(Optional.empty(), because, lines, null, null);
    }

    private static CheckupLine problem(RuntimeException told) {
        return CheckupLine.problem("database", "Database", String.valueOf(told.getMessage()), "");
    }

    @Override
    public void close() {
        if (kept != null) {
            kept.close();
        }
        if (folder != null) {
            folder.close();
        }
    }
}
