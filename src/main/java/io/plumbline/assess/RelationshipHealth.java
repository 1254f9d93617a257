package io.plumbline.assess;

import io.plumbline.dossier.CompactMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How healthy the relationship is (model section 5). Scores are 0 to 100, null when unknown. It never looks at a plan.
 *
 * @param score health after the caps
 * @param uncapped health before the caps
 * @param written health as the CRM gets it: a whole number that never lifts a worse band to a better threshold
 * @param retention how likely they stay, after the caps
 * @param growth how likely they grow
 * @param caps ids of all caps that apply, the lowest first
 * @param dimensions by id, in the policy's order
 * @param measures by id, in the policy's order
 * @param confidence share of the weight that is known, 0 to 100
 * @param executives null where nobody can tell, and where the policy does not ask for it in the account's tier
 */
public record RelationshipHealth(
        @Nullable Double score,
        @Nullable Double uncapped,
        @Nullable Integer written,
        @Nullable Double retention,
        @Nullable Double growth,
        List<String> caps,
        Map<String, @Nullable Double> dimensions,
        Map<String, @Nullable Double> measures,
        double confidence,
        Band band,
        Trend trend,
        @Nullable ExecutiveContact executives) {

    public RelationshipHealth {
        caps = List.copyOf(caps);
        dimensions = CompactMap.copyOf(dimensions);
        measures = CompactMap.copyOf(measures);
    }
}
