package io.plumbline.dossier.building.org;

import io.plumbline.config.mapping.Fact;
import io.plumbline.config.mapping.MappedField;
import io.plumbline.config.mapping.Mapping;
import io.plumbline.config.mapping.NumberedColumns;
import io.plumbline.config.mapping.Section;
import io.plumbline.config.mapping.SourceName;
import io.plumbline.config.policy.ThoroughnessPolicy;
import io.plumbline.crm.FieldName;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/**
 * The sections, or halves of sections, that no plan of the org can be blamed for: mapped to nothing, or to what the
 * integration user cannot see (traps I1, I2).
 */
final class NotMeasured {

    private final Mapping mapping;
    private final Predicate<SourceName> isRead;
    private final BiPredicate<SourceName, FieldName> isSeen;

    /**
     * @param isRead whether a source could be read
     * @param isSeen whether a field of a source could be seen
     */
    NotMeasured(Mapping mapping, Predicate<SourceName> isRead, BiPredicate<SourceName, FieldName> isSeen) {
        this.mapping = mapping;
        this.isRead = isRead;
        this.isSeen = isSeen;
    }

    Set<String> of(ThoroughnessPolicy policy) {
        Set<String> notMeasured = new TreeSet<>();
        for (ThoroughnessPolicy.Section section : policy.sections()) {
            boolean noText = section.asksForText() && !hasText(section.id());
            boolean noItems = section.asksForItems() && !hasItems(section);
            boolean allOfIt = (noText || !section.asksForText()) && (noItems || !section.asksForItems());
            if (allOfIt) {
                notMeasured.add(section.id());
            } else if (noText) {
                notMeasured.add(section.id() + ".text");
            } else if (noItems) {
                notMeasured.add(section.id() + ".items");
            }
        }
        return notMeasured;
    }

    private boolean hasText(String id) {
        Optional<Section> section = mapping.section(id);
        return section.isPresent()
                && switch (section.get().text()) {
                    case Section.NoText none -> false;
                    case Section.EntryText entries -> hasEntries() && isSeen(Fact.SECTION_ENTRY_TEXT);
                    case Section.PlanText plan ->
                        plan.fields().stream().anyMatch(field -> isSeen.test(SourceName.PLANS, field));
                };
    }

    private boolean hasItems(ThoroughnessPolicy.Section section) {
        ThoroughnessPolicy.Source from = section.from();
        if (from == null) {
            boolean mapped =
                    mapping.section(section.id()).filter(Section::items).isPresent();
            return mapped
                    && hasEntries()
                    && isSeen(Fact.SECTION_ENTRY_NAME)
                    && seesItemFields(SourceName.PLAN_SECTIONS, section);
        }
        SourceName source = SourceName.of(from);
        Optional<NumberedColumns> columns = mapping.columns(source);
        if (columns.isPresent()) {
            return isRead.test(SourceName.PLANS) && seesColumns(columns.get(), section);
        }
        return isRead.test(source) && seesItemFields(source, section);
    }

    private boolean hasEntries() {
        return isRead.test(SourceName.PLAN_SECTIONS) && isSeen(Fact.SECTION_ENTRY_SECTION);
    }

    private boolean isSeen(Fact fact) {
        return mapping.field(fact)
                .filter(field -> isSeen.test(fact.source(), field))
                .isPresent();
    }

    private boolean isTakenFromMeasures(SourceName source, String key) {
        if (source != SourceName.PLAN_OBJECTIVES || !isRead.test(SourceName.PLAN_MEASURES)) {
            return false;
        }
        return key.equals(Fact.OBJECTIVE_MEASURE.key()) && isSeen(Fact.MEASURE_NAME)
                || key.equals(Fact.OBJECTIVE_TARGET.key()) && isSeen(Fact.MEASURE_TARGET);
    }

    private boolean seesColumns(NumberedColumns columns, ThoroughnessPolicy.Section section) {
        return section.itemFields().stream()
                .allMatch(key -> columns.column(key)
                        .filter(column -> columns.numbers().stream()
                                .allMatch(number -> isSeen.test(SourceName.PLANS, column.field(number))))
                        .isPresent());
    }

    private boolean seesItemFields(SourceName source, ThoroughnessPolicy.Section section) {
        return section.itemFields().stream()
                .allMatch(key -> mapping.source(source)
                                .flatMap(mapped -> mapped.mapped(key))
                                .map(MappedField::field)
                                .filter(field -> isSeen.test(source, field))
                                .isPresent()
                        || isTakenFromMeasures(source, key));
    }
}
