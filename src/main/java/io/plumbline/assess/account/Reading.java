package io.plumbline.assess.account;

import io.plumbline.assess.explanation.Combination;
import io.plumbline.assess.explanation.Trace;
import io.plumbline.config.policy.Curve;
import org.jspecify.annotations.Nullable;

/**
 * What a measure reads: nothing known, an x that goes through the measure's curve, or a score as it is.
 *
 * <p>The score is 0 to 100.
 */
public sealed interface Reading {

    /** The measure cannot tell. */
    record Unknown() implements Reading {}

    /** Goes through the curve. */
    record X(double value) implements Reading {}

    /** Is the score already; {@code from} is what it was made of, if anything. */
    record Score(double value, @Nullable Double from) implements Reading {}

    static Reading unknown() {
        return new Unknown();
    }

    static Reading x(double x) {
        return new X(x);
    }

    static Reading score(double score) {
        return new Score(score, null);
    }

    /** A share that is the score when multiplied by 100. */
    static Reading share(double share) {
        return new Score(100 * share, share);
    }

    /** The score, null when unknown. */
    default @Nullable Double score(@Nullable Curve curve) {
        return switch (this) {
            case Unknown unknown -> null;
            case X reading -> curve == null ? null : (Double) curve.at(reading.value());
            case Score reading -> (Double) reading.value();
        };
    }

    /**
     * The score, null when unknown; filed under its id with what the rule laid down since the mark, of which the last is x
     * or the score.
     */
    default @Nullable Double score(@Nullable Curve curve, Trace trace, int mark, String group, String id) {
        Double score = score(curve);
        if (trace.isOn()) {
            file(score, curve, trace, mark, group, id);
        }
        return score;
    }

    private void file(@Nullable Double score, @Nullable Curve curve, Trace trace, int mark, String group, String id) {
        Double x = x();
        if (score == null) {
            trace.file(mark, Combination.UNKNOWN, group, id, null);
        } else if (this instanceof X && curve != null && x != null) {
            trace.curve(mark, curve, x, id, score);
            trace.file(group, id);
        } else {
            trace.file(mark, x == null ? Combination.TAKEN : Combination.PERCENT, group, id, score);
        }
    }

    /** What went into the score; null when there is none. */
    default @Nullable Double x() {
        return switch (this) {
            case Unknown unknown -> null;
            case X reading -> (Double) reading.value();
            case Score reading -> reading.from();
        };
    }
}
