package io.plumbline.flow.checkup;

import io.plumbline.writeback.lease.Leases;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whether the database answers, how old its tables are, how large it is, and who is at work on it. */
final class DatabaseCheck {

    static final String ID = "database";
    static final String SUBJECT = "Database";

    private static final int SECONDS = 5;

    private final DataSource database;

    DatabaseCheck(DataSource database) {
        this.database = database;
    }

    List<CheckupLine> lines() {
        String product;
        try (Connection connection = database.getConnection()) {
            if (!connection.isValid(SECONDS)) {
                throw new SQLException("no answer");
            }
            product = connection.getMetaData().getDatabaseProductName() + " "
                    + connection.getMetaData().getDatabaseProductVersion().split(" ")[0];
        } catch (SQLException unreachable) {
            return List.of(new CheckupLine(
                    ID,
                    SUBJECT,
                    CheckupLine.State.PROBLEM,
                    "The database does not answer (SQL state " + unreachable.getSQLState() + ").",
                    "Whoever runs Plumbline sees to it that it is there, and that SPRING_DATASOURCE_URL, _USERNAME and"
                            + " _PASSWORD fit it.",
                    true));
        }
        try {
            List<CheckupLine> lines = new ArrayList<>();
            MigrationInfoService tables = Flyway.configure()
                    .dataSource(database)
                    .locations("classpath:db/migration")
                    .load()
                    .info();
            lines.add(tables(product, tables));
            if (tables.current() != null) {
                lines.addAll(work());
            }
            return lines;
        } catch (FlywayException | DataAccessException unreadable) {
            return List.of(CheckupLine.problem(
                    ID,
                    SUBJECT,
                    product + " answers, and its tables cannot be read.",
                    "Whoever runs Plumbline gives its user access to the tables, or lets it start anew with an empty"
                            + " database: everything is read again, and no task is made twice."));
        }
    }

    private CheckupLine tables(String product, MigrationInfoService tables) {
        Optional<String> now = Optional.ofNullable(tables.current())
                .map(MigrationInfo::getVersion)
                .map(Object::toString);
        boolean newer = List.of(tables.all()).stream()
                .anyMatch(step -> step.getState().name().startsWith("FUTURE"));
        if (newer) {
            return CheckupLine.problem(
                    ID,
                    SUBJECT,
                    product + " holds tables of a later Plumbline (version " + now.orElse("?") + ").",
                    "Whoever runs Plumbline starts the later version again: an older one cannot work on its tables.");
        }
        String waiting = tables.pending().length == 0
                ? ""
                : " The next start adds " + tables.pending().length + " steps to them.";
        return CheckupLine.ok(
                ID,
                SUBJECT,
                now.map(version -> product + " answers, tables of version " + version + ", " + size() + "." + waiting)
                        .orElse(product + " answers and is empty; the first start makes the tables."));
    }

    private String size() {
        String sql = isPostgresql()
                ? "select pg_database_size(current_database())"
                : "select cast(setting_value as bigint) from information_schema.settings"
                        + " where setting_name = 'info.FILE_SIZE'";
        return JdbcClient.create(database)
                .sql(sql)
                .query(Long.class)
                .optional()
                .map(bytes -> String.format(Locale.ROOT, "%,d MB", Math.max(1, bytes >> 20)))
                .orElse("size not told");
    }

    private boolean isPostgresql() {
        try (Connection connection = database.getConnection()) {
            return connection.getMetaData().getURL().startsWith("jdbc:postgresql:");
        } catch (SQLException gone) {
            return false;
        }
    }

    private List<CheckupLine> work() {
        List<Leases.Holder> holders = Leases.holders(JdbcClient.create(database));
        if (holders.isEmpty() || !isPostgresql()) {
            return List.of(CheckupLine.ok("lease", "At work", "No sync is under way."));
        }
        return holders.stream()
                .map(holder -> CheckupLine.ok(
                        "lease",
                        "At work",
                        "A sync of " + holder.org() + " is under way: " + holder.name()
                                + ". Without a sign of life it is followed at " + holder.freeAt() + "."))
                .toList();
    }
}
