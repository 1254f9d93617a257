package io.plumbline.sandbox.soap;

import io.plumbline.sandbox.gate.RowOutcome;
import io.plumbline.sandbox.gate.Writes;
import java.util.List;

/** {@code create}, {@code update}, {@code upsert}, {@code delete} and {@code undelete}. */
final class SaveOperations {

    private final Writes writes;

    SaveOperations(Writes writes) {
        this.writes = writes;
    }

    List<SoapOperation> all() {
        return List.of(
                SoapOperation.writing("create", SObjectReader::detail, (call, request, out) -> {
                    var rows = SObjectReader.read(request.operation());
                    results(writes.create(call, rows, request.allOrNone()), false, out);
                }),
                SoapOperation.writing("update", SObjectReader::detail, (call, request, out) -> {
                    var rows = SObjectReader.read(request.operation());
                    results(writes.update(call, rows, request.allOrNone()), false, out);
                }),
                SoapOperation.writing("upsert", SObjectReader::detail, (call, request, out) -> {
                    var rows = SObjectReader.read(request.operation());
                    String externalId =
                            request.operation().textOf("externalIDFieldName").strip();
                    results(writes.upsert(call, externalId, rows, request.allOrNone()), true, out);
                }),
                SoapOperation.writing(
                        "delete",
                        SaveOperations::ids,
                        (call, request, out) -> results(
                                writes.delete(call, idsOf(request.operation()), request.allOrNone()), false, out)),
                SoapOperation.writing(
                        "undelete",
                        SaveOperations::ids,
                        (call, request, out) -> results(
                                writes.undelete(call, idsOf(request.operation()), request.allOrNone()), false, out)),
                SoapOperation.writing(
                        "emptyRecycleBin",
                        SaveOperations::ids,
                        (call, request, out) ->
                                results(writes.emptyRecycleBin(call, idsOf(request.operation())), false, out)));
    }

    private static List<String> idsOf(XmlElement operation) {
        return operation.all("ids").stream().map(id -> id.text().strip()).toList();
    }

    private static String ids(XmlElement operation) {
        return operation.all("ids").size() + " ids";
    }

    private static void results(List<RowOutcome> outcomes, boolean upsert, XmlWriter out) {
        for (RowOutcome outcome : outcomes) {
            out.open("result");
            if (upsert) {
                out.text("created", Boolean.toString(outcome.created()));
            }
            outcome.problems().forEach(problem -> {
                out.open("errors");
                problem.fields().forEach(field -> out.text("fields", field));
                out.text("message", problem.message());
                out.text("statusCode", problem.code());
                out.close();
            });
            out.textOrNil("id", outcome.id());
            out.text("success", Boolean.toString(outcome.success()));
            out.close();
        }
    }
}
