package io.plumbline.salesforce;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** A server that answers each operation with the answers it was given, in turn; the last one stays. */
public final class StubOrg implements AutoCloseable {

    public static final String ORG = "00D5e000000PLMBEA4";
    public static final String SECRET = "canary-secret-7Q";
    public static final String TOKEN_PATH = "/services/oauth2/token";
    public static final String SOAP_PATH = "/services/Soap/u/65.0";

    private final WireMockServer server =
            new WireMockServer(wireMockConfig().dynamicPort().gzipDisabled(true).containerThreads(40));

    public StubOrg() {
        server.start();
        tokens(token("T1"));
    }

    public URI address() {
        return URI.create("http://localhost:" + server.port());
    }

    public SignIn.ClientCredentials signIn() {
        return new SignIn.ClientCredentials(address(), "the-consumer-key", SECRET);
    }

    public WireMockServer server() {
        return server;
    }

    /** What a good sign-in answers. */
    public ResponseDefinitionBuilder token(String value) {
        return token(value, address().toString(), ORG);
    }

    public static ResponseDefinitionBuilder token(String value, String instance, String org) {
        return json(200, """
                {"access_token": "canary-token-%s", "instance_url": "%s", "token_type": "Bearer", "issued_at": "1",
                 "id": "https://login.salesforce.com/id/%s/0055e000000USERAAK", "scope": "api"}""".formatted(value, instance, org));
    }

    public static ResponseDefinitionBuilder json(int status, String body) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/json;charset=UTF-8")
                .withBody(body);
    }

    public static ResponseDefinitionBuilder refusedSignIn(int status, String error, String description) {
        return json(status, "{\"error\": \"%s\", \"error_description\": \"%s\"}".formatted(error, description));
    }

    public StubOrg tokens(ResponseDefinitionBuilder... answers) {
        inTurn("token", post(urlEqualTo(TOKEN_PATH)), answers);
        return this;
    }

    /** Answers a SOAP operation with these bodies, each put into an envelope. */
    public StubOrg answers(String operation, String... results) {
        return answersWith(
                operation,
                Arrays.stream(results)
                        .map(result -> soap(operation, result))
                        .toArray(ResponseDefinitionBuilder[]::new));
    }

    public StubOrg answersWith(String operation, ResponseDefinitionBuilder... answers) {
        inTurn(operation, post(urlEqualTo(SOAP_PATH)).withRequestBody(matching(body(operation))), answers);
        return this;
    }

    public static ResponseDefinitionBuilder soap(String operation, String results) {
        return xml(200, """
                <?xml version="1.0" encoding="UTF-8"?><soapenv:Envelope\
                 xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" xmlns="urn:partner.soap.sforce.com"\
                 xmlns:sf="urn:sobject.partner.soap.sforce.com" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"\
                 xmlns:xsd="http://www.w3.org/2001/XMLSchema"><soapenv:Header><LimitInfoHeader><limitInfo>\
                <current>4893</current><limit>351000</limit><type>API REQUESTS</type></limitInfo></LimitInfoHeader>\
                </soapenv:Header><soapenv:Body><%1$sResponse>%2$s</%1$sResponse></soapenv:Body></soapenv:Envelope>""".formatted(operation, results));
    }

    /** A fault in the shape that Salesforce sends, detail and all. */
    public static ResponseDefinitionBuilder fault(String type, String code, String message) {
        return xml(500, """
                <?xml version="1.0" encoding="UTF-8"?><soapenv:Envelope\
                 xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" xmlns:sf="urn:fault.partner.soap.sforce.com"\
                 xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><soapenv:Body><soapenv:Fault>\
                <faultcode>sf:%2$s</faultcode><faultstring>%2$s: %3$s</faultstring><detail><sf:%1$s xsi:type="sf:%1$s">\
                <sf:exceptionCode>%2$s</sf:exceptionCode><sf:exceptionMessage>%3$s</sf:exceptionMessage></sf:%1$s>\
                </detail></soapenv:Fault></soapenv:Body></soapenv:Envelope>""".formatted(type, code, message));
    }

    public static ResponseDefinitionBuilder deadSession() {
        return fault(
                "UnexpectedErrorFault",
                "INVALID_SESSION_ID",
                "Invalid Session ID found in SessionHeader: Illegal Session. Session not found, missing session hash: x");
    }

    public static ResponseDefinitionBuilder xml(int status, String body) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "text/xml;charset=UTF-8")
                .withBody(body);
    }

    public List<String> requests(String operation) {
        return server
                .findAll(postRequestedFor(urlEqualTo(SOAP_PATH)).withRequestBody(matching(body(operation))))
                .stream()
                .map(LoggedRequest::getBodyAsString)
                .toList();
    }

    public List<LoggedRequest> signIns() {
        return server.findAll(postRequestedFor(urlEqualTo(TOKEN_PATH)));
    }

    private void inTurn(String name, MappingBuilder request, ResponseDefinitionBuilder... answers) {
        String story = name + "-" + System.identityHashCode(answers);
        for (int i = 0; i < answers.length; i++) {
            String state = i == 0 ? Scenario.STARTED : "after " + i;
            String following = i == answers.length - 1 ? state : "after " + (i + 1);
            server.stubFor(request.inScenario(story)
                    .whenScenarioStateIs(state)
                    .willSetStateTo(following)
                    .willReturn(answers[i])
                    .atPriority(1));
            request.withId(UUID.randomUUID());
        }
    }

    private static String body(String operation) {
        return "(?s).*<m:" + operation + "[ >/].*";
    }

    @Override
    public void close() {
        server.stop();
    }
}
