package io.plumbline.salesforce.http;

import io.plumbline.salesforce.SalesforceFailure;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** An exchange that ended without a whole answer. */
public final class NoAnswerException extends IOException {

    private final transient SalesforceFailure failure;
    private final boolean nothingSent;

    NoAnswerException(SalesforceFailure failure, boolean nothingSent, @Nullable Throwable cause) {
        super(failure.sentence(), cause);
        this.failure = failure;
        this.nothingSent = nothingSent;
    }

    public SalesforceFailure failure() {
        return failure;
    }

    /** Whether the request certainly never reached the server; otherwise it may have been carried out (trap F1). */
    public boolean nothingSent() {
        return nothingSent;
    }
}
