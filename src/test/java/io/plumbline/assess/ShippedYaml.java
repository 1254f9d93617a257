package io.plumbline.assess;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.Yaml;

/** What stands in the shipped {@code assessment.yaml} under a path such as {@code health.caps.cap.silence.max}. */
final class ShippedYaml {

    static final Path FILE = Path.of("connector-config", "assessment.yaml");

    private final Object root;

    ShippedYaml() {
        try {
            root = new Yaml().load(Files.readString(FILE));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The value, its numbers as doubles; entries of a list are found by their id. */
    Optional<Object> at(String path) {
        return Optional.ofNullable(find(root, path)).map(ShippedYaml::plain);
    }

    /** What a page writes, in the form of {@link #at}. */
    static Object value(String written) {
        return plain(new Yaml().load(written));
    }

    private static Object find(Object node, String path) {
        for (Map.Entry<String, Object> entry : children(node).entrySet()) {
            if (path.equals(entry.getKey())) {
                return entry.getValue();
            }
            if (path.startsWith(entry.getKey() + ".")) {
                Object below =
                        find(entry.getValue(), path.substring(entry.getKey().length() + 1));
                if (below != null) {
                    return below;
                }
            }
        }
        return null;
    }

    private static Map<String, Object> children(Object node) {
        Map<String, Object> children = new LinkedHashMap<>();
        if (node instanceof Map<?, ?> map) {
            map.forEach((key, value) -> children.put(String.valueOf(key), value));
        } else if (node instanceof List<?> list) {
            for (Object element : list) {
                if (element instanceof Map<?, ?> map && map.get("id") instanceof String id) {
                    children.put(id, element);
                }
            }
        }
        return children;
    }

    private static Object plain(Object value) {
        return switch (value) {
            case Number number -> number.doubleValue();
            case List<?> list -> list.stream().map(ShippedYaml::plain).toList();
            case Map<?, ?> map -> {
                Map<String, Object> plain = new LinkedHashMap<>();
                map.forEach((key, below) -> plain.put(String.valueOf(key), plain(below)));
                yield plain;
            }
            case null -> null;
            default -> value;
        };
    }
}
