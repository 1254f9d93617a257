package io.plumbline.salesforce.soap;

import io.plumbline.salesforce.SalesforceFailedException;
import io.plumbline.salesforce.SalesforceFailure;
import io.plumbline.salesforce.auth.AccessToken;
import io.plumbline.salesforce.http.HttpAnswer;
import io.plumbline.salesforce.http.NoAnswerException;
import io.plumbline.salesforce.soap.CallFailedException.Effect;
import io.plumbline.salesforce.soap.CallFailedException.Refusal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells from what came over the wire why a call failed: no whole answer, a fault of the API, something that is not the
 * API, or an answer that WSC cannot read. In this order: a fault is believed whatever its HTTP status (trap J3).
 */
final class CallFailures {

    private CallFailures() {}

    /** Why this call came to nothing; WSC's own words are left out, because they may quote the answer (trap L1). */
    static CallFailedException of(WireTransport wire, AccessToken token, Exception e) {
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
                                        + answer.body().length + " bytes, "
                                        + e.getClass().getSimpleName() + ").",
                                "Plumbline tries again by itself; if it stays, a proxy may be changing the answers."),
                        CallFailedException.NO_API,
                        Effect.UNKNOWN,
                        true),
                null);
    }

    static CallFailedException cursorLost(AccessToken token, @Nullable Throwable cause) {
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

    /** A call that was not made, because nobody could sign in. */
    static CallFailedException signIn(SalesforceFailedException e) {
        boolean repeatable = switch (e.failure()) {
            case SalesforceFailure.Unreachable x -> true;
            case SalesforceFailure.Maintenance x -> true;
            case SalesforceFailure.UnexpectedAnswer x -> true;
            case SalesforceFailure.SignInRefused x -> false;
            case SalesforceFailure.NotThere x -> false;
            case SalesforceFailure.TookTooLong x -> false;
            case SalesforceFailure.QueryRefused x -> false;
            case SalesforceFailure.SessionLost x -> false;
            case SalesforceFailure.LimitReached x -> false;
        };
        return new CallFailedException(
                new Refusal(e.failure(), CallFailedException.SIGN_IN, Effect.NONE, repeatable), e);
    }
}
