package io.plumbline.journal;

import io.plumbline.crm.RecordId;
import java.time.Instant;
import java.util.Optional;

/**
 * A task of ours as far as it counts against the limits of a person.
 *
 * @param account the account it hangs on
 * @param owner empty when nobody has it
 * @param open neither closed nor deleted, nor about to be closed by us
 * @param createdAt empty when that cannot be seen
 */
public record StandingTask(
        RecordId account, String key, Optional<RecordId> owner, boolean open, Optional<Instant> createdAt) {}
