package io.plumbline.sandbox.soap;

import io.plumbline.sandbox.gate.Call;
import io.plumbline.sandbox.gate.FieldList;
import io.plumbline.sandbox.gate.RefusedException;
import io.plumbline.sandbox.gate.ValueText;
import io.plumbline.sandbox.record.Org;
import io.plumbline.sandbox.record.sight.Replication;
import io.plumbline.sandbox.soql.ResultRow;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;

/** {@code retrieve}, {@code getUpdated} and {@code getDeleted}. */
final class ReadOperations {

    private static final int MOST_IDS = 2000;

    private final Org org;

    ReadOperations(Org org) {
        this.org = org;
    }

    List<SoapOperation> all() {
        return List.of(
                SoapOperation.reading(
                        "retrieve",
                        request -> request.textOf("sObjectType") + " x "
                                + request.all("ids").size(),
                        this::retrieve),
                SoapOperation.reading("getUpdated", request -> request.textOf("sObjectType"), this::getUpdated),
                SoapOperation.reading("getDeleted", request -> request.textOf("sObjectType"), this::getDeleted));
    }

    private void retrieve(Call call, SoapRequest request, XmlWriter out) {
        XmlElement operation = request.operation();
        List<String> ids =
                operation.all("ids").stream().map(id -> id.text().strip()).toList();
        if (ids.size() > MOST_IDS) {
            throw new RefusedException(
                    "EXCEEDED_ID_LIMIT",
                    "record limit reached. cannot submit more than " + MOST_IDS + " records into this call");
        }
        List<String> fields = Arrays.stream(operation.textOf("fieldList").split(","))
                .map(String::strip)
                .filter(field -> !field.isEmpty())
                .toList();
        FieldList list = FieldList.of(
                call.caller().schema(), operation.textOf("sObjectType").strip(), fields);
        RecordWriter records = new RecordWriter(out);
        org.retrieve(call.caller(), list.object().name(), ids).forEach(found -> {
            if (found.isPresent()) {
                ResultRow row = list.row(org, found.get());
                records.write("result", row);
            } else {
                out.nil("result");
            }
        });
    }

    private void getUpdated(Call call, SoapRequest request, XmlWriter out) {
        XmlElement operation = request.operation();
        Replication.Updated updated = org.getUpdated(
                call.caller(),
                operation.textOf("sObjectType").strip(),
                time(operation, "startDate"),
                time(operation, "endDate"));
        out.open("result");
        updated.ids().forEach(id -> out.text("ids", id));
        out.text("latestDateCovered", ValueText.soap(updated.latestDateCovered()));
        out.close();
    }

    private void getDeleted(Call call, SoapRequest request, XmlWriter out) {
        XmlElement operation = request.operation();
        Replication.Deleted deleted = org.getDeleted(
                call.caller(),
                operation.textOf("sObjectType").strip(),
                time(operation, "startDate"),
                time(operation, "endDate"));
        out.open("result");
        deleted.records().forEach(record -> {
            out.open("deletedRecords");
            out.text("deletedDate", ValueText.soap(record.deletedDate()));
            out.text("id", record.id());
            out.close();
        });
        out.text("earliestDateAvailable", ValueText.soap(deleted.earliestDateAvailable()));
        out.text("latestDateCovered", ValueText.soap(deleted.latestDateCovered()));
        out.close();
    }

    private static Instant time(XmlElement operation, String name) {
        String text = operation.textOf(name).strip();
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException malformed) {
            throw new RefusedException(
                    "UNKNOWN_EXCEPTION", "'" + text + "' is not a valid value for the type xsd:dateTime");
        }
    }
}
