package io.plumbline.assess.currency;

import io.plumbline.assess.account.Days;
import io.plumbline.dossier.Plan;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the plan that people are to work by (model section 2). */
public final class GoverningPlan {

    /** The latest first; an absent date is the oldest. */
    private static final Comparator<@Nullable LocalDate> LATEST_FIRST =
            Comparator.nullsLast(Comparator.<LocalDate>reverseOrder());

    /** The earliest first; an absent date comes last. */
    private static final Comparator<@Nullable LocalDate> EARLIEST_FIRST =
            Comparator.nullsLast(Comparator.<LocalDate>naturalOrder());

    private static final Comparator<Plan> BY_TIES = Comparator.comparing(Plan::periodStart, LATEST_FIRST)
            .thenComparing(Plan::lastModifiedDate, LATEST_FIRST)
            .thenComparing(plan -> plan.id() == null ? "" : plan.id());

    private GoverningPlan() {}

    /** Null when there is none: drafts and closed plans never govern. */
    public static @Nullable Plan of(List<Plan> plans, Days days) {
        if (plans.size() == 1) {
            return plans.getFirst().isActive() ? plans.getFirst() : null;
        }
        List<Plan> active = new ArrayList<>();
        List<Plan> covering = new ArrayList<>();
        List<Plan> started = new ArrayList<>();
        for (Plan plan : plans) {
            if (!plan.isActive()) {
                continue;
            }
            active.add(plan);
            if (days.isNotAfter(plan.periodStart())) {
                started.add(plan);
                if (plan.periodEnd() != null && !plan.periodEnd().isBefore(days.asOf())) {
                    covering.add(plan);
                }
            }
        }
        if (!covering.isEmpty()) {
            return covering.stream().min(BY_TIES).orElse(null);
        }
        if (!started.isEmpty()) {
            return started.stream()
                    .min(Comparator.comparing(Plan::periodEnd, LATEST_FIRST).thenComparing(BY_TIES))
                    .orElse(null);
        }
        return active.stream()
                .min(Comparator.comparing(Plan::periodStart, EARLIEST_FIRST).thenComparing(BY_TIES))
                .orElse(null);
    }
}
