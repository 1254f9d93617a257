package io.plumbline.sandbox.seed.load;

import io.plumbline.sandbox.schema.FieldSchema;

/** What a column of a file means for the object its rows become. */
sealed interface Column {

    /** The record's Id. */
    record Identity() implements Column {}

    /** A plain value of this field. */
    record Plain(FieldSchema field) implements Column {}

    /** The Id, or the name within the seed, of the record that this field refers to. */
    record Lookup(FieldSchema field) implements Column {}

    /** The record that this field refers to, named by one of its own fields: {@code Account.Ext__c}. */
    record ByExternalId(FieldSchema field, String parentField) implements Column {}

    /** Nothing that could be loaded. */
    record Unusable(String reason) implements Column {}
}
