package io.plumbline.salesforce.soap;

import com.sforce.soap.partner.LimitInfo;
import com.sforce.soap.partner.PartnerConnection;
import com.sforce.ws.ConnectionException;
import com.sforce.ws.ConnectorConfig;
import io.micrometer.core.instrument.MeterRegistry;
import io.plumbline.salesforce.ApiUsage;
import io.plumbline.salesforce.auth.AccessToken;
import io.plumbline.salesforce.call.ApiVersion;
import io.plumbline.salesforce.call.CallFailedException;
import io.plumbline.salesforce.call.CallFailures;
import io.plumbline.salesforce.call.OrgConnection;
import io.plumbline.salesforce.http.HttpAnswer;
import io.plumbline.salesforce.http.NoAnswerException;
import io.plumbline.salesforce.http.PackedAnswer;
import java.net.URI;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Makes calls: a connection of its own for each, in the session that {@link OrgConnection} gives, and every way to fail
 * turned into a {@link CallFailedException}.
 */
final class PartnerCalls {

    private static final String CLIENT = "Plumbline";
    private static final Map<String, String> HEADERS =
            Map.of("Content-Type", "text/xml; charset=UTF-8", "Accept", "text/xml", "SOAPAction", "\"\"");

    private final OrgConnection org;
    private final int pageSize;

    PartnerCalls(OrgConnection org, int pageSize) {
        this.org = org;
        this.pageSize = pageSize;
    }

    PartnerCalls forNewRun() {
        return new PartnerCalls(org.forNewRun(), pageSize);
    }

    /** A result with the session it was given in, to which a cursor in it is bound. */
    record InSession<T>(long generation, T result) {}

    /** A call that changes nothing: failures that pass are tried again. */
    <T> T read(PartnerCall<T> call) {
        return opening(token -> once(token, call)).result();
    }

    /** The same for a query, whose next pages can be had in this session only. */
    <T> InSession<T> opening(Function<AccessToken, T> call) {
        return org.repeating(() -> org.reading(token -> new InSession<>(token.generation(), call.apply(token))));
    }

    /** The next page: only in the session that opened the cursor, and a locator is good for one use (trap B1). */
    <T> T inSession(long generation, Function<AccessToken, T> call) {
        AccessToken token = token();
        if (token.generation() != generation) {
            throw SoapFailures.cursorLost(token, null);
        }
        try {
            return call.apply(token);
        } catch (CallFailedException e) {
            if (org.isOver(token, e)) {
                throw SoapFailures.cursorLost(token, e);
            }
            throw e;
        }
    }

    /**
     * A call that changes records: never repeated, except after what precedes execution for certain.
     *
     * @param request what is sent in a session, told its id and our name
     */
    HttpAnswer write(BiFunction<String, String, byte[]> request) {
        return org.writing(token -> {
            byte[] composed = request.apply(token.value(), CLIENT);
            return org.request(() -> answered(token, composed));
        });
    }

    AccessToken token() {
        return org.token();
    }

    ApiUsage usage() {
        return org.usage();
    }

    void bindTo(MeterRegistry registry) {
        org.meter().bindTo(registry);
    }

    /** Asks one question of ours, and counts it with what is made of its answer, whatever that says. */
    <T> T asked(AccessToken token, Question question, Function<PackedAnswer, T> reading) {
        byte[] request = question.asked(token.value(), CLIENT, pageSize);
        return org.request(() -> {
            try {
                return reading.apply(org.http().packed(endpoint(token), HEADERS, request, false));
            } catch (NoAnswerException e) {
                throw CallFailures.noAnswer(e);
            }
        });
    }

    /** Lets WSC read an answer that came to a question of ours. */
    <T> T result(AccessToken token, PackedAnswer answer, PartnerCall<T> call) {
        return result(token, new WireTransport((endpoint, request) -> answer.whole()), call);
    }

    /** What an answer said of the calls of all programs. */
    void told(long used, long limit) {
        org.meter().told(used, limit);
    }

    private <T> T once(AccessToken token, PartnerCall<T> call) {
        return org.request(() -> result(token, new WireTransport(this::sent), call));
    }

    private <T> T result(AccessToken token, WireTransport wire, PartnerCall<T> call) {
        try {
            PartnerConnection connection = connection(token, wire);
            T result = call.on(connection);
            note(connection);
            return result;
        } catch (ConnectionException | RuntimeException e) {
            throw SoapFailures.of(wire, token, e);
        }
    }

    private HttpAnswer sent(URI endpoint, byte[] request) throws NoAnswerException {
        return org.http().post(endpoint, HEADERS, request, true);
    }

    private HttpAnswer answered(AccessToken token, byte[] request) {
        HttpAnswer answer;
        try {
            answer = sent(endpoint(token), request);
        } catch (NoAnswerException e) {
            throw CallFailures.noAnswer(e);
        }
        if (!answer.successful() || answer.foreign().isPresent()) {
            throw SoapFailures.of(answer, token, "no results");
        }
        return answer;
    }

    private PartnerConnection connection(AccessToken token, WireTransport wire) throws ConnectionException {
        ConnectorConfig config = new ConnectorConfig();
        config.setManualLogin(true);
        config.setSessionId(token.value());
        config.setServiceEndpoint(endpoint(token).toString());
        config.setTransportFactory(() -> wire);
        PartnerConnection connection = new PartnerConnection(config);
        connection.setCallOptions(CLIENT, null);
        connection.setQueryOptions(pageSize);
        connection.setEmailHeader(false, false, false);
        return connection;
    }

    private static URI endpoint(AccessToken token) {
        return token.instance().resolve("/services/Soap/u/" + ApiVersion.OURS);
    }

    private void note(PartnerConnection connection) {
        if (connection.getLimitInfoHeader() != null
                && connection.getLimitInfoHeader().getLimitInfo() != null) {
            for (LimitInfo info : connection.getLimitInfoHeader().getLimitInfo()) {
                if ("API REQUESTS".equals(info.getType())) {
                    told(info.getCurrent(), info.getLimit());
                }
            }
        }
    }
}
