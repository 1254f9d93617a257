package io.plumbline.sandbox.bulk;

import io.plumbline.sandbox.gate.Call;
import io.plumbline.sandbox.http.Response;
import java.util.function.Function;

/**
 * What a job resource does with a request.
 *
 * @param operation the rest of its name in the journal, after {@code bulk.}
 * @param detail what the journal says of it
 */
record JobStep(String operation, String detail, Function<Call, Response> run) {}
