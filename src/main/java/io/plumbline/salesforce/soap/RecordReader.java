package io.plumbline.salesforce.soap;

import com.sforce.soap.partner.sobject.SObject;
import com.sforce.ws.bind.XmlObject;
import io.plumbline.crm.CrmRecord;
import io.plumbline.crm.FieldName;
import io.plumbline.crm.FieldValue;
import io.plumbline.crm.ObjectName;
import io.plumbline.crm.RecordId;
import io.plumbline.salesforce.FieldDescription.Type;
import io.plumbline.salesforce.SalesforceFailedException;
import io.plumbline.salesforce.SalesforceFailure;
import io.plumbline.salesforce.SoqlQuery;
import io.plumbline.salesforce.call.FieldTypes;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Turns the untyped records of one query's answer into ours. */
final class RecordReader {

    private record Column(FieldName field, List<String> steps, Type type) {}

    private final ObjectName object;
    private final List<Column> columns;

    RecordReader(SoqlQuery query, FieldTypes types) {
        this.object = query.object();
        this.columns = query.fields().stream()
                .map(field -> new Column(field, field.steps(), types.of(query.object(), field)))
                .toList();
    }

    CrmRecord read(SObject row) {
        Node node = new Node(row);
        RecordId id = id(row);
        Map<FieldName, FieldValue> fields = new LinkedHashMap<>();
        for (Column column : columns) {
            FieldValue value = value(id, node, column);
            if (value != null) {
                fields.put(column.field(), value);
            }
        }
        return new CrmRecord(object, id, fields);
    }

    private RecordId id(SObject row) {
        String id = row.getId();
        if (id == null || !RecordId.isId(id)) {
            throw unexpected("A record of " + object + " came without an Id that is one.");
        }
        return RecordId.of(id);
    }

    /** Null when the answer does not have the field at all, which is not the same as empty (trap E6). */
    private @Nullable FieldValue value(RecordId id, Node record, Column column) {
        Node at = record;
        List<String> steps = column.steps();
        for (String step : steps.subList(0, steps.size() - 1)) {
            XmlObject parent = at.child(step);
            if (parent == null) {
                return null;
            }
            if (!parent.hasChildren()) {
                return FieldValue.EMPTY;
            }
            at = at.parent(step, parent);
        }
        XmlObject element = at.child(steps.get(steps.size() - 1));
        if (element == null || element.hasChildren()) {
            return null;
        }
        if (element.getValue() == null) {
            return FieldValue.EMPTY;
        }
        try {
            return ValueReader.read(element.getValue(), column.type());
        } catch (IllegalArgumentException e) {
            throw unexpected("Field " + column.field() + " of " + object + " " + id + " cannot be read: "
                    + e.getMessage() + ".");
        }
    }

    private static SalesforceFailedException unexpected(String what) {
        return new SalesforceFailedException(new SalesforceFailure.UnexpectedAnswer(
                what, "Tell whoever maintains Plumbline; nothing of this page was kept."));
    }

    /** The children of one record by name in any letter case; WSC would search them in turn for each field. */
    private static final class Node {

        private final Map<String, XmlObject> children = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        private final Map<String, Node> parents = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

        Node(XmlObject record) {
            for (Iterator<XmlObject> each = record.getChildren(); each.hasNext(); ) {
                XmlObject child = each.next();
                String name = child.getName().getLocalPart();
                // The record's object is told in an element "type", which must not hide a field named Type.
                if (!name.equals("type")) {
                    children.merge(name, child, (first, second) -> first.getValue() == null ? second : first);
                }
            }
        }

        @Nullable
        XmlObject child(String name) {
            return children.get(name);
        }

        Node parent(String name, XmlObject element) {
            return parents.computeIfAbsent(name, any -> new Node(element));
        }
    }
}
