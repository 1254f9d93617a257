package io.plumbline.sandbox.rest;

import io.plumbline.sandbox.schema.FieldType;
import io.plumbline.sandbox.soql.QueryResult;
import io.plumbline.sandbox.soql.ResultColumn;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What {@code query?columns=true} answers instead of records: the columns of the result, those of a parent below it. */
final class ColumnMetadata {

    private ColumnMetadata() {}

    static Map<String, Object> of(QueryResult result) {
        Map<String, Object> json = new LinkedHashMap<>();
        List<Map<String, Object>> columns = new ArrayList<>();
        for (ResultColumn column : result.columns()) {
            add(columns, column.path(), column, result.aggregate());
        }
        json.put("columnMetadata", columns);
        json.put("entityName", result.object());
        json.put("groupBy", result.aggregate());
        json.put(
                "idSelected",
                result.columns().stream().anyMatch(column -> column.path().equals("Id")));
        return json;
    }

    private static void add(List<Map<String, Object>> columns, String path, ResultColumn column, boolean aggregate) {
        int dot = path.indexOf('.');
        if (!column.children().isEmpty()) {
            List<Map<String, Object>> joined = new ArrayList<>();
            column.children().forEach(child -> add(joined, child.path(), child, false));
            Map<String, Object> entry = entry(path, "complexvaluetype", joined);
            entry.put("aggregate", true);
            columns.add(entry);
        } else if (dot < 0) {
            columns.add(leaf(path, column.type(), aggregate));
        } else {
            add(below(columns, path.substring(0, dot)), path.substring(dot + 1), column, aggregate);
        }
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> below(List<Map<String, Object>> columns, String parent) {
        return columns.stream()
                .filter(known -> parent.equals(known.get("columnName")))
                .findFirst()
                .map(known -> (List<Map<String, Object>>) known.get("joinColumns"))
                .orElseGet(() -> {
                    List<Map<String, Object>> joined = new ArrayList<>();
                    columns.add(entry(parent, "complexvaluetype", joined));
                    return joined;
                });
    }

    private static Map<String, Object> leaf(String name, FieldType type, boolean aggregate) {
        Map<String, Object> entry = entry(name, type.apiName(), List.of());
        entry.put("aggregate", aggregate);
        entry.put("booleanType", type == FieldType.BOOLEAN);
        entry.put("numberType", type.isNumber());
        entry.put("textType", type.isText());
        return entry;
    }

    private static Map<String, Object> entry(String name, String type, List<Map<String, Object>> joined) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("aggregate", false);
        entry.put("apexType", type);
        entry.put("booleanType", false);
        entry.put("columnName", name);
        entry.put("custom", name.endsWith("__c") || name.endsWith("__r"));
        entry.put("displayName", name);
        entry.put("joinColumns", joined);
        entry.put("numberType", false);
        entry.put("textType", false);
        return entry;
    }
}
