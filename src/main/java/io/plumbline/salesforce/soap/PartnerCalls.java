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
import io.plumbline.salesforce.call.OrgConnection;
import io.plumbline.salesforce.http.HttpAnswer;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Makes calls: a connection of its own for each, in the session that {@link OrgConnection} gives, and every way to fail
 * turned into a {@link CallFailedException}.
 */
final class PartnerCalls {

    private static final String CLIENT = "Plumbline";

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
        return opening(call).result();
    }

    /** The same for a query, whose next pages can be had in this session only. */
    <T> InSession<T> opening(PartnerCall<T> call) {
        return opening(call, UnaryOperator.identity());
    }

    /** @param before sees each good answer before WSC does, and says what WSC is to read of it */
    <T> InSession<T> opening(PartnerCall<T> call, UnaryOperator<byte[]> before) {
        return org.repeating(
                () -> org.reading(token -> new InSession<>(token.generation(), once(token, call, before))));
    }

    /** The next page: only in the session that opened the cursor, and a locator is good for one use (trap B1). */
    <T> T inSession(long generation, PartnerCall<T> call, UnaryOperator<byte[]> before) {
        AccessToken token = token();
        if (token.generation() != generation) {
            throw SoapFailures.cursorLost(token, null);
        }
        try {
            return once(token, call, before);
        } catch (CallFailedException e) {
            if (org.isOver(token, e)) {
                throw SoapFailures.cursorLost(token, e);
            }
            throw e;
        }
    }

    /** A call that changes records: never repeated, except after what precedes execution for certain. */
    HttpAnswer write(PartnerCall<?> call) {
        return org.writing(token -> answered(token, call));
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

    private <T> T once(AccessToken token, PartnerCall<T> call, UnaryOperator<byte[]> before) {
        WireTransport wire = new WireTransport(org.http(), before);
        return org.request(() -> {
            try {
                PartnerConnection connection = connection(token, wire);
                T result = call.on(connection);
                note(connection);
                return result;
            } catch (ConnectionException | RuntimeException e) {
                throw SoapFailures.of(wire, token, e);
            }
        });
    }

    /** The answer itself, even where WSC stumbles over it. */
    private HttpAnswer answered(AccessToken token, PartnerCall<?> call) {
        WireTransport wire = new WireTransport(org.http(), UnaryOperator.identity());
        return org.request(() -> {
            try {
                PartnerConnection connection = connection(token, wire);
                call.on(connection);
                note(connection);
            } catch (ConnectionException | RuntimeException e) {
                Optional<HttpAnswer> readable = wire.answer()
                        .filter(HttpAnswer::successful)
                        .filter(answer -> answer.foreign().isEmpty());
                if (readable.isEmpty()) {
                    throw SoapFailures.of(wire, token, e);
                }
            }
            return wire.answer().orElseThrow();
        });
    }

    private PartnerConnection connection(AccessToken token, WireTransport wire) throws ConnectionException {
        ConnectorConfig config = new ConnectorConfig();
        config.setManualLogin(true);
        config.setSessionId(token.value());
        config.setServiceEndpoint(
                token.instance().resolve("/services/Soap/u/" + ApiVersion.OURS).toString());
        config.setTransportFactory(() -> wire);
        PartnerConnection connection = new PartnerConnection(config);
        connection.setCallOptions(CLIENT, null);
        connection.setQueryOptions(pageSize);
        connection.setEmailHeader(false, false, false);
        return connection;
    }

    private void note(PartnerConnection connection) {
        if (connection.getLimitInfoHeader() != null
                && connection.getLimitInfoHeader().getLimitInfo() != null) {
            for (LimitInfo info : connection.getLimitInfoHeader().getLimitInfo()) {
                if ("API REQUESTS".equals(info.getType())) {
                    org.meter().told(info.getCurrent(), info.getLimit());
                }
            }
        }
    }
}
