package io.plumbline.config.mapping;

import io.plumbline.config.yaml.CheckedText;
import io.plumbline.config.yaml.YamlMap;
import io.plumbline.config.yaml.YamlValue;
import io.plumbline.crm.FieldName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a field with its translation: a bare name, or a map of {@code field} with {@code values} or {@code as}. */
final class TranslationReader {

    private static final String PERCENT = "percent";
    private static final String LOWER_CASE = "lowerCase";
    private static final String FISCAL_START = "fiscalYearStart";
    private static final String FISCAL_END = "fiscalYearEnd";

    private TranslationReader() {}

    static MappedField field(YamlValue value, boolean required) {
        if (!value.isMap()) {
            return new MappedField(CheckedText.field(value), required, Translation.AS_IS);
        }
        YamlMap map = value.map();
        FieldName field = CheckedText.field(map.get("field"));
        Translation translation = translation(map);
        map.refuseUnknownKeys();
        return new MappedField(field, required, translation);
    }

    /** The keys {@code as}, {@code values} and {@code otherwise} of a map. */
    static Translation translation(YamlMap map) {
        boolean named = map.has("as");
        boolean table = map.has("values");
        if (named && table) {
            map.problem("values", "cannot stand beside 'as'; keep one of them");
        }
        if (map.has("otherwise") && !table) {
            map.problem("otherwise", "needs 'values' beside it");
        }
        if (table) {
            return new Translation.Values(
                    table(map.map("values")),
                    map.find("otherwise").map(YamlValue::text).orElse(null));
        }
        if (!named) {
            return Translation.AS_IS;
        }
        return switch (map.oneOf("as", List.of(PERCENT, LOWER_CASE, FISCAL_START, FISCAL_END))) {
            case LOWER_CASE -> new Translation.LowerCase();
            case FISCAL_START -> new Translation.FiscalDay(false);
            case FISCAL_END -> new Translation.FiscalDay(true);
            default -> new Translation.Percent();
        };
    }

    private static Map<String, String> table(YamlMap values) {
        Map<String, String> table = new LinkedHashMap<>();
        values.entries().forEach((from, to) -> table.put(from, to.text()));
        return table;
    }
}
