package io.plumbline.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;

/**
 * An empty database prepared by the real migrations: H2 in memory, or with {@code -Dplumbline.database=postgresql} a
 * database of its own in a real PostgreSQL that this JVM starts once.
 */
public final class TestDatabase {

    private static final boolean ON_POSTGRESQL = "postgresql".equals(System.getProperty("plumbline.database"));

    private TestDatabase() {}

    public static DataSource migrated() {
        return ON_POSTGRESQL ? withMigrations(onPostgresql()) : copyOfTheTemplate();
    }

    private static DataSource withMigrations(DataSource database) {
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration")
                .load()
                .migrate();
        return database;
    }

    private static DataSource onH2() {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        return database;
    }

    private static DataSource copyOfTheTemplate() {
        DataSource database = onH2();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(Template.SCRIPT);
        } catch (SQLException refused) {
            throw new IllegalStateException("H2 did not take the template", refused);
        }
        return database;
    }

    /** What the migrations make of an empty H2, as one script: ten times as fast as migrating once more. */
    private static final class Template {

        static final String SCRIPT = script();

        private static String script() {
            DataSource migrated = withMigrations(onH2());
            try (Connection connection = migrated.getConnection();
                    Statement statement = connection.createStatement();
                    ResultSet lines = statement.executeQuery("SCRIPT")) {
                StringBuilder script = new StringBuilder();
                while (lines.next()) {
                    String line = lines.getString(1);
                    if (!line.startsWith("CREATE USER")) {
                        script.append(line).append('\n');
                    }
                }
                return script.toString();
            } catch (SQLException refused) {
                throw new IllegalStateException("H2 wrote no script of the template", refused);
            }
        }
    }

    private static DataSource onPostgresql() {
        String name = "test_" + UUID.randomUUID().toString().replace("-", "");
        try (Connection connection = Server.STARTED.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
            return KeptConnections.of(Server.STARTED.getDatabase("postgres", name));
        } catch (SQLException refused) {
            throw new IllegalStateException("PostgreSQL made no database", refused);
        }
    }

    /** Started when first asked for. */
    private static final class Server {

        static final EmbeddedPostgres STARTED = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.start();
            } catch (IOException unstarted) {
                throw new UncheckedIOException("PostgreSQL did not start", unstarted);
            }
        }
    }
}
