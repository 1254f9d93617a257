package io.plumbline.config;

import io.plumbline.config.connector.ConnectorConfig;
import io.plumbline.config.mapping.Mapping;
import io.plumbline.config.policy.AssessmentPolicy;
import io.plumbline.config.tasks.TaskPolicy;
import io.plumbline.config.yaml.ConfigurationException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Everything an administrator decides, from the four files of {@code connector-config}. A file that a folder lacks
 * is the shipped one; files are never merged.
 */
public record Configuration(ConnectorConfig connector, Mapping mapping, AssessmentPolicy policy, TaskPolicy tasks) {

    /** The names of the four files. */
    public static final List<String> FILES = ConfigurationLoader.FILES;

    /** What is shipped. */
    public static Configuration shipped() {
        return load(Optional.empty());
    }

    /**
     * Reads the files of a folder ({@link Environment#configFolder()}).
     *
     * @throws ConfigurationException listing every problem of all four files, each with file and line, and where they
     *     contradict each other
     */
    public static Configuration load(Optional<Path> folder) {
        return new ConfigurationLoader(folder).load();
    }
}
