package io.plumbline.assess.explanation;

import io.plumbline.config.policy.Curve;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A value and what it follows from.
 *
 * @param value a number, truth, text, date or enum constant; null when unknown
 * @param how how it follows from {@code from}
 * @param weight with which it counts in a {@link Combination#MEAN}, null where it is no member of one
 * @param at the path of the value it stands for, null where it stands for itself
 * @param records ids of the records that it comes from; null for a record without id
 * @param segment the points of the curve that were used
 */
public record Explained(
        String name,
        @Nullable Object value,
        Combination how,
        @Nullable Double weight,
        @Nullable String at,
        List<@Nullable String> records,
        List<Curve.Point> segment,
        List<Explained> from) {

    public Explained {
        records = Collections.unmodifiableList(new ArrayList<>(records));
        segment = List.copyOf(segment);
        from = List.copyOf(from);
    }

    static Explained of(String name, @Nullable Object value, Combination how, List<Explained> from) {
        return new Explained(name, value, how, null, null, List.of(), List.of(), from);
    }

    Explained with(List<@Nullable String> ids) {
        return new Explained(name, value, how, weight, at, ids, segment, from);
    }

    Explained along(List<Curve.Point> points) {
        return new Explained(name, value, how, weight, at, records, points, from);
    }

    Explained weighing(double newWeight) {
        return new Explained(name, value, how, newWeight, at, records, segment, from);
    }

    Explained pointingTo(String path) {
        return new Explained(name, value, how, weight, path, records, segment, from);
    }
}
