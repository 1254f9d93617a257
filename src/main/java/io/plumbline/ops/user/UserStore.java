package io.plumbline.ops.user;

import io.plumbline.config.Environment;
import io.plumbline.ops.access.LocalUsers;
import io.plumbline.ops.storage.DataPlace;
import java.time.Clock;
import java.util.Map;
import java.util.function.Function;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;

/** The local users where the environment says that data lie, without the rest of the application. */
final class UserStore {

    private final Map<String, String> variables;

    UserStore(Map<String, String> variables) {
        this.variables = variables;
    }

    /** @throws io.plumbline.ops.storage.DataFolderException when the data cannot be opened, or somebody else has them */
    <T> T with(Function<LocalUsers, T> work) {
        try (DataPlace data = DataPlace.open(Environment.read(variables))) {
            DriverManagerDataSource source = source(data.settings());
            Flyway.configure().dataSource(source).load().migrate();
            return work.apply(new LocalUsers(
                    JdbcClient.create(source),
                    PasswordEncoderFactories.createDelegatingPasswordEncoder(),
                    Clock.systemUTC()));
        }
    }

    private static DriverManagerDataSource source(Map<String, Object> settings) {
        return new DriverManagerDataSource(
                setting(settings, "url"), setting(settings, "username"), setting(settings, "password"));
    }

    private static String setting(Map<String, Object> settings, String name) {
        return String.valueOf(settings.getOrDefault("spring.datasource." + name, ""));
    }
}
