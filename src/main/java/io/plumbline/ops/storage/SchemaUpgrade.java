package io.plumbline.ops.storage;

import java.util.Arrays;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;

/**
 * Brings the tables up to what this program knows, at its start. A database that a newer program has worked with is refused:
 * what an older one wrote there could be read wrongly by both.
 */
public final class SchemaUpgrade implements FlywayMigrationStrategy {

    @Override
    public void migrate(Flyway flyway) {
        List<String> newer = Arrays.stream(flyway.info().all())
                .filter(step -> step.getState() == MigrationState.FUTURE_SUCCESS
                        || step.getState() == MigrationState.FUTURE_FAILED)
                .map(MigrationInfo::getVersion)
                .map(String::valueOf)
                .toList();
        if (!newer.isEmpty()) {
            throw new NewerDatabaseException(
                    "The data were last used by a newer Plumbline (schema "
                            + newer.getLast()
                            + "), which this one does not understand, and nothing was changed. Start the newer"
                            + " program again; or restore the backup made before the upgrade into an empty folder or database; or"
                            + " begin with an empty one: everything is read anew from Salesforce, and only the trend begins anew.");
        }
        flyway.migrate();
    }
}
