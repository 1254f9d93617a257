package io.plumbline.sandbox.soap;

import io.plumbline.sandbox.control.ApiMeter;
import io.plumbline.sandbox.gate.Action;
import io.plumbline.sandbox.gate.Call;
import io.plumbline.sandbox.gate.Callers;
import io.plumbline.sandbox.gate.Cursors;
import io.plumbline.sandbox.gate.Door;
import io.plumbline.sandbox.gate.Refusal;
import io.plumbline.sandbox.gate.Writes;
import io.plumbline.sandbox.http.Request;
import io.plumbline.sandbox.http.Response;
import io.plumbline.sandbox.oauth.OrgAddress;
import io.plumbline.sandbox.oauth.Sessions;
import io.plumbline.sandbox.record.Org;
import io.plumbline.sandbox.soql.Soql;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** The Partner API's entrance: finds version and operation of an envelope. */
public final class SoapDoor implements Door {

    private static final String NAMESPACE = "urn:partner.soap.sforce.com";
    private static final Set<String> VERSIONS = Set.of("62.0", "63.0", "64.0", "65.0", "66.0");
    private static final Set<String> WITHOUT_LOGIN = Set.of("65.0", "66.0");

    private final SoapDialect dialect = new SoapDialect();
    private final XmlReader reader = new XmlReader();
    private final Envelopes envelopes;
    private final Map<String, SoapOperation> operations = new HashMap<>();

    public SoapDoor(
            Org org,
            Soql soql,
            Cursors cursors,
            Writes writes,
            Callers callers,
            Sessions sessions,
            OrgAddress address,
            ApiMeter meter) {
        this.envelopes = new Envelopes(meter);
        Stream.of(
                        new QueryOperations(soql, cursors).all(),
                        new SaveOperations(writes).all(),
                        new MergeOperation(writes).all(),
                        new ReadOperations(org).all(),
                        new DescribeOperations().all(),
                        new OrgOperations(org, callers, sessions, address).all())
                .flatMap(List::stream)
                .forEach(operation -> operations.put(operation.name(), operation));
    }

    @Override
    public Action understand(Request request) {
        List<String> path = request.segments();
        if (path.size() < 4 || !path.get(2).equals("u")) {
            return answering("soap.unknown", Response.text(404, "text/plain", "only /services/Soap/u is served here"));
        }
        if (!request.method().equals("POST")) {
            return answering(
                    "soap.unknown",
                    Response.text(
                            405,
                            "text/plain",
                            "HTTP Method '" + request.method() + "' not allowed. Only 'POST' allowed"));
        }
        String version = path.get(3);
        if (!VERSIONS.contains(version)) {
            return refusing("soap.unknown", "UNSUPPORTED_API_VERSION", "Invalid Api version specified on URL");
        }
        try {
            return operation(version, SoapRequest.of(reader.read(request.body())));
        } catch (MalformedXmlException malformed) {
            return refusing("soap.unknown", "UNKNOWN_EXCEPTION", malformed.getMessage());
        }
    }

    private Action operation(String version, SoapRequest envelope) {
        XmlElement element = envelope.operation();
        if (element.name().equals("login")) {
            return refusing("soap.login", "INVALID_OPERATION", loginText(version));
        }
        SoapOperation operation = operations.get(element.name());
        if (operation == null || !element.namespace().equals(NAMESPACE)) {
            return answering("soap.unknown", unknown(element));
        }
        List<String> notUnderstood = envelope.notUnderstood();
        if (!notUnderstood.isEmpty()) {
            return answering(
                    "soap." + operation.name(),
                    dialect.protocolFault(
                            "MustUnderstand", "Did not understand header: " + String.join(", ", notUnderstood)));
        }
        Function<Call, Response> run = call ->
                envelopes.answer(operation.name(), out -> operation.body().answer(call, envelope, out));
        return new Action.Guarded(
                "soap." + operation.name(),
                operation.detail().apply(element),
                operation.writes(),
                envelope.sessionId(),
                dialect,
                run);
    }

    // Operations of the WSDL that the sandbox leaves out are told apart from those that do not exist.
    private Response unknown(XmlElement element) {
        if (element.namespace().equals(NAMESPACE) && LeftOut.OPERATIONS.contains(element.name())) {
            return dialect.refuse(Refusal.of(
                    "FUNCTIONALITY_NOT_ENABLED", "the sandbox does not offer the operation " + element.name()));
        }
        return dialect.protocolFault(
                "Client",
                "No operation available for request {" + element.namespace() + "}" + element.name()
                        + ", please check the WSDL for the service.");
    }

    private static String loginText(String version) {
        return WITHOUT_LOGIN.contains(version)
                ? "The SOAP Login operation is not available in the API version specified (" + version
                        + "). Refer to the documentation for supported versions."
                : "SOAP API login() is disabled by default in this org. Contact the org administrator to enable SOAP API login().";
    }

    private Action refusing(String operation, String code, String message) {
        return answering(operation, dialect.refuse(Refusal.of(code, message)));
    }

    private Action answering(String operation, Response response) {
        return new Action.Open(operation, dialect, () -> response);
    }
}
