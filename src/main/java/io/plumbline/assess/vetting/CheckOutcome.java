package io.plumbline.assess.vetting;

import io.plumbline.assess.CheckVerdict;
import io.plumbline.assess.Evidence;
import io.plumbline.assess.account.Comparison;
import io.plumbline.assess.explanation.Combination;
import io.plumbline.assess.explanation.Records;
import io.plumbline.assess.explanation.Trace;

/** The verdict of a check and what it rests on. */
record CheckOutcome(CheckVerdict verdict, Evidence evidence, String variant) {

    private static final CheckOutcome UNKNOWN = new CheckOutcome(CheckVerdict.UNKNOWN, Evidence.none(), "");
    private static final CheckOutcome PASSED = new CheckOutcome(CheckVerdict.PASS, Evidence.none(), "");

    static CheckOutcome unknown() {
        return UNKNOWN;
    }

    /** Nobody asks what it rests on. */
    static CheckOutcome passed() {
        return PASSED;
    }

    static CheckOutcome failed(Evidence evidence) {
        return new CheckOutcome(CheckVerdict.FAIL, evidence, "");
    }

    /** Passes when the share of those that meet it, among all, is large enough. */
    static CheckOutcome ofShare(int meeting, Records some, int all, Records whole, double enough, Trace trace) {
        double share = (double) meeting / all;
        boolean passed = Comparison.atLeast(share, enough);
        int mark = trace.mark();
        trace.count("that meet it", meeting, some);
        trace.count("all", all, whole);
        trace.fold(mark, Combination.QUOTIENT, "share", share);
        trace.given("enough", enough);
        trace.fold(mark, Combination.AT_LEAST, "passes", passed);
        return passed ? passed() : failed(Evidence.none().with("share", share));
    }

    CheckOutcome variant(String chosen) {
        return new CheckOutcome(verdict, evidence, chosen);
    }
}
