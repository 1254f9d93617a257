package io.plumbline.ops.api;

import io.plumbline.crm.RecordId;
import io.plumbline.flow.LatestVerdict;
import io.plumbline.flow.LatestVerdicts;
import io.plumbline.ops.api.admission.RefusedRequestException;
import io.plumbline.ops.api.admission.SeenRequests;
import io.plumbline.ops.api.token.TokenHolder;
import org.springframework.http.HttpStatus;

/** Whether a sound request may be carried out: for its own org, about an account that is judged, and once (trap L11). */
final class Admission {

    private final ConnectedOrg connected;
    private final LatestVerdicts verdicts;
    private final SeenRequests seen;

    Admission(ConnectedOrg connected, LatestVerdicts verdicts, SeenRequests seen) {
        this.connected = connected;
        this.verdicts = verdicts;
        this.seen = seen;
    }

    /**
     * May this be read?
     *
     * @throws RefusedRequestException with 403 or 404
     */
    LatestVerdict toRead(TokenHolder caller, RecordId org, RecordId account) {
        if (!caller.org().equals(org)) {
            throw new RefusedRequestException(
                    HttpStatus.FORBIDDEN,
                    "Another org",
                    "The token was made for another org than the one that asks. Whoever runs Plumbline makes one for"
                            + " this org, and a Salesforce administrator puts it into the external credential.");
        }
        return verdicts.of(org, account)
                .orElseThrow(() -> new RefusedRequestException(
                        HttpStatus.NOT_FOUND,
                        "Account not judged",
                        "Plumbline has judged no account of this Id. A new account is judged by the next sync; one that"
                                + " stays unknown is out of the scope in connector.yaml or hidden from the integration"
                                + " user, which a Salesforce administrator can change."));
    }

    /**
     * May this be done?
     *
     * @return what was thought of the account so far
     * @throws RefusedRequestException with 403, 404 or 503; then nothing was done
     */
    LatestVerdict toAct(TokenHolder caller, CheckedRequest request) {
        LatestVerdict latest = toRead(caller, request.org(), request.account());
        ofConnected(connected, request.org());
        return latest;
    }

    /** Several Plumblines for several orgs may share a database, and with it their tokens and verdicts. */
    static void ofConnected(ConnectedOrg connected, RecordId org) {
        if (!connected.is(org)) {
            throw new RefusedRequestException(
                    HttpStatus.FORBIDDEN,
                    "Another org",
                    "This Plumbline works for another org. A Salesforce administrator corrects the address in the named"
                            + " credential.");
        }
    }

    /** @throws RefusedRequestException with 409 when the request came before */
    void onlyOnce(CheckedRequest request) {
        if (!seen.isFirst(request.org(), request.requestId())) {
            throw new RefusedRequestException(
                    HttpStatus.CONFLICT,
                    "Request came before",
                    "A request of this requestId was carried out already. Read the verdict to see what came of it; a"
                            + " Salesforce administrator gives every request of a flow a requestId of its own.");
        }
    }
}
