package io.plumbline.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * A key of a configuration file.
 *
 * @param path the keys and list positions that lead to the map that the key is in
 */
record KeyPlace(List<String> path, String key) {

    /** In how many ways a key can be misspelt. */
    static final int WAYS = 4;

    private static final Path SHIPPED = Path.of("connector-config");

    KeyPlace {
        path = List.copyOf(path);
    }

    /** The keys that the shipped file holds, then those that its JSON Schema knows besides. */
    static List<KeyPlace> all(String name) throws IOException {
        Set<KeyPlace> places = new LinkedHashSet<>();
        Map<String, Object> file = shipped(name);
        present(file, List.of(), places);
        JsonNode schema = new ObjectMapper()
                .readTree(Files.readString(SHIPPED.resolve("schema").resolve(name + ".schema.json")));
        known(schema, schema, Optional.of(file), List.of(), places);
        return List.copyOf(places);
    }

    /** As it is shipped, but for the titles: whether an expression is harmless takes its time, and is tested elsewhere. */
    private static Map<String, Object> shipped(String name) throws IOException {
        Map<String, Object> file = textKeys(new Yaml().load(Files.readString(SHIPPED.resolve(name + ".yaml"))));
        if (file.get("seniority") instanceof Map<?, ?> seniority) {
            map(seniority).replaceAll((level, titles) -> List.of("chief"));
        }
        return file;
    }

    private static void present(Object value, List<String> path, Set<KeyPlace> places) {
        children(value).forEach((step, child) -> {
            if (value instanceof Map<?, ?>) {
                places.add(new KeyPlace(path, step));
            }
            present(child, with(path, step), places);
        });
    }

    private static void known(
            JsonNode root, JsonNode node, Optional<Object> value, List<String> path, Set<KeyPlace> places) {
        JsonNode schema = node.has("$ref") ? root.at(node.get("$ref").asString().substring(1)) : node;
        schema.path("anyOf").forEach(choice -> known(root, choice, value, path, places));
        boolean measures = !path.isEmpty() && path.getLast().equals("measures");
        schema.path("properties").properties().forEach(property -> {
            Optional<Object> below = value.map(KeyPlace::children).map(map -> map.get(property.getKey()));
            if (measures && below.isEmpty()) {
                return; // Each dimension may hold each measure, and each stands in the shipped file once.
            }
            places.add(new KeyPlace(path, property.getKey()));
            known(root, property.getValue(), below, with(path, property.getKey()), places);
        });
        Stream.of("additionalProperties", "items")
                .map(schema::path)
                .filter(JsonNode::isObject)
                .forEach(each -> value.map(KeyPlace::children).orElse(Map.of()).entrySet().stream()
                        .filter(entry -> !schema.path("properties").has(entry.getKey()))
                        .findFirst()
                        .ifPresent(entry ->
                                known(root, each, Optional.of(entry.getValue()), with(path, entry.getKey()), places)));
    }

    /** The shipped file with these keys misspelt; where it lacks a key, it gets the misspelt one. */
    static String misspell(String name, Map<KeyPlace, String> misspellings) throws IOException {
        Map<String, Object> file = shipped(name);
        for (Map.Entry<KeyPlace, String> each : misspellings.entrySet()) {
            Map<String, Object> map = each.getKey().mapIn(file);
            Map<String, Object> changed = new LinkedHashMap<>();
            map.forEach((key, value) -> changed.put(key.equals(each.getKey().key) ? each.getValue() : key, value));
            changed.putIfAbsent(each.getValue(), "Nothing__c");
            map.clear();
            map.putAll(changed);
        }
        return new Yaml().dump(file);
    }

    private Map<String, Object> mapIn(Map<String, Object> file) {
        Map<String, Object> map = file;
        for (int i = 0; i < path.size(); i++) {
            Object below = map.get(path.get(i));
            if (below instanceof List<?> list
                    && i + 1 < path.size()
                    && path.get(i + 1).matches("\\d+")) {
                i++;
                map = map(list.get(Integer.parseInt(path.get(i))));
            } else if (below instanceof Map<?, ?>) {
                map = map(below);
            } else {
                Map<String, Object> made = inPlaceOf(below);
                map.put(path.get(i), made);
                map = made;
            }
        }
        return map;
    }

    /** Where a map may stand as well: a word is the field of one. */
    private static Map<String, Object> inPlaceOf(@Nullable Object other) {
        Map<String, Object> made = new LinkedHashMap<>();
        if (other instanceof String field) {
            made.put("field", field);
        }
        return made;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }

    /** By one letter, in the middle: dropped, swapped with its neighbour, doubled, or another. Empty where that changes nothing. */
    Optional<String> misspelt(int way) {
        int middle = key.length() / 2;
        char letter = key.charAt(middle);
        String before = key.substring(0, middle);
        String after = key.substring(middle + 1);
        String misspelt = switch (way) {
            case 0 -> before + after;
            case 1 -> middle == 0 ? key : key.substring(0, middle - 1) + letter + key.charAt(middle - 1) + after;
            case 2 -> before + letter + letter + after;
            case 3 -> before + (letter == 'q' ? 'z' : 'q') + after;
            default -> throw new IllegalArgumentException("no such way: " + way);
        };
        return Optional.of(misspelt).filter(word -> !word.isEmpty() && !word.equals(key));
    }

    String where() {
        return String.join("/", with(path, key));
    }

    private static Map<String, Object> children(Object value) {
        Map<String, Object> children = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, child) -> children.put(key.toString(), child));
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                children.put(Integer.toString(i), list.get(i));
            }
        }
        return children;
    }

    /** Numbers may be keys; here they are text as any other. */
    private static Map<String, Object> textKeys(Map<?, ?> map) {
        Map<String, Object> text = new LinkedHashMap<>();
        map.forEach((key, value) -> text.put(key.toString(), textKeysBelow(value)));
        return text;
    }

    private static Object textKeysBelow(Object value) {
        if (value instanceof Map<?, ?> map) {
            return textKeys(map);
        }
        return value instanceof List<?> list
                ? new ArrayList<>(list.stream().map(KeyPlace::textKeysBelow).toList())
                : value;
    }

    private static List<String> with(List<String> path, String step) {
        List<String> longer = new ArrayList<>(path);
        longer.add(step);
        return longer;
    }
}
