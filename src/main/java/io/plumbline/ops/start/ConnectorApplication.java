package io.plumbline.ops.start;

import io.plumbline.config.Configuration;
import io.plumbline.config.Connection;
import io.plumbline.config.ConsoleSettings;
import io.plumbline.flow.SyncConfiguration;
import io.plumbline.ops.access.AccessConfiguration;
import io.plumbline.ops.api.ApiConfiguration;
import io.plumbline.ops.console.ConsoleConfiguration;
import io.plumbline.ops.console.PreviewMaker;
import io.plumbline.ops.storage.NewerDatabaseException;
import io.plumbline.ops.storage.SchemaUpgrade;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.beans.BeansException;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationContextException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** The connector as a Spring application, around what an administrator decided and the environment named. */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import({SyncConfiguration.class, SchemaUpgrade.class})
public class ConnectorApplication {

    /** What makes up the application where it serves something. */
    private static final List<Class<?>> SERVED = List.of(
            ConnectorApplication.class, AccessConfiguration.class, ApiConfiguration.class, ConsoleConfiguration.class);

    /**
     * Without pages, for one run.
     *
     * @param data what Spring must know of the database
     */
    public static ConfigurableApplicationContext forOneRun(
            Configuration configuration, Connection connection, Map<String, Object> data) {
        return start(
                new SpringApplication(RunApplication.class),
                WebApplicationType.NONE,
                configuration,
                connection,
                data,
                Map.of());
    }

    /** As {@link #forOneRun}, on this database whatever other one the environment of the process names. */
    public static ConfigurableApplicationContext apart(
            Configuration configuration, Connection connection, Map<String, Object> data) {
        SpringApplication application = new SpringApplication(RunApplication.class);
        keepApart(application, data);
        return start(application, WebApplicationType.NONE, configuration, connection, data, Map.of());
    }

    private static void keepApart(SpringApplication application, Map<String, Object> data) {
        Map<String, Object> alone = new HashMap<>(data);
        alone.putIfAbsent("spring.datasource.password", "");
        application.addInitializers(context ->
                context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("apart", alone)));
    }

    /** With pages on a port of this machine, for local users alone. */
    public static ConfigurableApplicationContext withPages(
            Configuration configuration, Connection connection, Map<String, Object> data, int port, Class<?>... more) {
        return withPages(configuration, connection, ConsoleSettings.DEFAULT, data, port, more);
    }

    /** With pages, on this database whatever other one the environment of the process names. */
    public static ConfigurableApplicationContext withPagesApart(
            Configuration configuration, Connection connection, Map<String, Object> data, int port) {
        SpringApplication application = served(configuration, connection, ConsoleSettings.DEFAULT);
        keepApart(application, data);
        return startServed(application, configuration, connection, ConsoleSettings.DEFAULT, data, port);
    }

    /** With pages where the settings say. */
    public static ConfigurableApplicationContext withPages(
            Configuration configuration,
            Connection connection,
            ConsoleSettings console,
            Map<String, Object> data,
            int port,
            Class<?>... more) {
        return startServed(
                served(configuration, connection, console, more), configuration, connection, console, data, port);
    }

    private static SpringApplication served(
            Configuration configuration, Connection connection, ConsoleSettings console, Class<?>... more) {
        SpringApplication application = new SpringApplication(
                Stream.concat(SERVED.stream(), Stream.of(more)).toArray(Class<?>[]::new));
        application.addInitializers(context -> context.getBeanFactory().registerSingleton("consoleSettings", console));
        application.addInitializers(context -> ((GenericApplicationContext) context)
                .registerBean(
                        PreviewMaker.class,
                        () -> new PreviewApart(
                                context.getBean(DataSource.class), copy -> apart(configuration, connection, copy))));
        return application;
    }

    private static ConfigurableApplicationContext startServed(
            SpringApplication application,
            Configuration configuration,
            Connection connection,
            ConsoleSettings console,
            Map<String, Object> data,
            int port) {
        return start(
                application,
                WebApplicationType.SERVLET,
                configuration,
                connection,
                data,
                Map.of("server.port", port, "server.address", console.address()));
    }

    /** The port that was really opened, which matters when 0 was asked for. */
    public static int portOf(ApplicationContext context) {
        return context instanceof ServletWebServerApplicationContext web && web.getWebServer() != null
                ? web.getWebServer().getPort()
                : -1;
    }

    private static ConfigurableApplicationContext start(
            SpringApplication application,
            WebApplicationType pages,
            Configuration configuration,
            Connection connection,
            Map<String, Object> data,
            Map<String, Object> settings) {
        application.setWebApplicationType(pages);
        application.setLogStartupInfo(false);
        application.addInitializers(context -> {
            context.getBeanFactory().registerSingleton("configuration", configuration);
            context.getBeanFactory().registerSingleton("connection", connection);
        });
        Map<String, Object> defaults = new HashMap<>(settings);
        defaults.putAll(data);
        application.setDefaultProperties(defaults);
        try {
            return application.run();
        } catch (ApplicationContextException unstarted) {
            throw portInUse(unstarted).orElseThrow(() -> unstarted);
        } catch (BeansException unstarted) {
            throw newerDatabase(unstarted).orElseThrow(() -> unstarted);
        }
    }

    private static Optional<RuntimeException> newerDatabase(BeansException unstarted) {
        return Stream.<Throwable>iterate(unstarted, Objects::nonNull, Throwable::getCause)
                .filter(NewerDatabaseException.class::isInstance)
                .map(newer -> new RefusedCommandException(String.valueOf(newer.getMessage())))
                .map(RuntimeException.class::cast)
                .findFirst();
    }

    private static Optional<RuntimeException> portInUse(ApplicationContextException unstarted) {
        return Stream.<Throwable>iterate(unstarted, Objects::nonNull, Throwable::getCause)
                .filter(PortInUseException.class::isInstance)
                .map(PortInUseException.class::cast)
                .findFirst()
                .map(taken -> new RefusedCommandException("Port " + taken.getPort()
                        + " is taken by another program on this machine. Give another one with --port, or 0 for any"
                        + " free one."));
    }
}
