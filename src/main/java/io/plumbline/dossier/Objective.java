package io.plumbline.dossier;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An objective of a plan.
 *
 * @param progress share reached, 0 to 1
 * @param item all its fields by name: {@code id, name, measure, target, ownerId, startDate, dueDate, progress} and any
 *     other
 */
public record Objective(
        @Nullable String id,
        @Nullable String ownerId,
        @Nullable LocalDate startDate,
        @Nullable LocalDate dueDate,
        @Nullable Double progress,
        Item item)
        implements PlanEntry {

    /** The objective that these fields describe. */
    public static Objective of(Item item) {
        return new Objective(
                item.id("id"),
                item.id("ownerId"),
                item.date("startDate"),
                item.date("dueDate"),
                item.number("progress"),
                item);
    }
}
