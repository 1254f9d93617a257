package io.plumbline.config.mapping;

import io.plumbline.config.yaml.NearestWord;
import io.plumbline.config.yaml.YamlMap;
import io.plumbline.config.yaml.YamlValue;
import io.plumbline.crm.FieldName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the entries of a plan that stand in numbered fields of it. */
final class NumberedColumnsReader {

    /** More columns of one kind than any plan object has. */
    private static final int MOST = 50;

    private NumberedColumnsReader() {}

    static boolean isNumbered(SourceName name, YamlMap map) {
        return name.takesColumns() && map.has(SourceReader.COLUMNS);
    }

    static NumberedColumns read(SourceName name, YamlMap map) {
        int count = map.integer(SourceReader.COLUMNS, 1, MOST);
        Map<String, NumberedColumns.Column> fields = new LinkedHashMap<>();
        columns(name, map, SourceReader.REQUIRED, fields);
        columns(name, map, SourceReader.OPTIONAL, fields);
        map.refuseUnknownKeys();
        if (fields.isEmpty()) {
            map.problem(SourceReader.COLUMNS, "stands without any field; name one below required or optional");
        }
        return new NumberedColumns(name, count, fields);
    }

    private static void columns(SourceName name, YamlMap map, String part, Map<String, NumberedColumns.Column> fields) {
        if (!map.has(part)) {
            return;
        }
        List<String> known = name.facts().stream().map(Fact::key).toList();
        map.map(part).entries().forEach((key, value) -> {
            if (!known.contains(key)) {
                value.problem("is unknown" + NearestWord.suggestion(key, known));
            }
            if (fields.put(key, column(value, part.equals(SourceReader.REQUIRED))) != null) {
                value.problem("stands below required and optional; keep one of them");
            }
        });
    }

    private static NumberedColumns.Column column(YamlValue value, boolean required) {
        if (!value.isMap()) {
            return new NumberedColumns.Column(pattern(value), required, Translation.AS_IS);
        }
        YamlMap map = value.map();
        String pattern = pattern(map.get("field"));
        Translation translation = TranslationReader.translation(map);
        map.refuseUnknownKeys();
        return new NumberedColumns.Column(pattern, required, translation);
    }

    private static String pattern(YamlValue value) {
        String text = value.text();
        try {
            FieldName.of(text.replace(NumberedColumns.Column.NUMBER, "1"));
        } catch (IllegalArgumentException refused) {
            value.problem("is '" + text + "', but is to be the API name of a field with # for the number");
            return "Id";
        }
        if (!text.contains(NumberedColumns.Column.NUMBER)) {
            value.problem("is " + text + " without # where the number stands, such as Stakeholder_#__c");
        }
        return text;
    }
}
