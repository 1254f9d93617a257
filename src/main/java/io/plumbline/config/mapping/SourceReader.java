package io.plumbline.config.mapping;

import io.plumbline.config.yaml.CheckedText;
import io.plumbline.config.yaml.NearestWord;
import io.plumbline.config.yaml.YamlMap;
import io.plumbline.crm.FieldName;
import io.plumbline.crm.ObjectName;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads one source of mapping.yaml and refuses facts that the dossier does not know. */
final class SourceReader {

    static final String COLUMNS = "columns";
    static final String REQUIRED = "required";
    static final String OPTIONAL = "optional";

    /** Facts without which the records of a source say nothing or something false. */
    private static final Set<Fact> ESSENTIAL = EnumSet.of(
            Fact.ACCOUNT_NAME,
            Fact.TEAM_USER,
            Fact.RELATION_CONTACT,
            Fact.MEASURE_NAME,
            Fact.OPPORTUNITY_CLOSED,
            Fact.OPPORTUNITY_WON,
            Fact.CONTACT_ROLE_CONTACT,
            Fact.LINE_ITEM_PRODUCT,
            Fact.PRODUCT_FAMILY,
            Fact.TASK_KEY,
            Fact.TASK_CLOSED,
            Fact.TASK_DATE,
            Fact.EVENT_DATE,
            Fact.TASK_RELATION_PERSON,
            Fact.EVENT_RELATION_PERSON,
            Fact.EMAIL_DIRECTION,
            Fact.EMAIL_RELATION_PERSON,
            Fact.CASE_CREATED,
            Fact.CASE_CLOSED,
            Fact.PLAN_STATE,
            Fact.SECTION_ENTRY_SECTION,
            Fact.CURRENCY_CODE,
            Fact.CURRENCY_RATE,
            Fact.HISTORY_SINCE,
            Fact.HISTORY_CLOSE_DATE,
            Fact.DATED_RATE_CODE,
            Fact.DATED_RATE_RATE,
            Fact.DATED_RATE_START,
            Fact.FISCAL_YEAR_NAME,
            Fact.FISCAL_YEAR_START,
            Fact.FISCAL_YEAR_END);

    private SourceReader() {}

    static Source read(SourceName name, YamlMap map) {
        if (name.takesColumns()) {
            map.find(COLUMNS);
        }
        ObjectName object = CheckedText.object(map.get("object"));
        Optional<FieldName> account = map.find("account").map(CheckedText::field);
        Optional<FieldName> parent = map.find("parent").map(CheckedText::field);
        Optional<String> where = map.find("where").map(CheckedText::condition);
        boolean mayBeMissing = map.has("mayBeMissing") && map.flag("mayBeMissing");
        Map<String, MappedField> fields = new LinkedHashMap<>();
        fields(name, map, REQUIRED, fields);
        fields(name, map, OPTIONAL, fields);
        map.refuseUnknownKeys();
        refuseGaps(name, map, account, parent, fields);
        return new Source(
                name, object, account.orElse(null), parent.orElse(null), where.orElse(null), mayBeMissing, fields);
    }

    private static void fields(SourceName name, YamlMap source, String part, Map<String, MappedField> fields) {
        if (!source.has(part)) {
            return;
        }
        source.map(part).entries().forEach((key, value) -> {
            List<String> known = name.facts().stream().map(Fact::key).toList();
            if (!known.contains(key) && !name.takesItemFields()) {
                value.problem("is unknown" + NearestWord.suggestion(key, known));
            }
            MappedField mapped = TranslationReader.field(value, part.equals(REQUIRED));
            if (fields.put(key, mapped) != null) {
                value.problem("stands below required and optional; keep one of them");
            }
        });
    }

    private static void refuseGaps(
            SourceName name,
            YamlMap map,
            Optional<FieldName> account,
            Optional<FieldName> parent,
            Map<String, MappedField> fields) {
        List<String> gaps = new ArrayList<>();
        for (Fact fact : name.facts()) {
            boolean needed = fact.key().equals("id") || ESSENTIAL.contains(fact);
            MappedField mapped = fields.get(fact.key());
            if (needed && (mapped == null || !mapped.required())) {
                gaps.add(REQUIRED + "." + fact.key());
            }
        }
        if (name.owner() == SourceName.Owner.ACCOUNT && account.isEmpty()) {
            gaps.add("account");
        }
        if (name.owner() == SourceName.Owner.PARENT && parent.isEmpty()) {
            gaps.add("parent");
        }
        gaps.forEach(gap -> map.file().problem(map.line(), "'" + map.path() + "." + gap + "' is missing"));
    }
}
