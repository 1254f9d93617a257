package io.plumbline.sandbox.rest;

import io.plumbline.sandbox.gate.Call;
import io.plumbline.sandbox.gate.RefusedException;

/** What an object's path answers when the object is not there for the caller. */
final class RestObjects {

    private RestObjects() {}

    static void require(Call call, String object) {
        if (call.caller().schema().object(object).isEmpty()) {
            throw notFound();
        }
    }

    static RefusedException notFound() {
        return new RefusedException("NOT_FOUND", "The requested resource does not exist");
    }
}
