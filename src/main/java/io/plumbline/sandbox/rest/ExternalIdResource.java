package io.plumbline.sandbox.rest;

import io.plumbline.sandbox.gate.Call;
import io.plumbline.sandbox.gate.FieldList;
import io.plumbline.sandbox.gate.RefusedException;
import io.plumbline.sandbox.gate.RowOutcome;
import io.plumbline.sandbox.gate.Writes;
import io.plumbline.sandbox.http.Response;
import io.plumbline.sandbox.record.Org;
import io.plumbline.sandbox.record.input.RecordInput;
import io.plumbline.sandbox.record.store.StoredRecord;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** One record by external id: {@code sobjects/X/Key__c/value} to read, upsert and delete (L6: the value is encoded). */
final class ExternalIdResource implements Resource {

    private final Org org;
    private final Writes writes;

    ExternalIdResource(Org org, Writes writes) {
        this.org = org;
        this.writes = writes;
    }

    @Override
    public Optional<Step> step(Target target) {
        if (!target.piece(0).equals("sobjects") || target.depth() != 4) {
            return Optional.empty();
        }
        String object = target.piece(1);
        String detail = object + " " + target.piece(2) + "=" + target.piece(3);
        return switch (target.method()) {
            case "GET" ->
                Optional.of(Step.reading("sobject.readByExternalId", detail, call -> unique(target, call, this::read)));
            case "DELETE" ->
                Optional.of(
                        Step.writing("sobject.deleteByExternalId", detail, call -> unique(target, call, this::delete)));
            case "PATCH" -> {
                RecordInput row = RecordJson.read(object, null, JsonBody.of(target.request()));
                yield Optional.of(Step.writing("sobject.upsert", detail, call -> upsert(target, call, row)));
            }
            default -> Optional.empty();
        };
    }

    private Response upsert(Target target, Call call, RecordInput row) {
        List<StoredRecord> matches = find(target, call);
        if (matches.size() > 1) {
            return several(target, matches);
        }
        String field = target.piece(2);
        if (row.fields().keySet().stream().anyMatch(field::equalsIgnoreCase)) {
            throw new RefusedException(
                    "INVALID_FIELD", "The " + field + " field should not be specified in the sobject data.");
        }
        Map<String, @Nullable Object> fields = new LinkedHashMap<>(row.fields());
        fields.put(field, target.piece(3));
        RowOutcome outcome =
                RecordResource.one(writes.upsert(call, field, List.of(RecordInput.of(row.object(), fields)), false));
        return outcome.success()
                ? RecordResource.created(outcome.recordId().orElse(""), Optional.of(outcome.created()))
                : RecordResource.failed(outcome);
    }

    private Response unique(Target target, Call call, Use use) {
        List<StoredRecord> matches = find(target, call);
        return switch (matches.size()) {
            case 0 -> throw RestObjects.notFound();
            case 1 -> use.apply(new Match(target, matches.get(0)), call);
            default -> several(target, matches);
        };
    }

    private interface Use extends BiFunction<Match, Call, Response> {}

    private record Match(Target target, StoredRecord record) {}

    private Response read(Match match, Call call) {
        FieldList all = FieldList.all(call.caller().schema(), match.target().piece(1));
        return Response.json(200, RecordJson.write(match.target(), all.row(org, match.record())));
    }

    private Response delete(Match match, Call call) {
        return RecordResource.done(
                RecordResource.one(writes.delete(call, List.of(match.record().id()), false)));
    }

    private List<StoredRecord> find(Target target, Call call) {
        String object = target.piece(1);
        String field = target.piece(2);
        RestObjects.require(call, object);
        return org.findByExternalId(call.caller(), object, field, target.piece(3));
    }

    private static Response several(Target target, List<StoredRecord> matches) {
        return Response.json(
                300,
                matches.stream()
                        .map(record -> target.url("sobjects/" + target.piece(1) + "/" + record.id()))
                        .toList());
    }
}
