package io.plumbline.salesforce.soap;

import com.sforce.soap.partner.LimitInfo;
import com.sforce.soap.partner.PartnerConnection;
import com.sforce.ws.ConnectionException;
import com.sforce.ws.ConnectorConfig;
import io.plumbline.salesforce.ApiUsage;
import io.plumbline.salesforce.SalesforceFailedException;
import io.plumbline.salesforce.SalesforceFailure;
import io.plumbline.salesforce.auth.AccessToken;
import io.plumbline.salesforce.auth.AccessTokens;
import io.plumbline.salesforce.http.HttpAnswer;
import io.plumbline.salesforce.http.NoAnswerException;
import io.plumbline.salesforce.http.SalesforceHttp;
import io.plumbline.salesforce.soap.CallFailedException.Effect;
import io.plumbline.salesforce.soap.CallFailedException.Refusal;
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

    /** The version of the stub; a newer endpoint would send what the stub cannot read. */
    static final String API_VERSION = "65.0";

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
            throw cursorLost(token, null);
        }
        try {
            return once(token, call);
        } catch (CallFailedException e) {
            if (e.sessionIsDead()) {
                renewed(token);
                throw cursorLost(token, e);
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
            throw signInFailed(e);
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
            throw signInFailed(e);
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
            throw failed(wire, token, e);
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
                throw failed(wire, token, e);
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
                token.instance().resolve("/services/Soap/u/" + API_VERSION).toString());
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

    private static CallFailedException failed(WireTransport wire, AccessToken token, Exception e) {
        Optional<NoAnswerException> none = wire.noAnswer();
        if (none.isPresent()) {
            NoAnswerException reason = none.get();
            Effect effect = reason.nothingSent() ? Effect.NONE : Effect.UNKNOWN;
            return new CallFailedException(
                    new Refusal(reason.failure(), CallFailedException.NO_ANSWER, effect, true), reason);
        }
        HttpAnswer answer =
                wire.answer().orElseThrow(() -> new IllegalStateException("WSC could not compose the request", e));
        String host = String.valueOf(token.instance().getHost());
        Optional<SoapFault> fault = SoapFault.read(answer.body());
        if (fault.isPresent()) {
            return new CallFailedException(Faults.of(fault.get(), host), null);
        }
        Optional<SalesforceFailure> foreign = answer.foreign();
        if (foreign.isPresent()) {
            boolean refused = answer.status() == 503 || answer.status() < 400 && answer.status() >= 300;
            return new CallFailedException(
                    new Refusal(
                            foreign.get(), CallFailedException.NO_API, refused ? Effect.NONE : Effect.UNKNOWN, true),
                    null);
        }
        return new CallFailedException(
                new Refusal(
                        new SalesforceFailure.UnexpectedAnswer(
                                host + " sent an answer that cannot be read (HTTP " + answer.status() + ", "
                                        + answer.body().length + " bytes).",
                                "Plumbline tries again by itself; if it stays, a proxy may be changing the answers."),
                        CallFailedException.NO_API,
                        Effect.UNKNOWN,
                        true),
                null);
    }

    private static CallFailedException cursorLost(AccessToken token, @Nullable Throwable cause) {
        return new CallFailedException(
                new Refusal(
                        new SalesforceFailure.SessionLost(
                                "The session at " + token.instance().getHost() + " ended between two pages.",
                                "The query has to start again in the new session."),
                        "INVALID_QUERY_LOCATOR",
                        Effect.NONE,
                        false),
                cause);
    }

    private static CallFailedException signInFailed(SalesforceFailedException e) {
        boolean repeatable = switch (e.failure()) {
            case SalesforceFailure.Unreachable x -> true;
            case SalesforceFailure.Maintenance x -> true;
            case SalesforceFailure.UnexpectedAnswer x -> true;
            case SalesforceFailure.SignInRefused x -> false;
            case SalesforceFailure.NotThere x -> false;
            case SalesforceFailure.QueryRefused x -> false;
            case SalesforceFailure.SessionLost x -> false;
            case SalesforceFailure.LimitReached x -> false;
        };
        return new CallFailedException(
                new Refusal(e.failure(), CallFailedException.SIGN_IN, Effect.NONE, repeatable), e);
    }
}
