package io.plumbline.sandbox.schema;

import org.jspecify.annotations.Nullable;

/**
 * That another object points at this one.
 *
 * @param relationshipName what a subquery would name it; absent where Salesforce gives none
 */
public record ChildRelationship(
        String childObject, String field, @Nullable String relationshipName, boolean cascadeDelete) {}
