package io.plumbline.sandbox.bulk;

import io.plumbline.sandbox.control.BulkPace;
import io.plumbline.sandbox.gate.RefusedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One ingest job, from its creation to the files of its results. */
final class IngestJob {

    private final JobHead head;
    private final @Nullable String externalIdField;
    private @Nullable String uploaded;
    private @Nullable Progress progress;
    private @Nullable String errorMessage;
    private boolean abortedOpen;
    private List<RowVerdict> verdicts = List.of();

    IngestJob(JobHead head, @Nullable String externalIdField) {
        this.head = head;
        this.externalIdField = externalIdField;
    }

    JobHead head() {
        return head;
    }

    String externalIdField() {
        return Optional.ofNullable(externalIdField).orElse("");
    }

    synchronized void upload(String text) {
        if (state() != JobState.OPEN) {
            throw wrongState();
        }
        if (uploaded != null) {
            throw new RefusedException(
                    "CLIENTINPUTERROR",
                    "Found multiple contents for job: <" + head.id()
                            + ">, please 'Close' / 'Abort' / 'Delete' the current Job then create a new Job and make sure"
                            + " you only do 'PUT' once on a given Job.");
        }
        uploaded = text;
    }

    /** Takes the upload for processing; the job is in the queue from now on. */
    synchronized String takeForProcessing() {
        if (state() != JobState.OPEN) {
            throw wrongState();
        }
        progress = new Progress(JobState.JOB_COMPLETE);
        return Optional.ofNullable(uploaded).orElse("");
    }

    synchronized void processed(List<RowVerdict> rows) {
        verdicts = List.copyOf(rows);
    }

    /** Some rows were processed before the whole job failed; they stay as they are. */
    synchronized void failed(String message, List<RowVerdict> rows) {
        verdicts = List.copyOf(rows);
        errorMessage = message;
        progress = new Progress(JobState.FAILED);
    }

    synchronized Map<String, Object> abort() {
        if (progress == null) {
            abortedOpen = true;
        } else if (progress.seen().ended()) {
            throw wrongState();
        } else {
            progress.abort();
        }
        return describe();
    }

    synchronized Map<String, Object> poll(BulkPace pace) {
        if (progress != null) {
            progress.poll(pace);
        }
        return describe();
    }

    synchronized void requireDeletable() {
        if (state() == JobState.OPEN || state() == JobState.IN_PROGRESS) {
            throw wrongState();
        }
    }

    synchronized Map<String, Object> describe() {
        Map<String, Object> json = head.describe(state());
        json.put("jobType", "V2Ingest");
        json.put("contentUrl", "services/data/" + head.version() + "/jobs/ingest/" + head.id() + "/batches");
        if (externalIdField != null) {
            json.put("externalIdFieldName", externalIdField);
        }
        boolean told = state().ended() || state() == JobState.IN_PROGRESS;
        if (told) {
            boolean ended = state().ended();
            json.put("numberRecordsProcessed", ended ? verdicts.size() : 0);
            json.put(
                    "numberRecordsFailed",
                    ended
                            ? verdicts.stream()
                                    .filter(row -> !row.outcome().success())
                                    .count()
                            : 0);
            json.put("retries", 0);
            json.put("totalProcessingTime", 0);
            json.put("apiActiveProcessingTime", 0);
            json.put("apexProcessingTime", 0);
        }
        if (errorMessage != null && state() == JobState.FAILED) {
            json.put("errorMessage", errorMessage);
        }
        return json;
    }

    /** The lines that went well, or did not, under the header that the real service gives them. */
    synchronized String results(boolean successful, BulkPace pace) {
        requireEnded();
        String header = successful ? "\"sf__Id\",\"sf__Created\"" : "\"sf__Id\",\"sf__Error\"";
        List<List<String>> lines = new ArrayList<>();
        for (RowVerdict row : verdicts) {
            if (row.outcome().success() == successful) {
                List<String> line = new ArrayList<>();
                line.add(row.outcome().recordId().orElse(""));
                line.add(successful ? Boolean.toString(row.outcome().created()) : row.error());
                line.addAll(row.cells());
                lines.add(line);
            }
        }
        if (pace.reversed()) {
            java.util.Collections.reverse(lines);
        }
        lines.addAll(List.copyOf(lines.subList(0, Math.min(pace.faults().rowsRepeated(), lines.size()))));
        lines.subList(Math.max(0, lines.size() - pace.faults().rowsLost()), lines.size())
                .clear();
        String separated = header.replace(',', head.csv().separator());
        return separated
                + head.csv().separator()
                + headerLine()
                + head.csv().newLine()
                + head.csv().write(lines);
    }

    /** The lines that nobody looked at. */
    synchronized String unprocessed() {
        requireEnded();
        StringBuilder text = new StringBuilder(headerLine()).append(head.csv().newLine());
        try {
            Upload upload = Upload.read(Optional.ofNullable(uploaded).orElse(""), head.csv());
            List<List<String>> left = upload.rows()
                    .subList(
                            Math.min(verdicts.size(), upload.rows().size()),
                            upload.rows().size());
            text.append(head.csv().write(left));
        } catch (JobFailedException unreadable) {
            // What cannot be read cannot be listed by line; the header stands alone.
            return text.toString();
        }
        return text.toString();
    }

    private String headerLine() {
        String text = Optional.ofNullable(uploaded).orElse("");
        int end = text.indexOf('\n');
        return (end < 0 ? text : text.substring(0, end)).replaceAll("\r$", "");
    }

    private void requireEnded() {
        if (!state().ended()) {
            throw wrongState();
        }
    }

    private JobState state() {
        if (progress != null) {
            return progress.seen();
        }
        return abortedOpen ? JobState.ABORTED : JobState.OPEN;
    }

    private RefusedException wrongState() {
        return new RefusedException("INVALIDJOBSTATE", "The job " + head.id() + " is " + state().label());
    }
}
