package io.plumbline.ops.start;

import io.plumbline.config.Configuration;
import io.plumbline.config.Connection;
import io.plumbline.config.Environment;
import io.plumbline.ops.storage.DataPlace;
import java.util.Map;
import java.util.function.Function;
import org.springframework.context.ConfigurableApplicationContext;

/** The program, put together for one command, on the data of its environment; they are this command's until it is closed. */
public final class OneRun implements AutoCloseable {

    private final DataPlace data;
    private final ConfigurableApplicationContext context;

    private OneRun(DataPlace data, ConfigurableApplicationContext context) {
        this.data = data;
        this.context = context;
    }

    /**
     * Nothing of the data is touched before the org and the configuration are known to be right.
     *
     * @throws RefusedCommandException when the environment names no org, or half of one
     * @throws io.plumbline.config.yaml.ConfigurationException when a file of the configuration is not right
     * @throws io.plumbline.ops.storage.DataFolderException when the data cannot be had
     */
    public static OneRun on(Environment environment) {
        return on(environment, DataPlace::settings);
    }

    /** As {@link #on}, for a command that changes nothing. */
    public static OneRun toRead(Environment environment) {
        return on(environment, DataPlace::settingsToRead);
    }

    private static OneRun on(Environment environment, Function<DataPlace, Map<String, Object>> settings) {
        Connection connection = Org.namedBy(environment);
        Configuration configuration = Configuration.load(environment.configFolder());
        DataPlace data = DataPlace.open(environment);
        try {
            return new OneRun(data, ConnectorApplication.forOneRun(configuration, connection, settings.apply(data)));
        } catch (RuntimeException unstarted) {
            data.close();
            throw unstarted;
        }
    }

    /** One of the program's parts. */
    public <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        try (data) {
            context.close();
        }
    }
}
