package io.plumbline.assess;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A place where plan and CRM say opposite things (model section 4, {@code vet.consistent}).
 *
 * @param ref the id of the record it is about; which one depends on the kind
 * @param other the id of the record that says the opposite, so that a person can open both sides; null where there is none
 */
public record Contradiction(
        Kind kind, @Nullable String ref, @Nullable String other) {

    /** The kinds, in the order in which they are listed. */
    public enum Kind {
        /** An open value of the plan hangs on a lost opportunity; the ref is the value opportunity, the other that opportunity. */
        LOST,
        /** Plan and CRM differ about the worth of an opportunity; the ref is the opportunity, the other the plan. */
        AMOUNT,
        /** A stakeholder of the plan has left the customer; the ref is the contact, the other the plan. */
        LEFT,
        /** Somebody who works here no longer owns an open action, objective or value; the ref is that record, the other the owner. */
        OWNER,
        /** An open value is linked to an opportunity of no or another account; the ref is the value opportunity, the other that opportunity. */
        FOREIGN;

        private final String id = name().toLowerCase(Locale.ROOT);

        /** The word in JSON. */
        public String id() {
            return id;
        }
    }
}
