package io.plumbline.ops.api;

import io.plumbline.crm.RecordId;
import io.plumbline.flow.OrgDoor;
import io.plumbline.flow.Portfolio;
import io.plumbline.ops.api.admission.RefusedRequestException;
import io.plumbline.salesforce.SalesforceFailedException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** The org that this process signs in to: learned from its last run, else by signing in once. */
final class ConnectedOrg {

    private final Portfolio portfolio;
    private final OrgDoor door;
    private volatile @Nullable RecordId learned;

    ConnectedOrg(Portfolio portfolio, OrgDoor door) {
        this.portfolio = portfolio;
        this.door = door;
    }

    /** @throws RefusedRequestException with 503 when nobody knows, because signing in failed */
    boolean is(RecordId org) {
        RecordId known = Optional.ofNullable(learned).or(portfolio::org).orElseGet(this::signedIn);
        learned = known;
        return known.equals(org);
    }

    private RecordId signedIn() {
        try {
            return door.open().identity().orgId();
        } catch (SalesforceFailedException failed) {
            throw new RefusedRequestException(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "Salesforce cannot be reached",
                    failed.failure().sentence());
        }
    }
}
