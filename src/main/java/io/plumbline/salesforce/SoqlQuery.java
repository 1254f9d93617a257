package io.plumbline.salesforce;

import io.plumbline.crm.FieldName;
import io.plumbline.crm.ObjectName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A flat query for the records of one object.
 *
 * @param fields what to select; {@code Id} always comes first, asked for or not (trap E3)
 * @param where a condition in SOQL, built by us from checked names and escaped values (trap L5)
 * @param orderBy the order, in SOQL
 * @param includeDeleted whether deleted and archived records come, too (traps D12, G7)
 */
public record SoqlQuery(
        ObjectName object,
        List<FieldName> fields,
        Optional<String> where,
        Optional<String> orderBy,
        boolean includeDeleted) {

    private static final FieldName ID = FieldName.of("Id");

    public SoqlQuery {
        List<FieldName> idFirst = new ArrayList<>();
        idFirst.add(ID);
        fields.stream().filter(field -> !field.equals(ID)).distinct().forEach(idFirst::add);
        fields = List.copyOf(idFirst);
    }

    /** The query that asks how many records there are. */
    public String countText() {
        return "SELECT COUNT() FROM " + object + condition();
    }

    /** The query without its order, for an API that gathers faster without one. */
    public SoqlQuery unordered() {
        return new SoqlQuery(object, fields, where, Optional.empty(), includeDeleted);
    }

    private String condition() {
        return where.map(condition -> " WHERE " + condition).orElse("");
    }

    /** The query as it is sent. */
    public String text() {
        return "SELECT " + fields.stream().map(FieldName::value).collect(Collectors.joining(", ")) + " FROM " + object
                + condition() + orderBy.map(order -> " ORDER BY " + order).orElse("");
    }
}
