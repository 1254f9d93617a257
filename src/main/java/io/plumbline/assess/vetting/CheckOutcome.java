package io.plumbline.assess.vetting;

import io.plumbline.assess.CheckVerdict;
import io.plumbline.assess.Evidence;

/** The verdict of a check and what it rests on. */
record CheckOutcome(CheckVerdict verdict, Evidence evidence, String variant) {

    static CheckOutcome unknown() {
        return new CheckOutcome(CheckVerdict.UNKNOWN, Evidence.none(), "");
    }

    static CheckOutcome of(boolean passed, Evidence evidence) {
        return new CheckOutcome(passed ? CheckVerdict.PASS : CheckVerdict.FAIL, evidence, "");
    }

    CheckOutcome variant(String chosen) {
        return new CheckOutcome(verdict, evidence, chosen);
    }
}
