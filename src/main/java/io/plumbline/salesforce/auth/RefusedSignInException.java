package io.plumbline.salesforce.auth;

import io.plumbline.salesforce.SalesforceFailure;
import io.plumbline.salesforce.codes.SignInCause.Mending;

/** The token endpoint refused us, with where that has to be mended. Never leaves the package. */
final class RefusedSignInException extends RuntimeException {

    private final transient SalesforceFailure failure;
    private final Mending mending;

    RefusedSignInException(SalesforceFailure failure, Mending mending) {
        super(failure.sentence());
        this.failure = failure;
        this.mending = mending;
    }

    SalesforceFailure failure() {
        return failure;
    }

    Mending mending() {
        return mending;
    }
}
