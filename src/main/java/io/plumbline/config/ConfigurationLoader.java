package io.plumbline.config;

import io.plumbline.config.connector.ConnectorConfig;
import io.plumbline.config.mapping.Mapping;
import io.plumbline.config.policy.AssessmentPolicy;
import io.plumbline.config.tasks.TaskPolicy;
import io.plumbline.config.yaml.ConfigurationException;
import io.plumbline.config.yaml.NearestWord;
import io.plumbline.config.yaml.YamlFile;
import io.plumbline.config.yaml.YamlProblem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the four files and gathers the problems of all of them. */
final class ConfigurationLoader {

    static final String CONNECTOR = "connector.yaml";
    static final String MAPPING = "mapping.yaml";
    static final String ASSESSMENT = "assessment.yaml";
    static final String TASKS = "tasks.yaml";
    static final List<String> FILES = List.of(CONNECTOR, MAPPING, ASSESSMENT, TASKS);

    private static final String SHIPPED = "/connector-config/";

    private final Optional<Path> folder;
    private final List<YamlProblem> problems = new ArrayList<>();

    ConfigurationLoader(Optional<Path> folder) {
        this.folder = folder;
    }

    Configuration load() {
        folder.ifPresent(this::refuseStrangeFiles);
        Read<ConnectorConfig> connector = read(CONNECTOR, ConnectorConfig::read);
        Read<Mapping> mapping = read(MAPPING, Mapping::read);
        Read<AssessmentPolicy> policy = read(ASSESSMENT, AssessmentPolicy::load);
        Read<TaskPolicy> tasks = read(TASKS, TaskPolicy::read);
        if (connector != null && mapping != null && policy != null && tasks != null) {
            Configuration configuration =
                    new Configuration(connector.value(), mapping.value(), policy.value(), tasks.value());
            new CrossChecks(configuration, connector.file(), mapping.file()).run();
            gather(connector.file());
            gather(mapping.file());
            if (problems.isEmpty()) {
                return configuration;
            }
        }
        throw new ConfigurationException(problems);
    }

    private record Read<T>(YamlFile file, T value) {}

    /** The file read without a problem, else null and its problems gathered. */
    private <T> @Nullable Read<T> read(String name, Function<YamlFile, T> reader) {
        try {
            YamlFile file = open(name);
            T value = reader.apply(file);
            file.refuseProblems();
            return new Read<>(file, value);
        } catch (ConfigurationException refused) {
            problems.addAll(refused.problems());
            return null;
        }
    }

    private void gather(YamlFile file) {
        try {
            file.refuseProblems();
        } catch (ConfigurationException refused) {
            problems.addAll(refused.problems());
        }
    }

    private YamlFile open(String name) {
        Optional<Path> own = folder.map(path -> path.resolve(name)).filter(Files::exists);
        if (own.isPresent()) {
            return YamlFile.read(own.get());
        }
        try (InputStream shipped = ConfigurationLoader.class.getResourceAsStream(SHIPPED + name)) {
            if (shipped == null) {
                throw new IllegalStateException(SHIPPED + name + " is not packed in this build");
            }
            String text = new String(shipped.readAllBytes(), StandardCharsets.UTF_8);
            return YamlFile.parse(name + " (as shipped)", text);
        } catch (IOException unreadable) {
            throw new IllegalStateException(SHIPPED + name + " cannot be read from this build", unreadable);
        }
    }

    /** A file whose name is misspelt would be ignored silently, and the shipped one used instead (trap I5). */
    private void refuseStrangeFiles(Path path) {
        if (!Files.isDirectory(path)) {
            problems.add(new YamlProblem(
                    path.toString(),
                    1,
                    "is no folder; " + Environment.CONFIG + " is to name the folder of " + String.join(", ", FILES)));
            return;
        }
        try (Stream<Path> files = Files.list(path)) {
            files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".yaml") || name.endsWith(".yml"))
                    .filter(name -> !FILES.contains(name))
                    .sorted()
                    .forEach(name -> problems.add(new YamlProblem(
                            path.resolve(name).toString(),
                            1,
                            "is no file of the configuration" + NearestWord.suggestion(name, FILES))));
        } catch (IOException unreadable) {
            problems.add(new YamlProblem(path.toString(), 1, "cannot be listed; check who may read it"));
        }
    }
}
