package io.plumbline.dossier;

import org.jspecify.annotations.Nullable;

/**
 * A person the plan counts on, linked to a contact or only named.
 *
 * @param item all its fields by name: {@code contactId, name, role} and any other
 */
public record Stakeholder(@Nullable String contactId, Item item) implements PlanEntry {

    /** The stakeholder that these fields describe. */
    public static Stakeholder of(Item item) {
        return new Stakeholder(item.id("contactId"), item);
    }
}
