package io.plumbline.extract.reading;

import io.plumbline.crm.ObjectName;
import io.plumbline.salesforce.SalesforceFailure;

/** The rows of an answer are not as many as the server had counted, so none of it can be trusted to be whole (trap B7). */
public final class RowsMissingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient SalesforceFailure failure;

    RowsMissingException(ObjectName object, long promised, long arrived) {
        this(new SalesforceFailure.UnexpectedAnswer(
                "Salesforce counted " + promised + " rows of " + object + ", but " + arrived + " arrived.",
                "Nothing has to be done: the next run reads them again. If it happens each time, look for a proxy that"
                        + " cuts answers short."));
    }

    private RowsMissingException(SalesforceFailure failure) {
        super(failure.sentence());
        this.failure = failure;
    }

    public SalesforceFailure failure() {
        return failure;
    }
}
