package io.plumbline.config.mapping;

import io.plumbline.config.yaml.CheckedText;
import io.plumbline.config.yaml.YamlMap;
import io.plumbline.config.yaml.YamlValue;
import java.util.List;

/** Reads one section of mapping.yaml. */
final class SectionReader {

    private static final String ENTRIES = "entries";

    private SectionReader() {}

    static Section read(String id, YamlMap map) {
        Section.Text text = map.find("text").map(SectionReader::text).orElseGet(Section.NoText::new);
        boolean items = map.has("items");
        if (items) {
            map.oneOf("items", List.of(ENTRIES));
        }
        String entry = map.find("entry").map(CheckedText::words).orElse(id);
        map.refuseUnknownKeys();
        return new Section(id, entry, text, items);
    }

    private static Section.Text text(YamlValue value) {
        if (value.isList()) {
            return new Section.PlanText(
                    value.list().stream().map(CheckedText::field).toList());
        }
        if (!value.text().equals(ENTRIES)) {
            value.problem("is to be '" + ENTRIES + "' or a list of fields of the plan, such as [Vision__c]");
        }
        return new Section.EntryText();
    }
}
