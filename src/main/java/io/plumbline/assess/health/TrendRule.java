package io.plumbline.assess.health;

import io.plumbline.assess.Trend;
import io.plumbline.assess.account.Comparison;
import io.plumbline.assess.account.Subject;
import io.plumbline.assess.explanation.Combination;
import io.plumbline.assess.explanation.Trace;
import io.plumbline.config.policy.WindowPolicy;
import io.plumbline.dossier.HealthOnDate;
import org.jspecify.annotations.Nullable;

/** Compares health with what it was some months ago (model section 5, trend). */
final class TrendRule {

    private TrendRule() {}

    static Trend of(@Nullable Double health, Subject subject) {
        HealthOnDate then = then(subject);
        Trace trace = subject.trace();
        int mark = trace.mark();
        trace.see("health", "health", health);
        trace.given("health then", then == null ? null : (Double) then.health());
        trace.given("date then", then == null ? null : then.date());
        Trend trend = health == null || then == null ? Trend.NEW : compare(health, then.health(), subject);
        trace.given(trend.name(), true);
        trace.file(mark, Combination.FIRST, "trend", trend);
        return trend;
    }

    private static Trend compare(double health, double then, Subject subject) {
        double points = subject.policy().health().trendPoints();
        double difference = health - then;
        boolean improving = Comparison.atLeast(difference, points);
        boolean declining = !improving && Comparison.atMost(difference, -points);
        Trace trace = subject.trace();
        int mark = trace.mark();
        trace.given("difference", difference);
        trace.given("trendPoints", points);
        trace.fold(mark, Combination.AT_LEAST, Trend.IMPROVING.name(), improving);
        if (improving) {
            return Trend.IMPROVING;
        }
        int fall = trace.mark();
        trace.given("difference", difference);
        trace.given("less trendPoints", -points);
        trace.fold(fall, Combination.AT_MOST, Trend.DECLINING.name(), declining);
        return declining ? Trend.DECLINING : Trend.STEADY;
    }

    /** The latest entry in the window; of one date the last listed. */
    private static @Nullable HealthOnDate then(Subject subject) {
        WindowPolicy windows = subject.policy().windows();
        HealthOnDate latest = null;
        for (HealthOnDate entry : subject.dossier().history()) {
            long age = subject.days().age(entry.date());
            boolean inWindow = Comparison.atLeast(age, subject.at(windows.historyFrom()))
                    && Comparison.atMost(age, subject.at(windows.historyTo()));
            if (inWindow && (latest == null || !entry.date().isBefore(latest.date()))) {
                latest = entry;
            }
        }
        return latest;
    }
}
