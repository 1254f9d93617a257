package io.plumbline.dossier;

import io.plumbline.crm.RecordId;
import java.time.Instant;
import java.util.Optional;

/**
 * A task that Plumbline made, as it was last seen in the org.
 *
 * @param key Plumbline's key of it
 * @param closed whether its status counts as closed in the org
 * @param deleted whether it lies in the recycle bin or is no longer there
 * @param owner whom it is assigned to now
 * @param createdAt when it was made; empty when the integration user may not see that
 * @param stamp the last time that it became another one
 */
public record OwnTask(
        RecordId id,
        String key,
        boolean closed,
        boolean deleted,
        Optional<RecordId> owner,
        String subject,
        String description,
        String priority,
        String status,
        Optional<Instant> createdAt,
        Instant stamp) {}
