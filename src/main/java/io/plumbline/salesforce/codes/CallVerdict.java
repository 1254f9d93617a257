package io.plumbline.salesforce.codes;

import io.plumbline.salesforce.SalesforceFailure;

/**
 * What a refusal of a whole call means.
 *
 * @param code Salesforce's code as sent
 * @param failure what to tell, with the host and Salesforce's own words made harmless
 */
public record CallVerdict(String code, CallCause cause, SalesforceFailure failure) {

    public CallAction action() {
        return cause.action();
    }
}
