package io.plumbline.sandbox.soap;

import io.plumbline.sandbox.gate.Call;
import io.plumbline.sandbox.gate.RefusedException;
import io.plumbline.sandbox.gate.Writes;
import io.plumbline.sandbox.record.MergeInput;
import io.plumbline.sandbox.record.MergeResult;
import io.plumbline.sandbox.record.refusal.RecordError;
import java.util.List;

/** {@code merge}. */
final class MergeOperation {

    private final Writes writes;

    MergeOperation(Writes writes) {
        this.writes = writes;
    }

    List<SoapOperation> all() {
        return List.of(SoapOperation.writing("merge", MergeOperation::detail, this::merge));
    }

    private static String detail(XmlElement operation) {
        return operation.children().size() + " merges";
    }

    private void merge(Call call, SoapRequest request, XmlWriter out) {
        // The WSDL calls the element "request"; some clients name it otherwise and are understood all the same.
        List<MergeInput> merges = request.operation().children().stream()
                .map(MergeOperation::input)
                .toList();
        List<MergeResult> results = writes.merge(call, merges);
        for (int i = 0; i < results.size(); i++) {
            write(results.get(i), merges.get(i), out);
        }
    }

    private static MergeInput input(XmlElement merge) {
        XmlElement master = merge.child("masterRecord")
                .orElseThrow(() -> new RefusedException("MISSING_ARGUMENT", "masterRecord is required"));
        return new MergeInput(
                SObjectReader.record(master),
                merge.all("recordToMergeIds").stream()
                        .map(id -> id.text().strip())
                        .toList());
    }

    private static void write(MergeResult result, MergeInput asked, XmlWriter out) {
        out.open("result");
        for (RecordError error : result.errors()) {
            out.open("errors");
            error.fields().forEach(field -> out.text("fields", field));
            out.text("message", error.message());
            out.text("statusCode", error.code().name());
            out.close();
        }
        // A merge that failed still names its master.
        out.textOrNil("id", result.success() ? result.id() : asked.master().id());
        result.mergedIds().forEach(id -> out.text("mergedRecordIds", id));
        out.text("success", Boolean.toString(result.success()));
        result.updatedRelatedIds().forEach(id -> out.text("updatedRelatedIds", id));
        out.close();
    }
}
