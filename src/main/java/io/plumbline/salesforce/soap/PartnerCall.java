package io.plumbline.salesforce.soap;

import com.sforce.soap.partner.PartnerConnection;
import com.sforce.ws.ConnectionException;

/** One call of the Partner API. May be run twice, after a dead session, so it changes nothing outside. */
@FunctionalInterface
interface PartnerCall<T> {
    T on(PartnerConnection connection) throws ConnectionException;
}
