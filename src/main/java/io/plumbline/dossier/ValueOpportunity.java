package io.plumbline.dossier;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Value to be created together: for us ({@code supplierValue}) and for the customer ({@code customerValue}).
 *
 * @param state null when it is none of the known states
 * @param confidence 0 to 1
 * @param item all its fields by name: {@code id, name, state, supplierValue, customerValue, deliveredValue, dueDate,
 *     confidence, opportunityId, ownerId} and any other
 */
public record ValueOpportunity(
        @Nullable String id,
        @Nullable State state,
        @Nullable Double supplierValue,
        @Nullable Double customerValue,
        @Nullable Double deliveredValue,
        @Nullable LocalDate dueDate,
        @Nullable Double confidence,
        @Nullable String opportunityId,
        @Nullable String ownerId,
        Item item)
        implements PlanEntry {

    /** Whether the value is still to come, has come, or was given up. */
    public enum State {
        OPEN,
        DELIVERED,
        DROPPED
    }

    /** The value opportunity that these fields describe; {@code state} is one of open, delivered and dropped. */
    public static ValueOpportunity of(Item item) {
        return new ValueOpportunity(
                item.id("id"),
                ModelWord.read(State.class, item.text("state")),
                item.number("supplierValue"),
                item.number("customerValue"),
                item.number("deliveredValue"),
                item.date("dueDate"),
                item.number("confidence"),
                item.id("opportunityId"),
                item.id("ownerId"),
                item);
    }
}
