package io.plumbline.config;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Records as text that is the same in every process for what is equal, whatever order a set or a map of the JDK has today.
 */
public final class CanonicalText {

    private CanonicalText() {}

    public static String of(@Nullable Object value) {
        return switch (value) {
            case null -> "null";
            case Optional<?> optional -> of(optional.orElse(null));
            case Map<?, ?> map ->
                sorted(map.entrySet().stream().map(entry -> of(entry.getKey()) + "=" + of(entry.getValue())));
            case Set<?> set -> sorted(set.stream().map(CanonicalText::of));
            case Collection<?> list -> list.stream().map(CanonicalText::of).collect(Collectors.joining(",", "[", "]"));
            case Record bean ->
                bean.getClass().getSimpleName()
                        + Stream.of(bean.getClass().getRecordComponents())
                                .map(component -> component.getName() + "=" + of(valueOf(bean, component)))
                                .collect(Collectors.joining(",", "(", ")"));
            default -> "'" + value + "'";
        };
    }

    private static String sorted(Stream<String> texts) {
        return texts.sorted().collect(Collectors.joining(",", "{", "}"));
    }

    private static @Nullable Object valueOf(Record bean, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(bean);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("Every component of a record can be read", impossible);
        }
    }
}
