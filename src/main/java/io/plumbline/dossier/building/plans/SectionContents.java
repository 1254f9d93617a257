package io.plumbline.dossier.building.plans;

import io.plumbline.config.policy.AssessmentPolicy;
import io.plumbline.config.policy.ThoroughnessPolicy;
import io.plumbline.crm.RecordId;
import io.plumbline.dossier.Item;
import io.plumbline.dossier.Objective;
import io.plumbline.dossier.Plan;
import io.plumbline.dossier.PlanAction;
import io.plumbline.dossier.PlanSection;
import io.plumbline.dossier.Stakeholder;
import io.plumbline.dossier.ValueOpportunity;
import io.plumbline.dossier.text.TextReading;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a plan says under each section of the policy: its text, and each of its items, its own or those that it takes from
 * objectives, actions, stakeholders or value opportunities.
 *
 * <p>Left out is what says nothing about a customer: placeholders, dates, Ids, the progress of items, and items that name
 * one of the org's own users. So a section that was copied with other dates is a copy, and two that say TBD, or that the
 * same people look after both customers, are none.
 */
public final class SectionContents {

    private final AssessmentPolicy policy;
    private final Set<String> ownPeople;
    private final TextReading text;

    /** @param ownPeople the names of the org's users */
    public SectionContents(AssessmentPolicy policy, Stream<String> ownPeople) {
        this.policy = policy;
        this.ownPeople = ownPeople.map(Substance::core).collect(Collectors.toUnmodifiableSet());
        this.text = new TextReading(policy.text());
    }

    /** By section, those that say something, as plain text. */
    public Map<String, List<String>> of(Plan plan) {
        Map<String, List<String>> contents = new LinkedHashMap<>();
        for (ThoroughnessPolicy.Section section : policy.thoroughness().sections()) {
            List<String> parts = new ArrayList<>();
            PlanSection own = plan.sections().get(section.id());
            if (own != null) {
                add(Substance.core(Objects.requireNonNullElse(own.text(), "")), parts);
            }
            items(section, own, plan).forEach(item -> add(words(item), parts));
            if (!parts.isEmpty()) {
                contents.put(section.id(), parts);
            }
        }
        return contents;
    }

    private void add(String said, List<String> parts) {
        if (text.isFilled(said)) {
            parts.add(said);
        }
    }

    private String words(Item item) {
        Map<String, String> fields = Substance.of(item);
        if (fields.values().stream().anyMatch(ownPeople::contains)) {
            return "";
        }
        return fields.entrySet().stream()
                .filter(field -> !isReference(item.get(field.getKey())) && text.isFilled(field.getValue()))
                .map(Map.Entry::getValue)
                .collect(Collectors.joining(" "));
    }

    /** No word has the length of an Id and digits in it. */
    private static boolean isReference(@Nullable Object value) {
        return value instanceof String reference
                && RecordId.isId(reference)
                && reference.chars().anyMatch(Character::isDigit);
    }

    private static List<Item> items(ThoroughnessPolicy.Section section, @Nullable PlanSection own, Plan plan) {
        if (section.from() == null) {
            return own == null ? List.of() : own.items();
        }
        return switch (section.from()) {
            case OBJECTIVES -> items(plan.objectives(), Objective::item);
            case ACTIONS -> items(plan.actions(), PlanAction::item);
            case STAKEHOLDERS -> items(plan.stakeholders(), Stakeholder::item);
            case VALUE_OPPORTUNITIES -> items(plan.valueOpportunities(), ValueOpportunity::item);
        };
    }

    private static <T> List<Item> items(@Nullable List<T> entries, Function<T, Item> item) {
        return entries == null ? List.of() : entries.stream().map(item).toList();
    }
}
