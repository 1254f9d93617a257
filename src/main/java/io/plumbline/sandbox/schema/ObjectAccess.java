package io.plumbline.sandbox.schema;

/** Where the right to an object's records comes from. */
public sealed interface ObjectAccess {

    /** A permission set names the object itself. */
    record Granted() implements ObjectAccess {}

    /** Whoever may read or edit the records of another object may do so with these. */
    record Follows(String object) implements ObjectAccess {}

    /** Every user reads them; a user permission such as EditTask is needed to write. */
    record EditedWith(String userPermission) implements ObjectAccess {}

    /** Every user reads them, administrators write them. */
    record Everyone() implements ObjectAccess {}
}
