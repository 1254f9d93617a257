package io.plumbline.ops.api;

import io.plumbline.crm.RecordId;
import io.plumbline.ops.api.admission.RefusedRequestException;
import io.plumbline.salesforce.SalesforceFailedException;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** The org that this process signs in to: learned from its last run, else by signing in once. */
final class ConnectedOrg {

    private final Supplier<Optional<RecordId>> ofTheLastRun;
    private final Supplier<RecordId> bySigningIn;
    private volatile @Nullable RecordId learned;

    /** @param bySigningIn throws {@link SalesforceFailedException} when that is not possible */
    ConnectedOrg(Supplier<Optional<RecordId>> ofTheLastRun, Supplier<RecordId> bySigningIn) {
        this.ofTheLastRun = ofTheLastRun;
        this.bySigningIn = bySigningIn;
    }

    /** @throws RefusedRequestException with 503 when nobody knows, because signing in failed */
    boolean is(RecordId org) {
        RecordId known = Optional.ofNullable(learned).or(ofTheLastRun).orElseGet(this::signedIn);
        learned = known;
        return known.equals(org);
    }

    private RecordId signedIn() {
        try {
            return bySigningIn.get();
        } catch (SalesforceFailedException failed) {
            throw new RefusedRequestException(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "Salesforce cannot be reached",
                    failed.failure().sentence());
        }
    }
}
