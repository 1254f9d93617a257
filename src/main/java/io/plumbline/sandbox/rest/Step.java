package io.plumbline.sandbox.rest;

import io.plumbline.sandbox.gate.Call;
import io.plumbline.sandbox.http.Response;
import java.util.function.Function;

/**
 * What a resource does with a request.
 *
 * @param operation the rest of its name in the journal, after {@code rest.}
 * @param detail what the journal says of it
 * @param writes whether it changes records
 */
record Step(String operation, String detail, boolean writes, Function<Call, Response> run) {

    static Step reading(String operation, String detail, Function<Call, Response> run) {
        return new Step(operation, detail, false, run);
    }

    static Step writing(String operation, String detail, Function<Call, Response> run) {
        return new Step(operation, detail, true, run);
    }
}
