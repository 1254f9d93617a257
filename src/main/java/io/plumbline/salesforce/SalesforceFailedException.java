package io.plumbline.salesforce;

import org.jspecify.annotations.Nullable;

/** A call that failed as a whole. Its message is the failure's, fit for a person and free of secrets. */
public final class SalesforceFailedException extends RuntimeException {

    private final transient SalesforceFailure failure;

    public SalesforceFailedException(SalesforceFailure failure, @Nullable Throwable cause) {
        super(failure.sentence(), cause);
        this.failure = failure;
    }

    public SalesforceFailedException(SalesforceFailure failure) {
        this(failure, null);
    }

    public SalesforceFailure failure() {
        return failure;
    }
}
