package io.plumbline.dossier.building;

import io.plumbline.dossier.Plan;
import io.plumbline.dossier.PlanSection;
import io.plumbline.dossier.similarity.Boilerplate;
import io.plumbline.dossier.similarity.Holder;
import io.plumbline.dossier.similarity.Likeness;
import io.plumbline.mirror.AccountRows;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Enters into the sections of plans which of another customer's they are like (model section 3). */
final class PlanLikeness {

    private static final PlanSection EMPTY = new PlanSection(null, List.of(), null);

    private final Boilerplate boilerplate;
    private final ActivePlans plans;
    private final SectionContents contents;

    PlanLikeness(Boilerplate boilerplate, ActivePlans plans, SectionContents contents) {
        this.boilerplate = boilerplate;
        this.plans = plans;
        this.contents = contents;
    }

    List<Plan> entered(AccountRows rows, List<Plan> ofAccount) {
        Holder holder = plans.holder(rows);
        return ofAccount.stream()
                .map(plan -> ActivePlans.isActive(plan) ? entered(holder, plan) : plan)
                .toList();
    }

    private Plan entered(Holder holder, Plan plan) {
        Map<String, PlanSection> sections = new LinkedHashMap<>(plan.sections());
        contents.of(plan).forEach((section, content) -> {
            Optional<Likeness> likeness = boilerplate.of(holder, section, content);
            likeness.ifPresent(found -> sections.put(
                    section,
                    sections.getOrDefault(section, EMPTY)
                            .like(found.similarity(), found.other().name())));
        });
        return plan.withSections(sections);
    }
}
