package io.plumbline.salesforce.soap.page;

/** A page that is not what Salesforce writes for flat records, so that WSC is to read it. No failure, hence without a trace. */
final class NotFlatException extends Exception {

    private static final long serialVersionUID = 1L;

    NotFlatException() {
        super(null, null, false, false);
    }
}
