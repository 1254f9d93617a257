package io.plumbline.dossier;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The account itself.
 *
 * @param tier 1, 2 or 3 as the org ranks it; any other number, or null, means the policy's default tier
 * @param facts numbers that the org keeps elsewhere, by name: {@code csat}, {@code nps}, {@code shareOfWallet},
 *     {@code revenue365}, {@code revenuePrior365} and those an administrator maps
 */
public record Account(
        String id,
        @Nullable String name,
        @Nullable String ownerId,
        @Nullable Integer tier,
        Map<String, Fact> facts) {

    public Account {
        facts = Map.copyOf(facts);
    }
}
