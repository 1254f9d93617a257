package io.plumbline.config.policy;

import java.util.List;

/** The execution measures of the model (section 4), each with what it takes. */
public enum ExecutionMeasure {
    ON_TIME("exec.on_time", true),
    OVERDUE("exec.overdue", true),
    REVIEW("exec.review", true),
    PROGRESS("exec.progress", false, RuleKey.share("minExpected")),
    DELIVERED("exec.delivered", false);

    private final String id;
    private final boolean curve;
    private final List<RuleKey> keys;

    ExecutionMeasure(String id, boolean curve, RuleKey... keys) {
        this.id = id;
        this.curve = curve;
        this.keys = List.of(keys);
    }

    public String id() {
        return id;
    }

    boolean hasCurve() {
        return curve;
    }

    List<RuleKey> keys() {
        return keys;
    }
}
