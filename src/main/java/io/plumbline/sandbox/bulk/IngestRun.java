package io.plumbline.sandbox.bulk;

import io.plumbline.sandbox.control.BulkFaults;
import io.plumbline.sandbox.gate.Call;
import io.plumbline.sandbox.gate.RefusedException;
import io.plumbline.sandbox.gate.RowOutcome;
import io.plumbline.sandbox.gate.RowProblem;
import io.plumbline.sandbox.gate.Writes;
import io.plumbline.sandbox.record.Org;
import io.plumbline.sandbox.record.input.RecordInput;
import io.plumbline.sandbox.record.refusal.RequestRefusedException;
import io.plumbline.sandbox.schema.ObjectSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Works through the upload of a job in transactions of 200 lines; one line's refusal leaves the others alone. */
final class IngestRun {

    private final Writes writes;
    private final BulkFaults faults;

    IngestRun(Writes writes, BulkFaults faults) {
        this.writes = writes;
        this.faults = faults;
    }

    void run(IngestJob job, ObjectSchema object, Call call) {
        String text = job.takeForProcessing();
        List<RowVerdict> verdicts = new ArrayList<>();
        try {
            Upload upload = Upload.read(text, job.head().csv());
            UploadedRows rows = new UploadedRows(object, job.head().operation());
            rows.check(upload.columns());
            for (int from = 0; from < upload.rows().size(); from += Org.MOST_RECORDS_PER_WRITE) {
                int to = Math.min(upload.rows().size(), from + Org.MOST_RECORDS_PER_WRITE);
                verdicts.addAll(chunk(job, rows, upload.columns(), upload.rows().subList(from, to), call));
                Optional<String> failure = faults.failure();
                if (failure.isPresent()) {
                    throw new JobFailedException(failure.get());
                }
            }
            job.processed(verdicts);
        } catch (JobFailedException failed) {
            job.failed(failed.getMessage(), verdicts);
        } catch (RefusedException refused) {
            job.failed("InvalidBatch : " + refused.refusal().message(), verdicts);
        } catch (RequestRefusedException refused) {
            job.failed("InvalidBatch : " + refused.getMessage(), verdicts);
        }
    }

    private List<RowVerdict> chunk(
            IngestJob job, UploadedRows rows, List<String> columns, List<List<String>> lines, Call call) {
        List<Optional<RecordInput>> records =
                lines.stream().map(line -> rows.record(columns, line)).toList();
        List<RecordInput> whole = records.stream().flatMap(Optional::stream).toList();
        List<RowOutcome> outcomes = whole.isEmpty() ? List.of() : write(job, whole, call);
        List<RowVerdict> verdicts = new ArrayList<>();
        int next = 0;
        for (int i = 0; i < lines.size(); i++) {
            if (records.get(i).isEmpty()) {
                verdicts.add(new RowVerdict(
                        lines.get(i),
                        new RowOutcome(
                                null,
                                false,
                                List.of(new RowProblem(
                                        "INVALID_FIELD",
                                        "The row has " + lines.get(i).size() + " columns, the header " + columns.size(),
                                        List.of())))));
            } else {
                verdicts.add(new RowVerdict(lines.get(i), outcomes.get(next)));
                next++;
            }
        }
        return verdicts;
    }

    private List<RowOutcome> write(IngestJob job, List<RecordInput> rows, Call call) {
        return switch (job.head().operation()) {
            case "insert" -> writes.create(call, rows, false);
            case "update" -> writes.update(call, rows, false);
            case "upsert" -> writes.upsert(call, job.externalIdField(), rows, false);
            default ->
                writes.delete(
                        call,
                        rows.stream()
                                .map(row -> Optional.ofNullable(row.id()).orElse(""))
                                .toList(),
                        false);
        };
    }
}
