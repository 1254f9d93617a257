package io.plumbline.config.yaml;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A map in a {@link YamlFile}. A key that is asked for is a known key; {@link #refuseUnknownKeys()} then reports the
 * others with the nearest known one. A key whose value is empty counts as missing.
 */
public final class YamlMap {

    private final YamlFile file;
    private final String path;
    private final int line;
    private final boolean standIn;
    private final Map<String, YamlValue> values = new LinkedHashMap<>();
    private final Map<String, Integer> lines = new LinkedHashMap<>();
    private final Set<String> known = new LinkedHashSet<>();

    /** Without a node it stands in for a map that was reported already, and says nothing about its own keys. */
    YamlMap(YamlFile file, String path, @Nullable MappingNode node) {
        this.file = file;
        this.path = path;
        this.standIn = node == null;
        this.line = node == null ? 1 : node.getStartMark().getLine() + 1;
        if (node == null) {
            return;
        }
        for (NodeTuple tuple : node.getValue()) {
            if (tuple.getKeyNode() instanceof ScalarNode key) {
                int keyLine = key.getStartMark().getLine() + 1;
                lines.put(key.getValue(), keyLine);
                if (!tuple.getValueNode().getTag().equals(Tag.NULL)) {
                    values.put(
                            key.getValue(), new YamlValue(file, pathOf(key.getValue()), keyLine, tuple.getValueNode()));
                }
            }
        }
    }

    public YamlFile file() {
        return file;
    }

    /** Where this map stands in the file, such as {@code health.caps}; empty for the whole file. */
    public String path() {
        return path;
    }

    /** The line it starts on, from 1. */
    public int line() {
        return line;
    }

    /** The line of a key, or that of the map when the key is missing. */
    public int line(String key) {
        return lines.getOrDefault(key, line);
    }

    /** Every key with a value, in the order of the file; all of them are known from now on. */
    public Map<String, YamlValue> entries() {
        known.addAll(lines.keySet());
        return new LinkedHashMap<>(values);
    }

    /** The value of a key that may be missing. */
    public Optional<YamlValue> find(String key) {
        known.add(key);
        return Optional.ofNullable(values.get(key));
    }

    /** Whether the key has a value; it is known from now on. */
    public boolean has(String key) {
        return find(key).isPresent();
    }

    /** The value of a key that must be there; when it is not, that is a problem and the value given is empty. */
    public YamlValue get(String key) {
        return find(key).orElseGet(() -> {
            if (!standIn) {
                problem(key, "is missing");
            }
            return YamlValue.missing(file, pathOf(key), line(key));
        });
    }

    public String text(String key) {
        return get(key).text();
    }

    public boolean flag(String key) {
        return get(key).flag();
    }

    /** A number from {@code min} to {@code max}, both included. */
    public double number(String key, double min, double max) {
        return get(key).number(min, max);
    }

    /** A whole number from {@code min} to {@code max}, both included. */
    public int integer(String key, int min, int max) {
        return get(key).integer(min, max);
    }

    public YamlMap map(String key) {
        return get(key).map();
    }

    public List<YamlValue> list(String key) {
        return get(key).list();
    }

    /** A list of words; the list must be there and may be empty. */
    public List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        for (YamlValue value : list(key)) {
            texts.add(value.text());
        }
        return texts;
    }

    /** One of these words; when it is none of them, that is a problem and the first is given. */
    public String oneOf(String key, Collection<String> allowed) {
        return get(key).oneOf(allowed);
    }

    /** Adds a problem about a key, with the key's path and line. */
    public void problem(String key, String what) {
        file.problem(line(key), "'" + pathOf(key) + "' " + what);
    }

    /** Reports each key that nobody asked for. */
    public void refuseUnknownKeys() {
        for (String key : lines.keySet()) {
            if (!known.contains(key)) {
                problem(key, "is unknown" + NearestWord.suggestion(key, known));
            }
        }
    }

    private String pathOf(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
