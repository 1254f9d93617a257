package io.plumbline.salesforce;

import io.plumbline.crm.ObjectName;
import java.util.List;
import java.util.Optional;

/**
 * A field as the integration user can see it.
 *
 * @param length most characters of a text, 0 where that has no meaning
 * @param digitsBefore digits before the decimal point of a number, 0 where that has no meaning
 * @param scale digits after the decimal point of a number
 * @param calculated whether a formula or a roll-up makes the value, which may change without the record's stamp (trap C8)
 * @param referenceTo the objects a reference may point to
 * @param relationshipName the name that SOQL paths use for a reference
 */
public record FieldDescription(
        String name,
        Type type,
        int length,
        int digitsBefore,
        int scale,
        boolean createable,
        boolean updateable,
        boolean nillable,
        boolean externalId,
        boolean unique,
        boolean calculated,
        List<ObjectName> referenceTo,
        Optional<String> relationshipName) {

    /** How the values of a field are to be read; the many text types of Salesforce are one here. */
    public enum Type {
        TEXT,
        REFERENCE,
        NUMBER,
        BOOLEAN,
        DATE,
        DATE_TIME,
        /** Addresses, locations and what else holds parts; never selected (trap G11). */
        COMPOUND
    }

    private static final int LONGEST_SHORT_TEXT = 255;

    public FieldDescription {
        referenceTo = List.copyOf(referenceTo);
    }

    /** Whether it is a long text area. Two of an org's own in a query make its pages small. */
    public boolean isLongText() {
        return type == Type.TEXT && length > LONGEST_SHORT_TEXT && !calculated;
    }
}
