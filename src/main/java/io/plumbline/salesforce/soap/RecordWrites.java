package io.plumbline.salesforce.soap;

import io.plumbline.crm.ObjectName;
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
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Sends writes in batches and says for each record what became of it, whatever became of its batch. */
final class RecordWrites {

    /** After so many batches without an answer the rest is held back: the server is not well. */
    private static final int SILENT_BATCHES = 2;

    private static final int MOST_IN_ONE_CALL = 200;

    /** As many as {@link io.plumbline.salesforce.call.CallPolicy#standard} lets out at one time. */
    private static final int AT_ONCE = 5;

    private static final ObjectName ACCOUNT = ObjectName.of("Account");

    private final PartnerCalls calls;

    RecordWrites(PartnerCalls calls) {
        this.calls = calls;
    }

    /** @throws CallFailedException when certainly nothing was written and no record is to blame */
    List<WriteOutcome> send(List<RecordWrite> writes, WriteGuard guard) {
        List<WriteOutcome> outcomes = new ArrayList<>(writes.size());
        Deque<WriteBatch> open = new ArrayDeque<>(WriteBatch.of(writes, MOST_IN_ONE_CALL));
        int silent = 0;
        boolean answered = false;
        while (!open.isEmpty()) {
            if (silent >= SILENT_BATCHES) {
                outcomes.addAll(Collections.nCopies(
                        open.pop().writes().size(),
                        notSent("The batches before this one got no answer.", "It is sent with the next run.")));
                continue;
            }
            // The first one goes alone, and so does every one after a silence: it shows whether the server is well.
            for (Sent sent : wave(open, answered ? AT_ONCE : 1, guard)) {
                CallFailedException e = sent.failed();
                answered = e == null;
                if (e == null) {
                    outcomes.addAll(sent.outcomes());
                    silent = 0;
                } else if (e.isAboutTheRequest()) {
                    outcomes.addAll(refused(sent.batch(), e));
                } else if (e.refusal().effect() == Effect.UNKNOWN) {
                    outcomes.addAll(Collections.nCopies(
                            sent.batch().writes().size(),
                            new WriteOutcome.Unknown(e.failure().what())));
                    silent++;
                } else if (outcomes.isEmpty()) {
                    throw e;
                } else {
                    outcomes.addAll(Collections.nCopies(
                            sent.batch().writes().size(),
                            notSent(e.failure().what(), e.failure().advice())));
                    silent = SILENT_BATCHES;
                }
            }
        }
        return outcomes;
    }

    /** What became of a batch: outcomes, or why there are none. */
    private record Sent(
            WriteBatch batch,
            List<WriteOutcome> outcomes,
            @Nullable CallFailedException failed) {}

    /** The next batches, those that do not lock each other out at the same time; in the order given. */
    private List<Sent> wave(Deque<WriteBatch> open, int most, WriteGuard guard) {
        List<WriteBatch> wave = new ArrayList<>(List.of(open.pop()));
        while (wave.size() < most && !open.isEmpty() && areApart(wave, open.peek())) {
            wave.add(open.pop());
        }
        if (wave.size() == 1) {
            guard.check();
            return List.of(sent(wave.getFirst()));
        }
        List<Future<Sent>> coming = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (WriteBatch batch : wave) {
                guard.check();
                coming.add(threads.submit(() -> sent(batch)));
            }
        }
        return coming.stream().map(Future::resultNow).toList();
    }

    /** Updates of other accounts each: tasks of one account would wait for each other's lock on it (trap F3). */
    private static boolean areApart(List<WriteBatch> wave, WriteBatch next) {
        Set<String> there = new HashSet<>();
        wave.forEach(batch -> batch.writes().forEach(write -> there.add(WriteBatch.record(write))));
        return Stream.concat(wave.stream(), Stream.of(next))
                        .allMatch(batch ->
                                batch.keyField().isEmpty() && batch.object().equals(ACCOUNT))
                && next.writes().stream().noneMatch(write -> there.contains(WriteBatch.record(write)));
    }

    private Sent sent(WriteBatch batch) {
        try {
            HttpAnswer answer = calls.write((session, client) -> WriteRequest.of(batch, session, client));
            return new Sent(batch, outcomes(batch, answer), null);
        } catch (CallFailedException e) {
            return new Sent(batch, List.of(), e);
        }
    }

    private List<WriteOutcome> outcomes(WriteBatch batch, HttpAnswer answer) {
        List<Result> results = WriteResults.read(answer.body(), calls::told);
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
