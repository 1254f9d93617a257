package io.plumbline.assess.health;

import io.plumbline.assess.RelationshipHealth;
import java.util.List;

/** Relationship health and what costs it most. */
public record HealthVerdict(RelationshipHealth health, List<Loss> losses) {

    public HealthVerdict {
        losses = List.copyOf(losses);
    }
}
