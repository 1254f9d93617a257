package io.plumbline.sandbox.soap;

import io.plumbline.sandbox.gate.RefusedException;
import io.plumbline.sandbox.record.input.RecordInput;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the records of a write. */
final class SObjectReader {

    private SObjectReader() {}

    static List<RecordInput> read(XmlElement operation) {
        return operation.all("sObjects").stream().map(SObjectReader::record).toList();
    }

    /** Object and number of rows, for the journal. */
    static String detail(XmlElement operation) {
        List<XmlElement> rows = operation.all("sObjects");
        String types = String.join(
                ",", rows.stream().map(row -> row.textOf("type")).distinct().toList());
        return types + " x " + rows.size();
    }

    static RecordInput record(XmlElement row) {
        String type = row.textOf("type").strip();
        if (type.isEmpty()) {
            throw new RefusedException("INVALID_TYPE", "Must send a concrete entity type.");
        }
        String id = null;
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        boolean typeSeen = false;
        for (XmlElement child : row.children()) {
            if (child.name().equals("type") && !typeSeen) {
                typeSeen = true;
            } else if (child.name().equals("Id")) {
                id = child.text().isBlank() ? null : child.text().strip();
            } else if (child.name().equals("fieldsToNull")) {
                fields.put(child.text().strip(), null);
            } else if (!child.children().isEmpty()) {
                fields.put(child.name(), reference(child));
            } else if (!child.nil()) {
                // A field that is nil is left as it is: only fieldsToNull clears.
                fields.put(child.name(), child.text());
            }
        }
        return new RecordInput(type, id, fields);
    }

    private static RecordInput.Reference reference(XmlElement parent) {
        String type = parent.textOf("type").strip();
        XmlElement key = parent.children().stream()
                .filter(child -> !child.name().equals("type") && !child.nil())
                .filter(child -> !(child.name().equals("Id") && child.text().isBlank()))
                .findFirst()
                .orElseThrow(() -> new RefusedException(
                        "INVALID_FIELD", "The relationship " + parent.name() + " names no external id field"));
        return new RecordInput.Reference(type.isEmpty() ? null : type, key.name(), key.text());
    }
}
