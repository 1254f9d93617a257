package io.plumbline.change.field;

import io.plumbline.assess.Assessment;
import io.plumbline.assess.Band;
import io.plumbline.assess.Reason;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Why health is not 100, one reason a line. */
public final class ReasonsText {

    private ReasonsText() {}

    public static String of(Assessment assessment) {
        Stream<String> doubt = assessment.health().band() == Band.INSUFFICIENT
                ? Stream.of("Too little is known to judge: confidence " + confidence(assessment) + " of 100")
                : Stream.of();
        Stream<String> reasons = assessment.reasons().stream().map(ReasonsText::line);
        return Stream.concat(doubt, reasons).collect(Collectors.joining("\n"));
    }

    private static String line(Reason reason) {
        return reason.label() + ": -" + points(reason.points()) + " points";
    }

    /** One decimal, so that no reason costs 0. */
    private static String points(double points) {
        BigDecimal rounded = BigDecimal.valueOf(points).setScale(1, RoundingMode.HALF_UP);
        return rounded.signum() == 0 ? "0.1" : rounded.toPlainString();
    }

    private static String confidence(Assessment assessment) {
        return BigDecimal.valueOf(assessment.health().confidence())
                .setScale(0, RoundingMode.HALF_UP)
                .toPlainString();
    }
}
