package io.plumbline.sandbox.soap;

import io.plumbline.sandbox.gate.Dialect;
import io.plumbline.sandbox.gate.Refusal;
import io.plumbline.sandbox.http.Response;
import io.plumbline.sandbox.oauth.Session;
import java.util.Optional;

/** Faults of the Partner API: HTTP 500, a code with prefix, a typed detail. */
final class SoapDialect implements Dialect {

    @Override
    public Response refuse(Refusal refusal) {
        String type = typeOf(refusal.code());
        XmlWriter out = new XmlWriter();
        out.open(
                "soapenv:Envelope",
                "xmlns:soapenv",
                "http://schemas.xmlsoap.org/soap/envelope/",
                "xmlns:sf",
                "urn:fault.partner.soap.sforce.com",
                "xmlns:xsi",
                "http://www.w3.org/2001/XMLSchema-instance");
        out.open("soapenv:Body").open("soapenv:Fault");
        out.text("faultcode", "sf:" + refusal.code());
        out.text("faultstring", refusal.code() + ": " + refusal.message());
        out.open("detail").open("sf:" + type, "xsi:type", "sf:" + type);
        out.text("sf:exceptionCode", refusal.code());
        out.text("sf:exceptionMessage", refusal.message());
        if (isQueryFault(type)) {
            out.text("sf:row", numberOf(refusal.row()));
            out.text("sf:column", numberOf(refusal.column()));
        }
        out.close().close().close().close().close();
        return Envelopes.xml(500, out);
    }

    @Override
    public Response deadSession(String token, Optional<String> message) {
        String usual = token.isEmpty()
                ? "Invalid Session ID found in SessionHeader: Illegal Session"
                : "Invalid Session ID found in SessionHeader: Illegal Session. Session not found, missing session hash: "
                        + Session.missingHash(token)
                        + "\nThis error usually occurs after a session expires or a user logs out.";
        return refuse(Refusal.of("INVALID_SESSION_ID", message.orElse(usual)));
    }

    @Override
    public Response finish(Response response) {
        return response;
    }

    /** A fault of the SOAP layer itself, which has no detail. */
    Response protocolFault(String code, String message) {
        XmlWriter out = new XmlWriter();
        out.open("soapenv:Envelope", "xmlns:soapenv", "http://schemas.xmlsoap.org/soap/envelope/");
        out.open("soapenv:Body").open("soapenv:Fault");
        out.text("faultcode", "soapenv:" + code);
        out.text("faultstring", message);
        out.close().close().close();
        return Envelopes.xml(500, out);
    }

    private static String typeOf(String code) {
        return switch (code) {
            case "MALFORMED_QUERY" -> "MalformedQueryFault";
            case "INVALID_FIELD" -> "InvalidFieldFault";
            case "INVALID_TYPE" -> "InvalidSObjectFault";
            case "INVALID_QUERY_LOCATOR" -> "InvalidQueryLocatorFault";
            case "MALFORMED_ID", "INVALID_ID_FIELD" -> "InvalidIdFault";
            default -> "UnexpectedErrorFault";
        };
    }

    private static boolean isQueryFault(String type) {
        return type.equals("MalformedQueryFault")
                || type.equals("InvalidFieldFault")
                || type.equals("InvalidSObjectFault");
    }

    private static String numberOf(@org.jspecify.annotations.Nullable Integer position) {
        return position == null ? "-1" : position.toString();
    }
}
