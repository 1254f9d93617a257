package io.plumbline.sandbox.rest;

import io.plumbline.sandbox.control.ApiMeter;
import io.plumbline.sandbox.gate.Action;
import io.plumbline.sandbox.gate.Cursors;
import io.plumbline.sandbox.gate.Door;
import io.plumbline.sandbox.gate.Refusal;
import io.plumbline.sandbox.gate.RefusedException;
import io.plumbline.sandbox.gate.Writes;
import io.plumbline.sandbox.http.MalformedJsonException;
import io.plumbline.sandbox.http.Request;
import io.plumbline.sandbox.http.Response;
import io.plumbline.sandbox.record.Org;
import io.plumbline.sandbox.soql.Soql;
import java.util.List;

/** The entrance to {@code /services/data}; hands the jobs of Bulk API 2.0 on to their own door. */
public final class RestDoor implements Door {

    private static final int LONGEST_URI = 16_384;

    private final RestDialect dialect;
    private final Door jobs;
    private final Resources resources;

    /**
     * Opens the door.
     *
     * @param jobs answers below {@code jobs}
     */
    public RestDoor(
            Org org, Soql soql, Cursors cursors, Writes writes, ApiMeter meter, RestDialect dialect, Door jobs) {
        this.dialect = dialect;
        this.jobs = jobs;
        Resources single = new Resources(List.of(
                LeftOut::ofAnObject,
                new LimitsResource(org, meter),
                new QueryResource(soql, cursors),
                new ReplicationResource(org),
                new DescribeResource(org.clock()),
                new RecordResource(org, writes),
                new ExternalIdResource(org, writes),
                new CollectionResource(org, writes),
                new TreeResource(org, writes)));
        SubRequests parts = new SubRequests(single, dialect);
        this.resources = single.with(new CompositeResource(parts, writes), new BatchResource(parts));
    }

    @Override
    public Action understand(Request request) {
        List<String> path = request.segments();
        if (path.size() < 2 || !path.get(0).equals("services") || !path.get(1).equals("data")) {
            return answering(
                    "unknown", Response.text(404, "text/html; charset=UTF-8", "<html><body>Not found</body></html>"));
        }
        if (path.size() == 2) {
            return answering("rest.versions", Response.json(200, Versions.LIST));
        }
        String version = path.get(2);
        if (Versions.retired(version)) {
            return answering(
                    "rest.unknown",
                    Response.json(
                            410,
                            List.of(java.util.Map.of(
                                    "message", "The API version is no longer supported", "errorCode", "GONE"))));
        }
        if (!Versions.served(version)) {
            return refusing("rest.unknown", notFound());
        }
        if (path.size() > 3 && path.get(3).equals("jobs")) {
            return jobs.understand(request);
        }
        if (request.path().length() + request.query().length() > LONGEST_URI) {
            return refusing(
                    "rest.unknown", Refusal.of("URI_TOO_LONG", "The URI is longer than " + LONGEST_URI + " bytes"));
        }
        if (wantsXml(request)) {
            return refusing(
                    "rest.unknown", Refusal.of("UNSUPPORTED_MEDIA_TYPE", "the sandbox answers in JSON, not in XML"));
        }
        Target target = new Target(version, path.subList(3, path.size()), request);
        String token = request.bearerToken().orElse("");
        try {
            return resources
                    .step(target)
                    .<Action>map(step -> new Action.Guarded(
                            "rest." + step.operation(), step.detail(), step.writes(), token, dialect, step.run()))
                    .orElseGet(() -> guarded("rest.unknown", token, LeftOut.refusal(target)));
        } catch (RefusedException refused) {
            return guarded("rest.unknown", token, refused.refusal());
        } catch (MalformedJsonException malformed) {
            return guarded(
                    "rest.unknown", token, Refusal.of("JSON_PARSER_ERROR", String.valueOf(malformed.getMessage())));
        }
    }

    private static boolean wantsXml(Request request) {
        String accepted = request.header("Accept").orElse("");
        return accepted.contains("/xml") && !accepted.contains("json") && !accepted.contains("*/*");
    }

    private static Refusal notFound() {
        return Refusal.of("NOT_FOUND", "The requested resource does not exist");
    }

    // A refusal that only a signed-in caller gets to see.
    private Action guarded(String operation, String token, Refusal refusal) {
        return new Action.Guarded(operation, "", false, token, dialect, call -> dialect.refuse(refusal));
    }

    private Action refusing(String operation, Refusal refusal) {
        return answering(operation, dialect.refuse(refusal));
    }

    private Action answering(String operation, Response response) {
        return new Action.Open(operation, dialect, () -> response);
    }
}
