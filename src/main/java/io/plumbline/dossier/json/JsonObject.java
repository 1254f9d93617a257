package io.plumbline.dossier.json;

import io.plumbline.dossier.CalendarDate;
import io.plumbline.dossier.CompactMap;
import io.plumbline.dossier.Item;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object read leniently: a value that is missing, null or of the wrong type is absent. Of a name that comes twice the
 * last value counts.
 */
final class JsonObject {

    /** Among more members than these, names that come twice are not looked for one by one. */
    private static final int FEW = 32;

    /** Name, value, name, value; a value is text, a number, a truth, a list, a {@link JsonObject} or null. */
    private final @Nullable Object[] members;

    private final int end;

    JsonObject(@Nullable Object[] members, int end) {
        this.members = members;
        this.end = end;
    }

    private @Nullable Object value(String name) {
        int index = lastIndexOf(name, end);
        return index < 0 ? null : members[index + 1];
    }

    /** Of the members before an index the last of this name; negative when there is none. */
    private int lastIndexOf(String name, int before) {
        for (int i = before - 2; i >= 0; i -= 2) {
            if (members[i] == name) {
                return i;
            }
        }
        for (int i = before - 2; i >= 0; i -= 2) {
            if (name.equals(members[i])) {
                return i;
            }
        }
        return -1;
    }

    @Nullable
    String text(String name) {
        return value(name) instanceof String text ? text : null;
    }

    /** An empty id is none. */
    @Nullable
    String id(String name) {
        String id = text(name);
        return id == null || id.isEmpty() ? null : id;
    }

    @Nullable
    Double number(String name) {
        if (!(value(name) instanceof Number given)) {
            return null;
        }
        double number = given.doubleValue();
        return Double.isFinite(number) ? UsualNumber.of(number) : null;
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
        return value(name) instanceof Boolean truth ? truth : null;
    }

    boolean isTrue(String name) {
        return Boolean.TRUE.equals(bool(name));
    }

    boolean isFalse(String name) {
        return Boolean.FALSE.equals(bool(name));
    }

    @Nullable
    JsonObject object(String name) {
        return value(name) instanceof JsonObject object ? object : null;
    }

    /** Each member that is an object, in order. */
    void eachObject(BiConsumer<String, JsonObject> consumer) {
        members().forEach((name, value) -> {
            if (value instanceof JsonObject object) {
                consumer.accept(name, object);
            }
        });
    }

    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        for (Object element : elements(name)) {
            if (element instanceof String text) {
                texts.add(text);
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
        List<?> elements = elements(name);
        List<T> read = new ArrayList<>(elements.size());
        for (Object element : elements) {
            T value = element instanceof JsonObject object ? reader.apply(object) : null;
            if (value != null) {
                read.add(value);
            }
        }
        return read;
    }

    /** As {@link #list}, but null when there is no array: unknown is not empty. */
    <T> @Nullable List<T> known(String name, Function<JsonObject, @Nullable T> reader) {
        return value(name) instanceof List<?> ? list(name, reader) : null;
    }

    /** This object as an entry of a plan, with all its fields that have a value. */
    Item item() {
        Map<String, @Nullable Object> all = members();
        CompactMap.Builder<Object> fields = new CompactMap.Builder<>(all.size());
        all.forEach((name, value) -> {
            Object plain = plain(value);
            if (plain != null) {
                fields.put(name, plain);
            }
        });
        return new Item(fields.build());
    }

    private List<?> elements(String name) {
        return value(name) instanceof List<?> list ? list : List.of();
    }

    /** Each name once, in the order in which the names first came. */
    private Map<String, @Nullable Object> members() {
        if (end > 2 * FEW || repeats()) {
            Map<String, @Nullable Object> last = new LinkedHashMap<>();
            for (int i = 0; i < end; i += 2) {
                last.put(name(i), members[i + 1]);
            }
            return last;
        }
        CompactMap.Builder<@Nullable Object> all = new CompactMap.Builder<>(end / 2);
        for (int i = 0; i < end; i += 2) {
            all.put(name(i), members[i + 1]);
        }
        return all.build();
    }

    private boolean repeats() {
        for (int i = 2; i < end; i += 2) {
            if (lastIndexOf(name(i), i) >= 0) {
                return true;
            }
        }
        return false;
    }

    private String name(int index) {
        return (String) members[index];
    }

    private static @Nullable Object plain(@Nullable Object value) {
        return switch (value) {
            case JsonObject object -> object.item().fields();
            case List<?> list -> {
                List<@Nullable Object> plain = new ArrayList<>(list.size());
                list.forEach(element -> plain.add(plain(element)));
                yield plain;
            }
            case null -> null;
            default -> value;
        };
    }
}
