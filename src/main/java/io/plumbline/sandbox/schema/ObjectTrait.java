package io.plumbline.sandbox.schema;

/** The yes-or-no facts of an object, as describe tells them. */
public enum ObjectTrait {
    CREATEABLE,
    UPDATEABLE,
    DELETABLE,
    UNDELETABLE,
    QUERYABLE,
    RETRIEVEABLE,
    REPLICATEABLE,
    SEARCHABLE,
    MERGEABLE,
    CUSTOM
}
