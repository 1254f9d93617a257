package io.plumbline.salesforce.soap;

import com.sforce.soap.partner.LimitInfo;
import com.sforce.soap.partner.PartnerConnection;
import com.sforce.ws.ConnectionException;
import com.sforce.ws.ConnectorConfig;
import io.plumbline.salesforce.ApiUsage;
import io.plumbline.salesforce.SalesforceFailedException;
import io.plumbline.salesforce.auth.AccessToken;
import io.plumbline.salesforce.auth.AccessTokens;
import io.plumbline.salesforce.call.ApiVersion;
import io.plumbline.salesforce.call.CallFailedException;
import io.plumbline.salesforce.call.CallFailures;
import io.plumbline.salesforce.call.ReadRetry;
import io.plumbline.salesforce.http.HttpAnswer;
import io.plumbline.salesforce.http.SalesforceHttp;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Makes calls: the token of the moment, a connection of its own for each, a dead session renewed once and the call
 * replayed, and every way to fail turned into a {@link CallFailedException}.
 */
final class PartnerCalls {

    private static final String CLIENT = "Plumbline";

    private final AccessTokens tokens;
    private final SalesforceHttp http;
    private final CallSettings settings;
    private final Semaphore inFlight;
    private final ReadRetry retry;
    private final AtomicReference<@Nullable LimitInfo> meter = new AtomicReference<>();

    PartnerCalls(AccessTokens tokens, SalesforceHttp http, CallSettings settings) {
        this.tokens = tokens;
        this.http = http;
        this.settings = settings;
        this.inFlight = new Semaphore(settings.inFlight(), true);
        this.retry = new ReadRetry(settings.attempts(), settings.pause());
    }

    /** A result with the session it was given in, to which a cursor in it is bound. */
    record InSession<T>(long generation, T result) {}

    /** A call that changes nothing: failures that pass are tried again. */
    <T> T read(PartnerCall<T> call) {
        return opening(call).result();
    }

    /** The same for a query, whose next pages can be had in this session only. */
    <T> InSession<T> opening(PartnerCall<T> call) {
        return retry.untilItPasses(() -> renewing(call));
    }

    /** The next page: only in the session that opened the cursor, and a locator is good for one use (trap B1). */
    <T> T inSession(long generation, PartnerCall<T> call) {
        AccessToken token = token();
        if (token.generation() != generation) {
            throw SoapFailures.cursorLost(token, null);
        }
        try {
            return once(token, call);
        } catch (CallFailedException e) {
            if (e.sessionIsDead()) {
                renewed(token);
                throw SoapFailures.cursorLost(token, e);
            }
            throw e;
        }
    }

    /** A call that changes records: never repeated, except after a dead session, which precedes execution. */
    HttpAnswer write(PartnerCall<?> call) {
        AccessToken token = token();
        try {
            return answered(token, call);
        } catch (CallFailedException e) {
            if (e.sessionIsDead()) {
                return answered(renewed(token), call);
            }
            throw e;
        }
    }

    AccessToken token() {
        try {
            return tokens.current();
        } catch (SalesforceFailedException e) {
            throw CallFailures.signIn(e);
        }
    }

    ApiUsage usage() {
        LimitInfo told = meter.get();
        return told == null
                ? new ApiUsage(http.sent(), OptionalLong.empty(), OptionalLong.empty())
                : new ApiUsage(http.sent(), OptionalLong.of(told.getCurrent()), OptionalLong.of(told.getLimit()));
    }

    private <T> InSession<T> renewing(PartnerCall<T> call) {
        AccessToken token = token();
        try {
            return new InSession<>(token.generation(), once(token, call));
        } catch (CallFailedException e) {
            if (e.sessionIsDead()) {
                AccessToken fresh = renewed(token);
                return new InSession<>(fresh.generation(), once(fresh, call));
            }
            throw e;
        }
    }

    private AccessToken renewed(AccessToken dead) {
        try {
            return tokens.after(dead);
        } catch (SalesforceFailedException e) {
            throw CallFailures.signIn(e);
        }
    }

    private <T> T once(AccessToken token, PartnerCall<T> call) {
        WireTransport wire = new WireTransport(http);
        inFlight.acquireUninterruptibly();
        try {
            PartnerConnection connection = connection(token, wire);
            T result = call.on(connection);
            note(connection);
            return result;
        } catch (ConnectionException | RuntimeException e) {
            throw SoapFailures.of(wire, token, e);
        } finally {
            inFlight.release();
        }
    }

    /** The answer itself, even where WSC stumbles over it. */
    private HttpAnswer answered(AccessToken token, PartnerCall<?> call) {
        WireTransport wire = new WireTransport(http);
        inFlight.acquireUninterruptibly();
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
        } finally {
            inFlight.release();
        }
        return wire.answer().orElseThrow();
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
        connection.setQueryOptions(settings.pageSize());
        connection.setEmailHeader(false, false, false);
        return connection;
    }

    private void note(PartnerConnection connection) {
        if (connection.getLimitInfoHeader() != null
                && connection.getLimitInfoHeader().getLimitInfo() != null) {
            for (LimitInfo info : connection.getLimitInfoHeader().getLimitInfo()) {
                if ("API REQUESTS".equals(info.getType())) {
                    meter.set(info);
                }
            }
        }
    }
}
