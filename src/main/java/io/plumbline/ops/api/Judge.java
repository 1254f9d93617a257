package io.plumbline.ops.api;

import io.plumbline.crm.RecordId;
import io.plumbline.flow.AccountGateway;
import io.plumbline.flow.SyncSummary;
import io.plumbline.ops.api.admission.RefusedRequestException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;

/** Has one account judged now, and says why when that did not come through. */
final class Judge {

    private static final Logger LOG = LoggerFactory.getLogger(Judge.class);

    private final AccountGateway accounts;

    Judge(AccountGateway accounts) {
        this.accounts = accounts;
    }

    /** @return why it was not judged; empty when it was */
    Optional<RefusedRequestException> judge(RecordId account) {
        SyncSummary run = accounts.judge(account);
        if (!run.problems().isEmpty()) {
            LOG.warn("Judging {} on demand: {} {}", account, run.status(), String.join(" ", run.problems()));
        }
        return switch (run.status()) {
            case COMPLETE, PARTIAL ->
                run.judged() > 0
                        ? Optional.empty()
                        : Optional.of(new RefusedRequestException(
                                HttpStatus.NOT_FOUND,
                                "Account not judged any more",
                                "The account is deleted, hidden from the integration user, or out of the scope in"
                                        + " connector.yaml. A Salesforce administrator can tell which."));
            case ELSEWHERE -> Optional.of(later("Another run is at work", String.join(" ", run.problems())));
            case REFUSED ->
                Optional.of(later("Plumbline cannot work for this org now", String.join(" ", run.problems())));
            case FAILED ->
                Optional.of(
                        later(
                                "The judgement did not come through",
                                "Try again in a few minutes. Should it go on, whoever runs Plumbline finds the reason in its log."));
        };
    }

    private static RefusedRequestException later(String title, String detail) {
        return new RefusedRequestException(HttpStatus.SERVICE_UNAVAILABLE, title, detail);
    }
}
