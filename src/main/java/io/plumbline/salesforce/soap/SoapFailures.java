package io.plumbline.salesforce.soap;

import io.plumbline.salesforce.SalesforceFailure;
import io.plumbline.salesforce.auth.AccessToken;
import io.plumbline.salesforce.call.ApiFault;
import io.plumbline.salesforce.call.CallFailedException;
import io.plumbline.salesforce.call.CallFailedException.Effect;
import io.plumbline.salesforce.call.CallFailedException.Refusal;
import io.plumbline.salesforce.call.CallFailures;
import io.plumbline.salesforce.call.Faults;
import io.plumbline.salesforce.http.HttpAnswer;
import io.plumbline.salesforce.http.NoAnswerException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells from what came over the wire why a call failed: no whole answer, a fault of the API, something that is not the
 * API, or an answer that WSC cannot read. In this order: a fault is believed whatever its HTTP status (trap J3).
 */
final class SoapFailures {

    private SoapFailures() {}

    /** Why this call came to nothing; WSC's own words are left out, because they may quote the answer (trap L1). */
    static CallFailedException of(WireTransport wire, AccessToken token, Exception e) {
        Optional<NoAnswerException> none = wire.noAnswer();
        if (none.isPresent()) {
            return CallFailures.noAnswer(none.get());
        }
        HttpAnswer answer =
                wire.answer().orElseThrow(() -> new IllegalStateException("WSC could not compose the request", e));
        return of(answer, token, e.getClass().getSimpleName());
    }

    /** @param unreadable what is wrong with an answer that is neither a fault nor foreign */
    static CallFailedException of(HttpAnswer answer, AccessToken token, String unreadable) {
        String host = String.valueOf(token.instance().getHost());
        Optional<ApiFault> fault = SoapFault.read(answer.body());
        if (fault.isPresent()) {
            return new CallFailedException(Faults.of(fault.get(), host), null);
        }
        return CallFailures.foreign(answer).orElseGet(() -> CallFailures.unreadable(answer, unreadable));
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
}
