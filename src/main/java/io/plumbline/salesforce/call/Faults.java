package io.plumbline.salesforce.call;

import io.plumbline.salesforce.call.CallFailedException.Effect;
import io.plumbline.salesforce.call.CallFailedException.Refusal;
import io.plumbline.salesforce.codes.CallCause;
import io.plumbline.salesforce.codes.CallVerdict;

/** What a fault of a whole call means, by the table of {@link CallCause}. */
public final class Faults {

    private Faults() {}

    public static Refusal of(ApiFault fault, String host) {
        CallVerdict verdict = CallCause.verdict(fault.code(), fault.message(), host);
        return new Refusal(
                verdict.failure(),
                fault.code(),
                verdict.action().mayHaveHappened() ? Effect.UNKNOWN : Effect.NONE,
                verdict.action().repeatable());
    }
}
