package io.plumbline.extract.reading;

import io.plumbline.config.connector.ConnectorConfig.ReadPolicy;
import io.plumbline.salesforce.SalesforceFailedException;
import io.plumbline.salesforce.SalesforceFailure;

/**
 * How many rows may drop out of sight at once without anybody having deleted them. More look like a loss of access, which
 * must not pass for a change of the business (trap G5).
 */
public final class Vanishing {

    private final ReadPolicy policy;

    public Vanishing(ReadPolicy policy) {
        this.policy = policy;
    }

    /** @throws SalesforceFailedException when so many cannot be believed; nothing of the source is put out of sight then */
    void check(SourceQuery source, long vanished, long held) {
        if (vanished > policy.vanishingFrom() && vanished > policy.vanishingShare() * held) {
            throw new SalesforceFailedException(new SalesforceFailure.NotThere(
                    "%s: %d of %d rows are no longer shown, and none of these was seen deleted."
                            .formatted(source.source(), vanished, held),
                    "The run stopped, and nothing is judged without them. A Salesforce administrator checks what the"
                            + " integration user may see of " + source.object()
                            + " (sharing, role, View All). If they are gone on purpose, raise read.vanishingShare in"
                            + " connector.yaml for one sync."));
        }
    }
}
