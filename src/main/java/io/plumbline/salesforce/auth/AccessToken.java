package io.plumbline.salesforce.auth;

import io.plumbline.crm.RecordId;
import java.net.URI;

/**
 * A session with an org. Asked for per request and never kept by a caller (trap A2).
 *
 * @param generation grows by one with every sign-in, so that a late refusal of an old token is not taken for a refusal
 *     of the new one (trap A4)
 * @param value what the API wants to see; secret
 * @param instance where the API is, as the sign-in answered (trap J7)
 * @param org the org that answered
 * @param user the Id of the user it is for, as the sign-in told it
 */
public record AccessToken(long generation, String value, URI instance, RecordId org, String user) {

    @Override
    public String toString() {
        return "access token " + generation + " for org " + org + " at " + instance;
    }
}
