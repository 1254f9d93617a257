package io.plumbline.config.mapping;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What is written to an account (architecture, "Names in Salesforce"), each with its key in mapping.yaml. */
public enum Result {
    HEALTH("health"),
    RETENTION("retention"),
    GROWTH("growth"),
    THOROUGHNESS("thoroughness"),
    VETTING("vetting"),
    EXECUTION("execution"),
    ROLE_COVERAGE("roleCoverage"),
    CONFIDENCE("confidence"),
    BAND("band", "GREEN", "AMBER", "RED", "INSUFFICIENT"),
    PLAN_CURRENCY("planCurrency", "CURRENT", "DUE_SOON", "STALE", "EXPIRED", "MISSING"),
    TREND("trend", "NEW", "IMPROVING", "STEADY", "DECLINING"),
    /** The names of the team roles that nobody holds, for lists and reports. */
    MISSING_ROLES("missingRoles"),
    /** The names of the plan sections that have nothing in them, for lists and reports. */
    MISSING_SECTIONS("missingSections"),
    EXECUTIVE_CONTACT("executiveContact", "IN_TOUCH", "NONE"),
    ATTENTION("attention"),
    REASONS("reasons"),
    NEXT_STEP("nextStep"),
    DETAIL("detail"),
    /** The moment of the last write that changed any of the others; cannot be left out of a write. */
    CHANGED_ON("changedOn");

    private final String key;
    private final List<String> verdicts;

    Result(String key, String... verdicts) {
        this.key = key;
        this.verdicts = List.of(verdicts);
    }

    /** The key in mapping.yaml and connector.yaml. */
    public String key() {
        return key;
    }

    /** For a picklist the verdicts it can take, by the model's names; else empty. */
    public List<String> verdicts() {
        return verdicts;
    }

    /** The keys of all results, for files that name them. */
    public static List<String> keys() {
        return Arrays.stream(values()).map(Result::key).toList();
    }

    public static Optional<Result> of(String key) {
        return Arrays.stream(values()).filter(result -> result.key.equals(key)).findFirst();
    }
}
