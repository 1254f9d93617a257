package io.plumbline.sandbox.schema;

/** One value of a picklist. */
public record PicklistEntry(String value, String label, boolean defaultValue, boolean active) {}
