package io.plumbline.assess.health;

import io.plumbline.assess.Reason;
import io.plumbline.assess.RelationshipHealth;
import java.util.List;

/** Relationship health and what costs it most. */
public record HealthVerdict(RelationshipHealth health, List<Reason> reasons) {

    public HealthVerdict {
        reasons = List.copyOf(reasons);
    }
}
