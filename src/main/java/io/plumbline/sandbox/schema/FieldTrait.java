package io.plumbline.sandbox.schema;

/** The yes-or-no facts of a field, as describe tells them. */
public enum FieldTrait {
    NILLABLE,
    CREATEABLE,
    UPDATEABLE,
    DEFAULTED_ON_CREATE,
    CUSTOM,
    /** The name field of its object. */
    NAME_FIELD,
    /** Can be used as an external id in upsert and relationship references. */
    EXTERNAL_ID,
    ID_LOOKUP,
    UNIQUE,
    CASE_SENSITIVE,
    /** A formula; never written. */
    CALCULATED,
    AUTO_NUMBER,
    RESTRICTED_PICKLIST,
    /** Deleting the parent deletes the child, as master-detail does. */
    CASCADE_DELETE,
    /** The parent cannot be deleted while the child is there. */
    RESTRICTED_DELETE,
    /** A reference that may lead to records of several objects, even where this org has one of them only. */
    POLYMORPHIC,
    /** Field permissions apply to it; where absent the field follows its object. */
    PERMISSIONABLE
}
