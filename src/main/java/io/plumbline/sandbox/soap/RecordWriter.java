package io.plumbline.sandbox.soap;

import io.plumbline.sandbox.gate.Cursors;
import io.plumbline.sandbox.gate.ValueText;
import io.plumbline.sandbox.record.store.Address;
import io.plumbline.sandbox.soql.ResultRow;
import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes records: type first, then the Id or its absence, then the fields in the order of the query. */
final class RecordWriter {

    private static final Set<String> CODED = Set.of("country", "state");

    private final XmlWriter out;

    RecordWriter(XmlWriter out) {
        this.out = out;
    }

    /** One record as an element of the given name. */
    void write(String element, ResultRow row) {
        boolean aggregate = row.type().equals("AggregateResult");
        out.open(element, "xsi:type", "sf:sObject");
        out.text("sf:type", row.type());
        // The Id stands here as well as at its place in the field list; when it was not asked for, it is nil.
        boolean idSelected = row.values().containsKey("Id");
        out.textOrNil("sf:Id", idSelected ? row.recordId().orElse(null) : null);
        row.values().forEach((name, value) -> field("sf:" + name, value, aggregate));
        out.close();
    }

    private void field(String element, @Nullable Object value, boolean typed) {
        switch (value) {
            case null -> out.nil(element);
            case ResultRow parent -> write(element, parent);
            case Address address -> compound(element, address);
            case Cursors.Page children -> page(element, children);
            default -> {
                if (typed) {
                    out.text(element, ValueText.soap(value), "xsi:type", typeOf(value));
                } else {
                    out.text(element, ValueText.soap(value));
                }
            }
        }
    }

    /** A page of a query, or of the children in a row of it. */
    void page(String element, Cursors.Page page) {
        out.open(element, "xsi:type", "QueryResult");
        out.text("done", Boolean.toString(page.done()));
        out.textOrNil("queryLocator", page.done() ? null : page.locator());
        page.rows().forEach(row -> write("records", row));
        out.text("size", Integer.toString(page.result().size()));
        out.close();
    }

    private void compound(String element, Address address) {
        out.open(element, "xsi:type", "address");
        address.parts().forEach((part, value) -> {
            out.textOrNil(part, value == null ? null : ValueText.soap(value));
            if (CODED.contains(part)) {
                // Codes are kept only where state and country picklists are on; the schema wants them said to be
                // absent.
                out.nil(part + "Code");
            }
        });
        out.close();
    }

    private static String typeOf(Object value) {
        return switch (value) {
            case Integer whole -> "xsd:int";
            case Long whole -> "xsd:int";
            case BigDecimal number -> "xsd:double";
            case Boolean flag -> "xsd:boolean";
            case java.time.LocalDate date -> "xsd:date";
            case java.time.Instant instant -> "xsd:dateTime";
            default -> "xsd:string";
        };
    }
}
