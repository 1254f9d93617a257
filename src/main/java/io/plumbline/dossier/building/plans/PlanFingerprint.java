package io.plumbline.dossier.building.plans;

import io.plumbline.config.mapping.Mapping;
import io.plumbline.config.mapping.Source;
import io.plumbline.config.mapping.SourceName;
import io.plumbline.dossier.Item;
import io.plumbline.dossier.Objective;
import io.plumbline.dossier.Plan;
import io.plumbline.dossier.PlanAction;
import io.plumbline.dossier.Stakeholder;
import io.plumbline.dossier.ValueOpportunity;
import io.plumbline.dossier.building.rows.ReadSources;
import io.plumbline.mirror.Fingerprint;
import io.plumbline.mirror.Gap;
import io.plumbline.mirror.RowSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a plan says, reduced to a fingerprint, so that an edit which changes nothing of substance does not make the plan
 * current (model section 2).
 *
 * <p>No substance are white space, HTML, letter case, the order of entries, dates, Ids, and the progress that is reported
 * against the plan. Amounts are taken as they stand in the org, since an exchange rate is no edit.
 */
public final class PlanFingerprint {

    /** To be counted up when another reading of the same plan gives another fingerprint, which is no edit either. */
    private static final String READING = "2";

    /** Where plans and their entries come from. */
    static final List<SourceName> SOURCES = List.of(
            SourceName.PLANS,
            SourceName.PLAN_SECTIONS,
            SourceName.PLAN_OBJECTIVES,
            SourceName.PLAN_MEASURES,
            SourceName.PLAN_ACTIONS,
            SourceName.PLAN_STAKEHOLDERS,
            SourceName.PLAN_VALUES);

    /** The same as rows of the mirror. */
    public static final Set<RowSource> ROWS =
            SOURCES.stream().map(ReadSources::row).collect(Collectors.toUnmodifiableSet());

    private PlanFingerprint() {}

    /** The sources to read of an account for its plans: all, which an empty set stands for, where plans hang on other records. */
    public static Set<RowSource> rows(Mapping mapping) {
        return hangOnAccounts(mapping) ? ROWS : Set.of();
    }

    /** Whether plans name their account themselves. */
    public static boolean hangOnAccounts(Mapping mapping) {
        return mapping.source(SourceName.PLANS).flatMap(Source::parent).isEmpty();
    }

    public static String of(Plan plan) {
        List<String> said = new ArrayList<>();
        said.add("target=" + plan.targetRevenue());
        plan.sections().forEach((id, section) -> {
            said.add("text of " + id + "=" + Substance.core(section.text() == null ? "" : section.text()));
            section.items().forEach(item -> said.add("item of " + id + "=" + Substance.of(item)));
        });
        each(plan.objectives(), Objective::item, "objective", said);
        each(plan.actions(), PlanAction::item, "action", said);
        each(plan.stakeholders(), Stakeholder::item, "stakeholder", said);
        each(plan.valueOpportunities(), ValueOpportunity::item, "value", said);
        said.sort(null);
        return Fingerprint.of(String.join("\n", said));
    }

    /** What plans are looked at for: with other fields mapped or visible, fingerprints cannot be compared. */
    public static String basis(Mapping mapping, List<Gap> gaps) {
        List<String> told = new ArrayList<>();
        told.add("reading=" + READING);
        SOURCES.forEach(source -> told.add(source + "=" + mapping.source(source)));
        told.add(mapping.sections().toString());
        if (!mapping.columns().isEmpty()) {
            told.add(mapping.columns().toString());
        }
        gaps.stream()
                .filter(gap -> SOURCES.stream().map(ReadSources::row).anyMatch(gap.source()::equals))
                .map(gap -> gap.source() + " without " + gap.field())
                .sorted()
                .forEach(told::add);
        return Fingerprint.of(String.join("\n", told));
    }

    private static <T> void each(@Nullable List<T> entries, Function<T, Item> item, String kind, List<String> said) {
        if (entries != null) {
            entries.forEach(entry -> said.add(kind + "=" + Substance.of(item.apply(entry))));
        }
    }
}
