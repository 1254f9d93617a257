package io.plumbline.salesforce.soap;

import com.sforce.soap.partner.sobject.SObject;
import io.plumbline.crm.FieldName;
import io.plumbline.crm.FieldValue;
import io.plumbline.crm.StorableText;
import io.plumbline.salesforce.RecordWrite;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Turns one write into what WSC sends: a field that is cleared is named apart, because a null would be left out. */
final class RecordWriter {

    private RecordWriter() {}

    static SObject record(RecordWrite write) {
        List<String> cleared = new ArrayList<>();
        Map<String, LexicalField> kept = new LinkedHashMap<>();
        for (Map.Entry<FieldName, FieldValue> field : write.fields().entrySet()) {
            String name = name(field.getKey());
            switch (field.getValue()) {
                case FieldValue.Empty nothing -> cleared.add(name);
                case FieldValue.Text value -> {
                    String text = StorableText.of(value.text());
                    if (text.isBlank()) {
                        cleared.add(name);
                    } else {
                        kept.put(name, LexicalField.of(text));
                    }
                }
                case FieldValue.Decimal value -> kept.put(name, LexicalField.of(value));
                case FieldValue.Flag value -> kept.put(name, LexicalField.of(value));
                case FieldValue.Day value -> kept.put(name, LexicalField.of(value));
                case FieldValue.Moment value -> kept.put(name, LexicalField.of(value));
            }
        }
        SObject record = new SObject();
        record.setType(write.object().value());
        if (!cleared.isEmpty()) {
            record.setFieldsToNull(cleared.toArray(String[]::new));
        }
        switch (write) {
            case RecordWrite.Update update -> record.setId(update.id().value());
            case RecordWrite.Upsert upsert -> kept.put(name(upsert.keyField()), LexicalField.of(upsert.key()));
        }
        kept.forEach(record::addField);
        return record;
    }

    private static String name(FieldName field) {
        if (field.isPath()) {
            throw new IllegalArgumentException("Only fields of the record itself can be written, not " + field);
        }
        return field.value();
    }
}
