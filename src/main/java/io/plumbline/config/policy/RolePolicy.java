package io.plumbline.config.policy;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The roles an account team should cover.
 *
 * @param weights by role, in the order of the file
 * @param mapping from the label of a team role to the roles it covers
 * @param sponsorRoles labels of team roles that make a sponsor
 */
public record RolePolicy(Map<String, Double> weights, Map<String, List<String>> mapping, List<String> sponsorRoles) {

    public RolePolicy {
        weights = Collections.unmodifiableMap(new LinkedHashMap<>(weights));
        mapping = Collections.unmodifiableMap(new LinkedHashMap<>(mapping));
        sponsorRoles = List.copyOf(sponsorRoles);
    }
}
