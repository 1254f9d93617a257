package io.plumbline.salesforce.call;

import io.plumbline.salesforce.SalesforceFailedException;
import io.plumbline.salesforce.SalesforceFailure;
import io.plumbline.salesforce.call.CallFailedException.Effect;
import io.plumbline.salesforce.call.CallFailedException.Refusal;
import io.plumbline.salesforce.http.HttpAnswer;
import io.plumbline.salesforce.http.NoAnswerException;
import java.util.Optional;

/** Why a call failed that no API refused: no whole answer, something else that answered, or nobody signed in. */
public final class CallFailures {

    private CallFailures() {}

    public static CallFailedException noAnswer(NoAnswerException reason) {
        Effect effect = reason.nothingSent() ? Effect.NONE : Effect.UNKNOWN;
        return new CallFailedException(
                new Refusal(reason.failure(), CallFailedException.NO_ANSWER, effect, true), reason);
    }

    /** Something else than the API answered: a redirect, a web page, a gateway. */
    public static Optional<CallFailedException> foreign(HttpAnswer answer) {
        return answer.foreign().map(failure -> {
            boolean elsewhere = answer.status() == 404 || answer.status() < 400 && answer.status() >= 300;
            boolean refused = elsewhere || answer.status() == 503 || answer.status() == 407;
            return new CallFailedException(
                    new Refusal(
                            failure,
                            elsewhere ? CallFailedException.NO_HOST : CallFailedException.NO_API,
                            refused ? Effect.NONE : Effect.UNKNOWN,
                            true),
                    null);
        });
    }

    /** A call that was not made, because the program is being stopped. */
    static CallFailedException interrupted(InterruptedException cause) {
        return new CallFailedException(
                new Refusal(
                        new SalesforceFailure.Unreachable(
                                "The wait for a free lane to Salesforce was interrupted.",
                                "Plumbline is being stopped; the next run goes on from here."),
                        CallFailedException.SIGN_IN,
                        Effect.NONE,
                        false),
                cause);
    }

    /** @param what of the answer cannot be read, as the end of a sentence in brackets */
    public static CallFailedException unreadable(HttpAnswer answer, String what) {
        return new CallFailedException(
                new Refusal(
                        new SalesforceFailure.UnexpectedAnswer(
                                answer.asked().getHost() + " sent an answer that cannot be read (HTTP "
                                        + answer.status() + ", " + answer.body().length + " bytes, " + what + ").",
                                "Plumbline tries again by itself; if it stays, a proxy may be changing the answers."),
                        CallFailedException.NO_API,
                        Effect.UNKNOWN,
                        true),
                null);
    }

    /** A call that was not made, because nobody could sign in. */
    public static CallFailedException signIn(SalesforceFailedException e) {
        boolean repeatable = switch (e.failure()) {
            case SalesforceFailure.Unreachable x -> true;
            case SalesforceFailure.Maintenance x -> true;
            case SalesforceFailure.Stopped x -> false;
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
