package io.plumbline.extract;

import io.plumbline.crm.FieldName;

/**
 * A field that is to be read.
 *
 * @param key where mapping.yaml asks for it
 */
record Wanted(FieldName field, String key, Need need) {

    /** What it means when the field cannot be seen. */
    enum Need {
        /** The source is useless without it. */
        REQUIRED,
        /** What it supplies is unknown, and somebody should know. */
        OPTIONAL,
        /** Nothing: it is read for comparison alone. */
        IF_THERE
    }
}
