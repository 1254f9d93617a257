package io.plumbline.sandbox.gate;

import io.plumbline.sandbox.http.Response;
import java.util.Optional;

/** How one protocol says no. */
public interface Dialect {

    /** The answer to a call that is refused as a whole. */
    Response refuse(Refusal refusal);

    /**
     * The answer to a call without a living session.
     *
     * @param token what the caller presented; empty for nothing
     * @param message words to use instead of the protocol's own
     */
    Response deadSession(String token, Optional<String> message);

    /** The last touch to an answer of the call itself, such as the header that tells the use of the API. */
    Response finish(Response response);
}
