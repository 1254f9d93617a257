package io.plumbline.salesforce.soap;

import com.sforce.soap.partner.sobject.SObject;
import io.plumbline.crm.RecordId;
import io.plumbline.salesforce.RecordWrite;
import io.plumbline.salesforce.WriteGuard;
import io.plumbline.salesforce.WriteOutcome;
import io.plumbline.salesforce.call.CallFailedException;
import io.plumbline.salesforce.call.CallFailedException.Effect;
import io.plumbline.salesforce.call.RowRefusals;
import io.plumbline.salesforce.call.WriteBatch;
import io.plumbline.salesforce.http.HttpAnswer;
import io.plumbline.salesforce.soap.WriteResults.Result;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Sends writes in batches and says for each record what became of it, whatever became of its batch. */
final class RecordWrites {

    /** After so many batches without an answer the rest is held back: the server is not well. */
    private static final int SILENT_BATCHES = 2;

    private static final int MOST_IN_ONE_CALL = 200;

    private final PartnerCalls calls;

    RecordWrites(PartnerCalls calls) {
        this.calls = calls;
    }

    /** @throws CallFailedException when certainly nothing was written and no record is to blame */
    List<WriteOutcome> send(List<RecordWrite> writes, WriteGuard guard) {
        List<WriteOutcome> outcomes = new ArrayList<>(writes.size());
        int silent = 0;
        for (WriteBatch batch : WriteBatch.of(writes, MOST_IN_ONE_CALL)) {
            if (silent >= SILENT_BATCHES) {
                outcomes.addAll(Collections.nCopies(
                        batch.writes().size(),
                        notSent("The batches before this one got no answer.", "It is sent with the next run.")));
                continue;
            }
            guard.check();
            try {
                outcomes.addAll(outcomes(batch, calls.write(call(batch))));
                silent = 0;
            } catch (CallFailedException e) {
                if (e.isAboutTheRequest()) {
                    outcomes.addAll(refused(batch, e));
                } else if (e.refusal().effect() == Effect.UNKNOWN) {
                    outcomes.addAll(Collections.nCopies(
                            batch.writes().size(),
                            new WriteOutcome.Unknown(e.failure().what())));
                    silent++;
                } else if (outcomes.isEmpty()) {
                    throw e;
                } else {
                    outcomes.addAll(Collections.nCopies(
                            batch.writes().size(),
                            notSent(e.failure().what(), e.failure().advice())));
                    silent = SILENT_BATCHES;
                }
            }
        }
        return outcomes;
    }

    private static PartnerCall<Object> call(WriteBatch batch) {
        return connection -> {
            SObject[] records =
                    batch.writes().stream().map(RecordWriter::record).toArray(SObject[]::new);
            if (batch.mailsOwners()) {
                connection.setEmailHeader(false, false, true);
            }
            return batch.keyField().isPresent()
                    ? connection.upsert(batch.keyField().get().value(), records)
                    : connection.update(records);
        };
    }

    private static List<WriteOutcome> outcomes(WriteBatch batch, HttpAnswer answer) {
        List<Result> results = WriteResults.read(answer.body());
        List<WriteOutcome> outcomes = new ArrayList<>();
        for (int i = 0; i < batch.writes().size(); i++) {
            outcomes.add(
                    i < results.size()
                            ? outcome(batch.writes().get(i), results.get(i))
                            : new WriteOutcome.Unknown(
                                    "The answer of " + answer.asked().getHost() + " ended before this record."));
        }
        return outcomes;
    }

    private static WriteOutcome outcome(RecordWrite write, Result result) {
        if (!result.success()) {
            return RowRefusals.of(write.object(), result.problems());
        }
        return switch (write) {
            case RecordWrite.Update update -> new WriteOutcome.Saved(update.id(), false);
            case RecordWrite.Upsert upsert ->
                RecordId.isId(result.id())
                        ? new WriteOutcome.Saved(RecordId.of(result.id()), result.created())
                        : new WriteOutcome.Unknown("Salesforce told success without the record's Id.");
        };
    }

    private static List<WriteOutcome> refused(WriteBatch batch, CallFailedException e) {
        boolean passing = e.refusal().repeatable();
        return Collections.nCopies(
                batch.writes().size(),
                new WriteOutcome.Refused(
                        e.refusal().code(),
                        e.failure().what(),
                        List.of(),
                        passing,
                        passing
                                ? e.failure().advice()
                                : RowRefusals.advice(e.refusal().code(), batch.object(), List.of()),
                        true));
    }

    private static WriteOutcome notSent(String message, String advice) {
        return new WriteOutcome.Refused("NOT_SENT", message, List.of(), true, advice);
    }
}
