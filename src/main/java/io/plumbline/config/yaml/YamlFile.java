package io.plumbline.config.yaml;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/**
 * A configuration file that remembers where each value stands and gathers every problem, so that an administrator
 * mends a file in one go.
 *
 * <p>How to use it: read the values from {@link #root()}; a value that is wrong or missing adds a problem and gives a
 * harmless stand-in; call {@link YamlMap#refuseUnknownKeys()} on every map once all its keys were asked for; then call
 * {@link #refuseProblems()}, which throws if there was any. What was read is only to be used after that.
 *
 * <p>The reader builds no objects and bounds size, nesting and aliases. Not safe for use by several threads.
 */
public final class YamlFile {

    private static final int MAX_CHARACTERS = 1_000_000;
    private static final int MAX_DEPTH = 40;
    private static final int MAX_ALIASES = 50;

    private final String name;
    private final List<YamlProblem> problems = new ArrayList<>();
    private final YamlMap root;

    private YamlFile(String name, String text) {
        this.name = name;
        this.root = new YamlMap(this, "", compose(text));
    }

    /** Reads a file; its path is the name used in messages. */
    public static YamlFile read(Path path) {
        String name = path.toString();
        try {
            byte[] bytes = Files.readAllBytes(path);
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return parse(name, text);
        } catch (CharacterCodingException e) {
            throw new ConfigurationException(List.of(new YamlProblem(name, 1, "is not UTF-8 text; save it as UTF-8")));
        } catch (IOException e) {
            throw new ConfigurationException(List.of(
                    new YamlProblem(name, 1, "cannot be read; check that it exists and who may read it (" + e + ")")));
        }
    }

    /**
     * Reads text.
     *
     * @param name what to call it in messages
     * @throws ConfigurationException when it is not YAML at all; every other problem waits for {@link #refuseProblems}
     */
    public static YamlFile parse(String name, String text) {
        YamlFile file = new YamlFile(name, text);
        if (!file.problems.isEmpty()) {
            file.refuseProblems();
        }
        return file;
    }

    /** The name used in messages. */
    public String name() {
        return name;
    }

    /** The map that the whole file is. */
    public YamlMap root() {
        return root;
    }

    /** Adds a problem that the caller found. */
    public void problem(int line, String what) {
        YamlProblem problem = new YamlProblem(name, line, what);
        if (!problems.contains(problem)) {
            problems.add(problem);
        }
    }

    /** @throws ConfigurationException listing every problem found so far, if there is any */
    public void refuseProblems() {
        if (!problems.isEmpty()) {
            throw new ConfigurationException(problems.stream()
                    .sorted(Comparator.comparingInt(YamlProblem::line))
                    .toList());
        }
    }

    private @Nullable MappingNode compose(String text) {
        LoaderOptions limits = new LoaderOptions();
        limits.setCodePointLimit(MAX_CHARACTERS);
        limits.setNestingDepthLimit(MAX_DEPTH);
        limits.setMaxAliasesForCollections(MAX_ALIASES);
        limits.setAllowRecursiveKeys(false);
        try {
            Node node =
                    new Yaml(limits).compose(new StringReader(text.startsWith("\uFEFF") ? text.substring(1) : text));
            if (node instanceof MappingNode mapping) {
                YamlShape.check(mapping, this);
                return mapping;
            }
            problem(1, node == null ? "is empty" : "is to be a map of keys and values");
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            problem(line, "is not well-formed YAML: " + e.getProblem());
        } catch (YAMLException e) {
            problem(1, "is not well-formed YAML: " + e.getMessage());
        }
        return null;
    }
}
