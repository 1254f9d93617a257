package io.plumbline.dossier.building.plans;

import io.plumbline.crm.RecordId;
import io.plumbline.dossier.Plan;
import io.plumbline.dossier.PlanSection;
import io.plumbline.mirror.derived.SectionPrint;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * Enters into the sections of plans which of another customer's they are like (model section 3), as was found when the
 * sections were last compared.
 *
 * @param prints of the sections of an account's plans, those that are like another at least
 */
public record PlanLikeness(Function<RecordId, List<SectionPrint>> prints) {

    private static final PlanSection EMPTY = new PlanSection(null, List.of(), null);

    public List<Plan> entered(RecordId account, List<Plan> plans) {
        if (plans.stream().noneMatch(Plan::isActive)) {
            return plans;
        }
        List<SectionPrint> found = prints.apply(account);
        return plans.stream()
                .map(plan -> plan.isActive() ? entered(plan, found) : plan)
                .toList();
    }

    private static Plan entered(Plan plan, List<SectionPrint> found) {
        Map<String, PlanSection> sections = new LinkedHashMap<>(plan.sections());
        found.stream()
                .filter(print -> Objects.equals(print.plan(), plan.id()))
                .forEach(print -> print.alike()
                        .ifPresent(alike -> sections.put(
                                print.section(),
                                sections.getOrDefault(print.section(), EMPTY).like(alike.similarity(), alike.name()))));
        return plan.withSections(sections);
    }
}
