package io.plumbline.sandbox.bulk;

import io.plumbline.sandbox.control.BulkPace;
import io.plumbline.sandbox.gate.Action;
import io.plumbline.sandbox.gate.Door;
import io.plumbline.sandbox.gate.Refusal;
import io.plumbline.sandbox.gate.RefusedException;
import io.plumbline.sandbox.gate.Writes;
import io.plumbline.sandbox.http.Request;
import io.plumbline.sandbox.record.Org;
import io.plumbline.sandbox.rest.RestDialect;
import io.plumbline.sandbox.soql.Soql;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** The entrance to {@code jobs/query} and {@code jobs/ingest}. */
public final class BulkDoor implements Door {

    private static final int BEFORE_KIND = 4;

    private final RestDialect dialect;
    private final QueryJobs queries;
    private final IngestJobs ingests;

    public BulkDoor(Org org, Soql soql, Writes writes, RestDialect dialect, BulkPace pace) {
        this.dialect = dialect;
        AtomicLong ids = new AtomicLong();
        this.queries = new QueryJobs(org, soql, pace, ids);
        this.ingests = new IngestJobs(org, writes, pace, ids);
    }

    @Override
    public Action understand(Request request) {
        List<String> path = request.segments();
        String kind = path.size() > BEFORE_KIND ? path.get(BEFORE_KIND) : "";
        List<String> rest = path.subList(Math.min(path.size(), BEFORE_KIND + 1), path.size());
        JobRequest job = new JobRequest(path.get(2), rest, request);
        String token = request.bearerToken().orElse("");
        try {
            Optional<JobStep> step = switch (kind) {
                case "query" -> queries.step(job);
                case "ingest" -> ingests.step(job);
                default -> Optional.empty();
            };
            return step.map(found -> guarded(found, token))
                    .orElseGet(() -> refusing(Refusal.of("NOT_FOUND", "The requested resource does not exist"), token));
        } catch (RefusedException refused) {
            return refusing(refused.refusal(), token);
        }
    }

    private Action guarded(JobStep step, String token) {
        return new Action.Guarded("bulk." + step.operation(), step.detail(), true, token, dialect, step.run());
    }

    private Action refusing(Refusal refusal, String token) {
        return new Action.Guarded("bulk.unknown", "", false, token, dialect, call -> dialect.refuse(refusal));
    }
}
