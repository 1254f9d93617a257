package io.plumbline.sandbox.soql;

import io.plumbline.sandbox.schema.FieldType;
import java.util.List;

/**
 * One column of a result in the order of the SELECT.
 *
 * @param path as Bulk names it: {@code Account.Name}, {@code expr0}, an alias, the relationship of a sub-select
 * @param type of its values; that of a sub-select has no meaning
 * @param children the columns of a sub-select, empty for all others
 */
public record ResultColumn(String path, FieldType type, List<ResultColumn> children) {

    public ResultColumn {
        children = List.copyOf(children);
    }

    ResultColumn(String path, FieldType type) {
        this(path, type, List.of());
    }

    static ResultColumn ofChildren(String relationship, List<ResultColumn> children) {
        return new ResultColumn(relationship, FieldType.STRING, children);
    }
}
