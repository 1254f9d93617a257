package io.plumbline.ops.text;

import io.plumbline.assess.Band;
import io.plumbline.assess.ClockVerdict;

/** Which colour goes with a verdict. */
public final class Moods {

    private Moods() {}

    public static String of(Band band) {
        return switch (band) {
            case GREEN -> "good";
            case AMBER -> "fair";
            case RED -> "poor";
            case INSUFFICIENT -> "none";
        };
    }

    public static String of(ClockVerdict plan) {
        return switch (plan) {
            case CURRENT -> "good";
            case DUE_SOON -> "soon";
            case STALE -> "fair";
            case EXPIRED -> "poor";
            case MISSING -> "none";
        };
    }
}
