package io.plumbline.salesforce.soap;

import io.plumbline.salesforce.call.CallPolicy;
import io.plumbline.salesforce.call.Pause;

/**
 * How calls over SOAP are made.
 *
 * @param pageSize rows asked for per page, 200 to 2,000; the server may give fewer
 */
public record CallSettings(int pageSize, CallPolicy policy) {

    public CallSettings {
        if (pageSize < 200 || pageSize > 2000) {
            throw new IllegalArgumentException("pages of 200 to 2,000 rows, not " + pageSize);
        }
    }

    public CallSettings(int pageSize, int attempts, int inFlight, Pause pause) {
        this(pageSize, new CallPolicy(attempts, Integer.MAX_VALUE, inFlight, pause));
    }

    public static CallSettings standard() {
        return new CallSettings(2000, CallPolicy.standard());
    }
}
