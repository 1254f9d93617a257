package io.plumbline.ops;

import io.plumbline.config.Configuration;
import io.plumbline.config.Connection;
import io.plumbline.flow.SyncConfiguration;
import io.plumbline.ops.access.AccessConfiguration;
import io.plumbline.ops.api.ApiConfiguration;
import io.plumbline.ops.page.Pages;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ApplicationContextException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.MapPropertySource;

/** The connector as a Spring application, around what an administrator decided and the environment named. */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import(SyncConfiguration.class)
class ConnectorApplication {

    /**
     * Without pages, for one run.
     *
     * @param data what Spring must know of the database
     */
    static ConfigurableApplicationContext forOneRun(
            Configuration configuration, Connection connection, Map<String, Object> data) {
        return start(
                new SpringApplication(ConnectorApplication.class),
                WebApplicationType.NONE,
                configuration,
                connection,
                data,
                Map.of());
    }

    /** As {@link #forOneRun}, on this database whatever other one the environment of the process names. */
    static ConfigurableApplicationContext apart(
            Configuration configuration, Connection connection, Map<String, Object> data) {
        SpringApplication application = new SpringApplication(ConnectorApplication.class);
        Map<String, Object> alone = new HashMap<>(data);
        alone.putIfAbsent("spring.datasource.password", "");
        application.addInitializers(context ->
                context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("apart", alone)));
        return start(application, WebApplicationType.NONE, configuration, connection, data, Map.of());
    }

    /** With pages on a port of this machine. */
    static ConfigurableApplicationContext withPages(
            Configuration configuration, Connection connection, Map<String, Object> data, int port, Class<?>... more) {
        Class<?>[] sources = new Class<?>[more.length + 4];
        sources[0] = ConnectorApplication.class;
        sources[1] = Pages.class;
        sources[2] = AccessConfiguration.class;
        sources[3] = ApiConfiguration.class;
        System.arraycopy(more, 0, sources, 4, more.length);
        return start(
                new SpringApplication(sources),
                WebApplicationType.SERVLET,
                configuration,
                connection,
                data,
                Map.of("server.port", port));
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
        }
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
