package io.plumbline.assess.health;

import io.plumbline.assess.Trend;
import io.plumbline.assess.account.Comparison;
import io.plumbline.assess.account.Subject;
import io.plumbline.config.policy.WindowPolicy;
import io.plumbline.dossier.HealthOnDate;
import org.jspecify.annotations.Nullable;

/** Compares health with what it was some months ago (model section 5, trend). */
final class TrendRule {

    private TrendRule() {}

    static Trend of(@Nullable Double health, Subject subject) {
        HealthOnDate then = then(subject);
        if (health == null || then == null) {
            return Trend.NEW;
        }
        double points = subject.policy().health().trendPoints();
        double difference = health - then.health();
        if (Comparison.atLeast(difference, points)) {
            return Trend.IMPROVING;
        }
        return Comparison.atMost(difference, -points) ? Trend.DECLINING : Trend.STEADY;
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
