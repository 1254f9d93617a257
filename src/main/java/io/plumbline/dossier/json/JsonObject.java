package io.plumbline.dossier.json;

import io.plumbline.dossier.CalendarDate;
import io.plumbline.dossier.Item;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A JSON object read leniently: a value that is missing, null or of the wrong type is absent. */
final class JsonObject {

    private final JsonNode node;

    JsonObject(JsonNode node) {
        this.node = node;
    }

    @Nullable
    String text(String name) {
        JsonNode value = node.get(name);
        return value != null && value.isString() ? value.stringValue() : null;
    }

    /** An empty id is none. */
    @Nullable
    String id(String name) {
        String id = text(name);
        return id == null || id.isEmpty() ? null : id;
    }

    @Nullable
    Double number(String name) {
        JsonNode value = node.get(name);
        if (value == null || !value.isNumber()) {
            return null;
        }
        double number = value.numberValue().doubleValue();
        return Double.isFinite(number) ? (Double) number : null;
    }

    @Nullable
    Integer integer(String name) {
        Double number = number(name);
        return number != null && number.intValue() == number ? (Integer) number.intValue() : null;
    }

    @Nullable
    LocalDate date(String name) {
        String text = text(name);
        return text == null ? null : CalendarDate.read(text);
    }

    @Nullable
    Boolean bool(String name) {
        JsonNode value = node.get(name);
        return value != null && value.isBoolean() ? (Boolean) value.booleanValue() : null;
    }

    boolean isTrue(String name) {
        return Boolean.TRUE.equals(bool(name));
    }

    boolean isFalse(String name) {
        return Boolean.FALSE.equals(bool(name));
    }

    @Nullable
    JsonObject object(String name) {
        JsonNode value = node.get(name);
        return value != null && value.isObject() ? new JsonObject(value) : null;
    }

    /** Each member that is an object, in order. */
    void eachObject(BiConsumer<String, JsonObject> consumer) {
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            if (member.getValue().isObject()) {
                consumer.accept(member.getKey(), new JsonObject(member.getValue()));
            }
        }
    }

    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        for (JsonNode element : elements(name)) {
            if (element.isString()) {
                texts.add(element.stringValue());
            }
        }
        return texts;
    }

    List<String> ids(String name) {
        List<String> ids = texts(name);
        ids.removeIf(String::isEmpty);
        return ids;
    }

    /** The objects of an array, read one by one; empty when there is no array. */
    <T> List<T> list(String name, Function<JsonObject, @Nullable T> reader) {
        List<T> read = new ArrayList<>();
        for (JsonNode element : elements(name)) {
            T value = element.isObject() ? reader.apply(new JsonObject(element)) : null;
            if (value != null) {
                read.add(value);
            }
        }
        return read;
    }

    /** As {@link #list}, but null when there is no array: unknown is not empty. */
    <T> @Nullable List<T> known(String name, Function<JsonObject, @Nullable T> reader) {
        JsonNode value = node.get(name);
        return value != null && value.isArray() ? list(name, reader) : null;
    }

    /** This object as an entry of a plan, with all its fields. */
    Item item() {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            fields.put(member.getKey(), plain(member.getValue()));
        }
        return Item.of(fields);
    }

    private Iterable<JsonNode> elements(String name) {
        JsonNode value = node.get(name);
        return value != null && value.isArray() ? value : List.of();
    }

    private static @Nullable Object plain(JsonNode value) {
        return switch (value.getNodeType()) {
            case STRING -> value.stringValue();
            case NUMBER -> value.numberValue();
            case BOOLEAN -> value.booleanValue();
            case ARRAY -> {
                List<@Nullable Object> list = new ArrayList<>();
                value.forEach(element -> list.add(plain(element)));
                yield list;
            }
            case OBJECT -> new JsonObject(value).item().fields();
            case NULL, MISSING, BINARY, POJO -> null;
        };
    }
}
