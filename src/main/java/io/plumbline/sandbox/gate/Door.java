package io.plumbline.sandbox.gate;

import io.plumbline.sandbox.http.Request;

/** One protocol: understands requests without carrying them out. */
@FunctionalInterface
public interface Door {

    /** What the request asks for; what it cannot understand becomes an action that refuses. */
    Action understand(Request request);
}
