package io.plumbline.salesforce.bulk;

import io.plumbline.crm.FieldName;
import io.plumbline.salesforce.WriteGuard;
import io.plumbline.salesforce.WriteOutcome;
import io.plumbline.salesforce.call.CallFailedException;
import io.plumbline.salesforce.call.CallFailedException.Effect;
import io.plumbline.salesforce.call.RowRefusals;
import io.plumbline.salesforce.call.WriteBatch;
import io.plumbline.salesforce.http.OpenAnswer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes many records by jobs, one after the other. Until a job is closed nothing of it is carried out, so anything
 * that goes wrong before may be done again with a new job; from then on its rows are never sent again, and only the
 * job itself is asked (trap F1).
 */
final class IngestJobs {

    private static final String KIND = "ingest";
    private static final Duration DOWNLOAD = Duration.ofMinutes(25);

    private final BulkCalls calls;
    private final Jobs jobs;
    private final BulkSettings settings;

    IngestJobs(BulkCalls calls, Jobs jobs, BulkSettings settings) {
        this.calls = calls;
        this.jobs = jobs;
        this.settings = settings;
    }

    /**
     * @return one outcome per write, in order
     * @throws CallFailedException when certainly nothing of the batch was written; {@link JobFailures#isNotForBulk} tells
     *     whether another API would take it (trap B11)
     */
    List<WriteOutcome> write(WriteBatch batch, WriteGuard guard) {
        List<WriteOutcome> outcomes = new ArrayList<>();
        for (UploadCsv file : UploadCsv.of(batch, settings.uploadBytes())) {
            try {
                outcomes.addAll(outcomes(batch, file, guard));
            } catch (CallFailedException e) {
                if (outcomes.isEmpty() && e.isAboutTheRequest() && !JobFailures.isNotForBulk(e)) {
                    return refused(batch, e);
                }
                if (outcomes.isEmpty()) {
                    throw e;
                }
                List<WriteOutcome> rest = Collections.nCopies(
                        batch.writes().size() - outcomes.size(),
                        notSent(e.failure().what(), e.failure().advice()));
                outcomes.addAll(rest);
                return outcomes;
            }
        }
        return outcomes;
    }

    private List<WriteOutcome> outcomes(WriteBatch batch, UploadCsv file, WriteGuard guard) {
        Job job = uploaded(batch, file);
        check(guard, job);
        try {
            close(job);
        } catch (NotClosedException e) {
            return unknown(file, job, String.valueOf(e.getMessage()));
        }
        try {
            JobInfo info = jobs.ended(job, () -> check(guard, job));
            if (!info.state().ended()) {
                info = stopped(job);
            }
            return read(batch, file, job, info);
        } catch (CallFailedException e) {
            return unknown(file, job, e.failure().what());
        }
    }

    /** A job that nobody may go on with is stopped: what it has not done yet is for somebody else to do. */
    private void check(WriteGuard guard, Job job) {
        try {
            guard.check();
        } catch (RuntimeException over) {
            jobs.giveUp(job);
            throw over;
        }
    }

    /** A job that has its rows and is still open. */
    private Job uploaded(WriteBatch batch, UploadCsv file) {
        for (int attempt = 1; ; attempt++) {
            Job job = jobs.make(KIND, what(batch));
            try {
                calls.once(BulkCall.upload(job.path("batches"), file.parts()));
                return job;
            } catch (CallFailedException e) {
                jobs.giveUp(job);
                if (!e.refusal().repeatable() || attempt >= settings.attempts()) {
                    throw e;
                }
            }
        }
    }

    /** When the answer is lost the job tells whether it was closed; it is asked, not guessed, and not sent again. */
    private void close(Job job) throws NotClosedException {
        for (int attempt = 1; ; attempt++) {
            try {
                jobs.set(job, "UploadComplete");
                return;
            } catch (CallFailedException e) {
                JobInfo.State state = state(job, e);
                if (state != JobInfo.State.OPEN) {
                    return;
                }
                boolean hopeless =
                        e.refusal().effect() == Effect.NONE && !e.refusal().repeatable();
                if (hopeless || attempt >= settings.attempts()) {
                    jobs.giveUp(job);
                    throw e;
                }
            }
        }
    }

    private JobInfo.State state(Job job, CallFailedException reason) throws NotClosedException {
        try {
            return jobs.look(job).state();
        } catch (CallFailedException e) {
            throw new NotClosedException(reason.failure().what());
        }
    }

    /** It took too long: what was done is done, the rest must not follow later, unseen (trap D7). */
    private JobInfo stopped(Job job) {
        try {
            return jobs.set(job, "Aborted");
        } catch (CallFailedException perhapsJustEnded) {
            return jobs.look(job);
        }
    }

    private List<WriteOutcome> read(WriteBatch batch, UploadCsv file, Job job, JobInfo info) {
        FieldName key = UploadCsv.key(batch);
        Reconciliation results = reconciled(file, job, info, key);
        for (int attempt = 1; !results.isWhole() && attempt < settings.attempts(); attempt++) {
            results = reconciled(file, job, info, key);
        }
        return results.outcomes();
    }

    private Reconciliation reconciled(UploadCsv file, Job job, JobInfo info, FieldName key) {
        Reconciliation results = new Reconciliation(job, file.writes(), unprocessed(job, info));
        results.saved(lines(job, "successfulResults", key));
        if (!results.isWhole()) {
            results.refused(lines(job, "failedResults", key));
        }
        if (!results.isWhole()) {
            results.unprocessed(lines(job, "unprocessedrecords", key));
        }
        return results;
    }

    private List<RowResults.Line> lines(Job job, String file, FieldName key) {
        return calls.repeating(() -> {
            try (OpenAnswer answer = calls.open(BulkCall.rows(job.path(file)), settings.longestPage(), DOWNLOAD)) {
                return RowResults.read(answer, key);
            }
        });
    }

    private static WriteOutcome.Refused unprocessed(Job job, JobInfo info) {
        if (info.state() == JobInfo.State.FAILED) {
            return JobFailures.ofRows(job, info);
        }
        return notSent("Salesforce did not come to this record in " + job + ".", "It is sent again with the next run.");
    }

    private static WriteOutcome.Refused notSent(String message, String advice) {
        return new WriteOutcome.Refused("NOT_SENT", message, List.of(), true, advice);
    }

    private static List<WriteOutcome> unknown(UploadCsv file, Job job, String why) {
        return Collections.nCopies(
                file.writes().size(),
                new WriteOutcome.Unknown(why + " Its rows are in " + job + ", see Setup, Bulk Data Load Jobs."));
    }

    private static List<WriteOutcome> refused(WriteBatch batch, CallFailedException e) {
        String code = e.refusal().code();
        return Collections.nCopies(
                batch.writes().size(),
                new WriteOutcome.Refused(
                        code,
                        e.failure().what(),
                        List.of(),
                        e.refusal().repeatable(),
                        RowRefusals.advice(code, batch.object(), List.of())));
    }

    private static Map<String, String> what(WriteBatch batch) {
        Map<String, String> what = new LinkedHashMap<>();
        what.put("object", batch.object().value());
        what.put("operation", batch.keyField().isPresent() ? "upsert" : "update");
        batch.keyField().ifPresent(key -> what.put("externalIdFieldName", key.value()));
        what.put("contentType", "CSV");
        what.put("columnDelimiter", "COMMA");
        what.put("lineEnding", "LF"); // E7
        return what;
    }

    /** Nobody can say whether the job was closed. */
    private static final class NotClosedException extends Exception {

        private static final long serialVersionUID = 1L;

        NotClosedException(String why) {
            super(why);
        }
    }
}
