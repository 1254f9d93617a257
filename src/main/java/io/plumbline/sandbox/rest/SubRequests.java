package io.plumbline.sandbox.rest;

import io.plumbline.sandbox.gate.Call;
import io.plumbline.sandbox.gate.Refusal;
import io.plumbline.sandbox.gate.RefusedException;
import io.plumbline.sandbox.http.MalformedJsonException;
import io.plumbline.sandbox.http.Request;
import io.plumbline.sandbox.http.Response;
import io.plumbline.sandbox.record.refusal.RequestRefusedException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Carries out the requests within a request: each as it would be alone, all in one call. */
final class SubRequests {

    private final Resources resources;
    private final RestDialect dialect;

    SubRequests(Resources resources, RestDialect dialect) {
        this.resources = resources;
        this.dialect = dialect;
    }

    /**
     * The answer to one of them; what it refuses is an answer, too.
     *
     * @param path from {@code /services/data} on, with its query
     * @param body JSON, empty for none
     */
    Response answer(Call call, String method, String path, String body) {
        int question = path.indexOf('?');
        Request request = new Request(
                method.toUpperCase(Locale.ROOT),
                question < 0 ? path : path.substring(0, question),
                question < 0 ? "" : path.substring(question + 1),
                Map.of("content-type", "application/json"),
                body.getBytes(StandardCharsets.UTF_8));
        List<String> pieces = request.segments();
        try {
            if (pieces.size() < 3 || !Versions.served(pieces.get(2))) {
                return dialect.refuse(Refusal.of("NOT_FOUND", "The requested resource does not exist"));
            }
            Target target = new Target(pieces.get(2), pieces.subList(3, pieces.size()), request);
            return resources
                    .step(target)
                    .map(step -> step.run().apply(call))
                    .orElseGet(() -> dialect.refuse(LeftOut.refusal(target)));
        } catch (RefusedException refused) {
            return dialect.refuse(refused.refusal());
        } catch (RequestRefusedException refused) {
            return dialect.refuse(Refusal.of(refused));
        } catch (MalformedJsonException malformed) {
            return dialect.refuse(Refusal.of("JSON_PARSER_ERROR", String.valueOf(malformed.getMessage())));
        }
    }
}
