package io.plumbline.sandbox.schema;

import org.jspecify.annotations.Nullable;

/**
 * That another object points at this one.
 *
 * @param relationshipName what a subquery would name it; absent where Salesforce gives none
 * @param cascadeDelete whether the children go with this one
 * @param restrictedDelete whether this one cannot go while there are children
 */
public record ChildRelationship(
        String childObject,
        String field,
        @Nullable String relationshipName,
        boolean cascadeDelete,
        boolean restrictedDelete) {}
