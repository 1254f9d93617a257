package io.plumbline.config.policy;

import java.util.List;

/** Which buying roles decide, champion, and should be known. */
public record PeoplePolicy(List<String> decisionRoles, List<String> championRoles, List<String> requiredBuyingRoles) {

    public PeoplePolicy {
        decisionRoles = List.copyOf(decisionRoles);
        championRoles = List.copyOf(championRoles);
        requiredBuyingRoles = List.copyOf(requiredBuyingRoles);
    }
}
