package io.plumbline.ops.text;

import io.plumbline.assess.Band;
import io.plumbline.assess.ClockVerdict;
import io.plumbline.assess.Trend;

/** Verdicts in the words that also stand in Salesforce. */
public final class Words {

    private Words() {}

    public static String band(Band band) {
        return switch (band) {
            case GREEN -> "Green";
            case AMBER -> "Amber";
            case RED -> "Red";
            case INSUFFICIENT -> "Not enough data";
        };
    }

    public static String currency(ClockVerdict currency) {
        return switch (currency) {
            case CURRENT -> "Current";
            case DUE_SOON -> "Due soon";
            case STALE -> "Stale";
            case EXPIRED -> "Expired";
            case MISSING -> "Missing";
        };
    }

    public static String trend(Trend trend) {
        return switch (trend) {
            case NEW -> "New";
            case IMPROVING -> "Improving";
            case STEADY -> "Steady";
            case DECLINING -> "Declining";
        };
    }
}
