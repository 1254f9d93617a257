package io.plumbline.salesforce.soap;

import com.sforce.soap.partner.QueryResult;
import io.plumbline.salesforce.SoqlQuery;
import java.nio.charset.StandardCharsets;

/**
 * What is asked for a page of a query: a request that we write ourselves, because a connection of WSC costs more than the
 * rest of a page, and the same as a call of WSC, for the answers that it is to read.
 */
record Question(String operation, String element, String text, PartnerCall<QueryResult> call) {

    static Question first(SoqlQuery query) {
        String text = query.text();
        return query.includeDeleted()
                ? new Question("queryAll", "queryString", text, connection -> connection.queryAll(text))
                : new Question("query", "queryString", text, connection -> connection.query(text));
    }

    static Question more(String locator) {
        return new Question("queryMore", "queryLocator", locator, connection -> connection.queryMore(locator));
    }

    /** The request as it is sent. Holds the session, so nobody keeps it. */
    byte[] asked(String session, String client, int pageSize) {
        String request = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
                + "<env:Envelope xmlns:env=\"http://schemas.xmlsoap.org/soap/envelope/\" xmlns:m=\"urn:partner.soap.sforce.com\">"
                + "<env:Header><m:SessionHeader><m:sessionId>" + escaped(session) + "</m:sessionId></m:SessionHeader>"
                + "<m:CallOptions><m:client>" + client + "</m:client></m:CallOptions>"
                + "<m:QueryOptions><m:batchSize>" + pageSize + "</m:batchSize></m:QueryOptions></env:Header>"
                + "<env:Body><m:" + operation + "><m:" + element + ">" + escaped(text) + "</m:" + element + "></m:"
                + operation + "></env:Body></env:Envelope>";
        return request.getBytes(StandardCharsets.UTF_8);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\r", "&#13;");
    }

    /** Its text may be a customer's; what was asked is enough. */
    @Override
    public String toString() {
        return operation;
    }
}
