package io.plumbline.dossier;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A meeting, call, email or other contact between their people and ours; a meeting may lie in the future.
 *
 * @param direction null when unknown: then a meeting or call counts as {@link Direction#BOTH}, anything else as
 *     {@link Direction#OUT}
 * @param businessReview whether this was the formal review of the business with the customer
 */
public record Interaction(
        @Nullable String id,
        Kind kind,
        @Nullable Direction direction,
        @Nullable LocalDate date,
        List<String> contactIds,
        List<String> userIds,
        boolean businessReview) {

    /** What kind of contact it was; an unknown kind is {@link #OTHER}. */
    public enum Kind {
        MEETING,
        CALL,
        EMAIL,
        OTHER
    }

    /** Who spoke: the customer ({@link #IN}), we ({@link #OUT}), or both. */
    public enum Direction {
        IN,
        OUT,
        BOTH
    }

    public Interaction {
        contactIds = List.copyOf(contactIds);
        userIds = List.copyOf(userIds);
    }

    /** Whether the customer said something: in or both, with the default of the kind where nobody recorded it. */
    public boolean isTwoWay() {
        return direction == null ? kind == Kind.MEETING || kind == Kind.CALL : direction != Direction.OUT;
    }
}
