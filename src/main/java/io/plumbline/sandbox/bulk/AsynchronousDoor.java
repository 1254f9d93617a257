package io.plumbline.sandbox.bulk;

import io.plumbline.sandbox.gate.Action;
import io.plumbline.sandbox.gate.Dialect;
import io.plumbline.sandbox.gate.Door;
import io.plumbline.sandbox.gate.Refusal;
import io.plumbline.sandbox.http.Request;
import io.plumbline.sandbox.http.Response;
import java.util.Optional;

/** Where the older Bulk API would be, {@code /services/async}: refused by name, in its own dialect, session or not (A1). */
public final class AsynchronousDoor implements Door {

    private static final Dialect DIALECT = new Dialect() {

        @Override
        public Response refuse(Refusal refusal) {
            return Response.text(
                    400,
                    "application/xml;charset=UTF-8",
                    "<?xml version=\"1.0\" encoding=\"UTF-8\"?><error xmlns=\"http://www.force.com/2009/06/asyncapi/dataload\">"
                            + "<exceptionCode>" + refusal.code() + "</exceptionCode><exceptionMessage>"
                            + refusal.message() + "</exceptionMessage></error>");
        }

        @Override
        public Response deadSession(String token, Optional<String> message) {
            return refuse(Refusal.of("InvalidSessionId", message.orElse("Invalid session id")));
        }

        @Override
        public Response finish(Response response) {
            return response;
        }
    };

    @Override
    public Action understand(Request request) {
        String token = request.header("X-SFDC-Session").orElse("");
        return new Action.Guarded(
                "bulk.v1",
                request.path(),
                false,
                token,
                DIALECT,
                call -> DIALECT.refuse(Refusal.of(
                        "FeatureNotEnabled", "the sandbox does not offer Bulk API 1.0; use Bulk API 2.0 instead")));
    }
}
