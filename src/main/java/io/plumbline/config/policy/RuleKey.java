package io.plumbline.config.policy;

/**
 * A number that a check, measure or cap takes besides weight and curve.
 *
 * @param name the key in the YAML
 * @param min the least number allowed
 * @param max the greatest number allowed
 * @param days whether it is a number of days, which may be given by tier
 */
record RuleKey(String name, double min, double max, boolean days) {

    static final double NO_LIMIT = Integer.MAX_VALUE;

    /** The least number above 0 that is told apart from 0 where the model compares. */
    static final double ABOVE_ZERO = 1e-9;

    static RuleKey days(String name) {
        return new RuleKey(name, 0, NO_LIMIT, true);
    }

    static RuleKey score(String name) {
        return new RuleKey(name, 0, 100, false);
    }

    static RuleKey share(String name) {
        return new RuleKey(name, 0, 1, false);
    }

    static RuleKey count(String name) {
        return new RuleKey(name, 0, NO_LIMIT, false);
    }

    static RuleKey any(String name) {
        return new RuleKey(name, -NO_LIMIT, NO_LIMIT, false);
    }

    static RuleKey aboveZero(String name) {
        return new RuleKey(name, ABOVE_ZERO, NO_LIMIT, false);
    }
}
