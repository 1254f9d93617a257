package io.plumbline.sandbox.soql;

import io.plumbline.sandbox.schema.FieldType;

/**
 * One column of a result in the order of the SELECT.
 *
 * @param path as Bulk names it: {@code Account.Name}, {@code expr0}, an alias
 */
public record ResultColumn(String path, FieldType type) {}
