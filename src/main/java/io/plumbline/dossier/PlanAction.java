package io.plumbline.dossier;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A step somebody is to take under a plan.
 *
 * @param item all its fields by name: {@code id, name, ownerId, dueDate, completedDate} and any other
 */
public record PlanAction(
        @Nullable String id,
        @Nullable String ownerId,
        @Nullable LocalDate dueDate,
        @Nullable LocalDate completedDate,
        Item item)
        implements PlanEntry {

    /** The action that these fields describe. */
    public static PlanAction of(Item item) {
        return new PlanAction(
                item.id("id"), item.id("ownerId"), item.date("dueDate"), item.date("completedDate"), item);
    }
}
