package io.plumbline.config.mapping;

import io.plumbline.config.yaml.CheckedText;
import io.plumbline.config.yaml.YamlFile;
import io.plumbline.config.yaml.YamlMap;
import io.plumbline.config.yaml.YamlValue;
import io.plumbline.crm.FieldName;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads mapping.yaml. */
final class MappingReader {

    /** How far back is looked in the history of opportunities, where the file does not say. */
    private static final int DAYS_OF_HISTORY = 365;

    private static final int MOST_DAYS_OF_HISTORY = 3650;

    private MappingReader() {}

    /** What the file maps; problems are left in the file. */
    static Mapping read(YamlFile file) {
        YamlMap root = file.root();
        Map<SourceName, NumberedColumns> columns = new EnumMap<>(SourceName.class);
        Map<SourceName, Source> sources = sources(root.map("sources"), columns);
        Map<String, AccountFact> facts = new LinkedHashMap<>();
        Map<String, HistoryFact> historyFacts = new LinkedHashMap<>();
        root.find("facts")
                .ifPresent(value -> value.map().entries().forEach((name, fact) -> {
                    YamlMap map = fact.map();
                    if (map.has("history")) {
                        historyFacts.put(name, historyFact(name, map));
                    } else {
                        facts.put(name, accountFact(name, map));
                    }
                }));
        Map<String, Section> sections = new LinkedHashMap<>();
        root.find("sections")
                .ifPresent(value -> value.map()
                        .entries()
                        .forEach((id, section) -> sections.put(id, SectionReader.read(id, section.map()))));
        Map<Result, ResultField> results = results(root.map("results"));
        FieldName taskKey = CheckedText.ownField(root.get("taskKey"));
        root.refuseUnknownKeys();
        Mapping mapping = new Mapping(sources, columns, facts, historyFacts, sections, results, taskKey);
        refuseContradictions(mapping, root);
        return mapping;
    }

    private static Map<SourceName, Source> sources(YamlMap map, Map<SourceName, NumberedColumns> columns) {
        Map<SourceName, Source> sources = new EnumMap<>(SourceName.class);
        for (SourceName name : SourceName.values()) {
            map.find(name.key()).map(YamlValue::map).ifPresent(source -> {
                if (NumberedColumnsReader.isNumbered(name, source)) {
                    columns.put(name, NumberedColumnsReader.read(name, source));
                } else {
                    sources.put(name, SourceReader.read(name, source));
                }
            });
        }
        map.get(SourceName.ACCOUNT.key());
        map.refuseUnknownKeys();
        return sources;
    }

    private static HistoryFact historyFact(String name, YamlMap map) {
        String count = map.oneOf("history", HistoryFact.Count.keys());
        int days = map.has("days") ? map.integer("days", 1, MOST_DAYS_OF_HISTORY) : DAYS_OF_HISTORY;
        map.refuseUnknownKeys();
        return new HistoryFact(name, HistoryFact.Count.of(count).orElse(HistoryFact.Count.PUSHES), days);
    }

    private static AccountFact accountFact(String name, YamlMap map) {
        if (map.has("days")) {
            map.problem("days", "needs 'history' beside it");
        }
        FieldName value = CheckedText.field(map.get("value"));
        FieldName date = map.find("date").map(CheckedText::field).orElse(null);
        Translation translation = TranslationReader.translation(map);
        map.refuseUnknownKeys();
        return new AccountFact(name, value, date, translation);
    }

    private static Map<Result, ResultField> results(YamlMap map) {
        Map<Result, ResultField> results = new EnumMap<>(Result.class);
        for (Result result : Result.values()) {
            map.find(result.key()).ifPresent(value -> results.put(result, resultField(result, value)));
        }
        map.get(Result.CHANGED_ON.key());
        map.refuseUnknownKeys();
        return results;
    }

    private static ResultField resultField(Result result, YamlValue value) {
        if (!value.isMap() || result.verdicts().isEmpty()) {
            return new ResultField(result, CheckedText.ownField(value), Map.of());
        }
        YamlMap map = value.map();
        FieldName field = CheckedText.ownField(map.get("field"));
        Map<String, String> labels = new LinkedHashMap<>();
        if (map.has("values")) {
            YamlMap values = map.map("values");
            for (String verdict : result.verdicts()) {
                labels.put(verdict, values.text(verdict));
            }
            values.refuseUnknownKeys();
        }
        map.refuseUnknownKeys();
        return new ResultField(result, field, labels);
    }

    private static void refuseContradictions(Mapping mapping, YamlMap root) {
        for (Section section : mapping.sections().values()) {
            if (section.items() && mapping.field(Fact.SECTION_ENTRY_NAME).isEmpty()) {
                root.problem(
                        "sections",
                        "takes items of " + section.id() + " from entries, but sources.planSections" + " maps no name");
            }
            if (section.text() instanceof Section.EntryText
                    && mapping.field(Fact.SECTION_ENTRY_TEXT).isEmpty()) {
                root.problem(
                        "sections",
                        "takes the text of " + section.id() + " from entries, but sources.planSections"
                                + " maps no text");
            }
        }
        mapping.field(Fact.TASK_KEY)
                .filter(field -> !field.equals(mapping.taskKey()))
                .ifPresent(field -> root.problem(
                        "taskKey",
                        "is " + mapping.taskKey() + ", but sources.tasks.required.key is " + field
                                + "; both are to be the same field"));
        mapping.results().values().stream()
                .filter(one -> mapping.results().values().stream()
                        .anyMatch(other -> other.result().compareTo(one.result()) < 0
                                && other.field().equals(one.field())))
                .forEach(one -> root.problem(
                        "results",
                        "writes two results to " + one.field() + "; give "
                                + one.result().key() + " its own"));
    }
}
