package io.plumbline.dossier.building.plans;

import io.plumbline.config.mapping.Fact;
import io.plumbline.config.mapping.Mapping;
import io.plumbline.config.mapping.NumberedColumns;
import io.plumbline.config.mapping.Section;
import io.plumbline.config.mapping.SourceName;
import io.plumbline.config.mapping.Translation;
import io.plumbline.crm.FieldValue;
import io.plumbline.dossier.Item;
import io.plumbline.dossier.ModelWord;
import io.plumbline.dossier.Objective;
import io.plumbline.dossier.Plan;
import io.plumbline.dossier.PlanAction;
import io.plumbline.dossier.PlanSection;
import io.plumbline.dossier.Stakeholder;
import io.plumbline.dossier.ValueOpportunity;
import io.plumbline.dossier.building.money.Money;
import io.plumbline.dossier.building.rows.MappedRow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Plans with their sections and entries. */
public final class PlanReader {

    /** The amounts of a value opportunity. */
    private static final Map<String, Fact> AMOUNTS = Map.of(
            Fact.VALUE_SUPPLIER.key(), Fact.VALUE_SUPPLIER,
            Fact.VALUE_CUSTOMER.key(), Fact.VALUE_CUSTOMER,
            Fact.VALUE_DELIVERED.key(), Fact.VALUE_DELIVERED);

    private final Mapping mapping;
    private final Money money;

    public PlanReader(Mapping mapping, Money money) {
        this.mapping = mapping;
        this.money = money;
    }

    /** The rows below one plan; null where the source cannot be seen, so that its entries are unknown. */
    public interface Children {
        @Nullable
        List<MappedRow> of(SourceName source);

        /** The rows below one of those rows. */
        @Nullable
        List<MappedRow> below(MappedRow row, SourceName source);
    }

    public Plan plan(MappedRow row, Children children, Optional<LocalDate> changed) {
        return new Plan(
                row.id(),
                row.text(Fact.PLAN_NAME),
                ModelWord.read(Plan.State.class, row.text(Fact.PLAN_STATE)),
                row.reference(Fact.PLAN_OWNER),
                row.day(Fact.PLAN_PERIOD_START),
                row.day(Fact.PLAN_PERIOD_END),
                row.day(Fact.PLAN_LAST_REVIEWED),
                changed.orElse(null),
                row.day(Fact.PLAN_LAST_MODIFIED),
                row.reference(Fact.PLAN_APPROVED_BY),
                row.day(Fact.PLAN_APPROVED_ON),
                money.amount(row, Fact.PLAN_TARGET_REVENUE, Fact.PLAN_CURRENCY),
                sections(row, children.of(SourceName.PLAN_SECTIONS)),
                entries(row, children, SourceName.PLAN_OBJECTIVES, Objective::of),
                entries(row, children, SourceName.PLAN_ACTIONS, PlanAction::of),
                entries(row, children, SourceName.PLAN_STAKEHOLDERS, Stakeholder::of),
                entries(row, children, SourceName.PLAN_VALUES, ValueOpportunity::of));
    }

    private <T> @Nullable List<T> entries(
            MappedRow plan, Children children, SourceName source, Function<Item, T> reader) {
        Optional<NumberedColumns> columns = mapping.columns(source);
        if (columns.isPresent()) {
            return columns.get().numbers().stream()
                    .flatMap(number -> item(plan, columns.get(), number).stream())
                    .map(reader)
                    .toList();
        }
        List<MappedRow> rows = children.of(source);
        return rows == null
                ? null
                : rows.stream()
                        .map(row -> reader.apply(item(row, source, children)))
                        .toList();
    }

    /** What stands in the columns of one number; empty when nothing does. */
    private Optional<Item> item(MappedRow plan, NumberedColumns columns, int number) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        columns.fields()
                .forEach((key, column) -> plan.value(column.field(number), column.translation())
                        .ifPresent(value -> fields.put(key, plan.plain(value))));
        if (fields.isEmpty()) {
            return Optional.empty();
        }
        if (columns.name() == SourceName.PLAN_VALUES) {
            AMOUNTS.forEach((key, fact) -> columns.column(key)
                    .ifPresent(column -> fields.put(
                            key, money.amount(plan, column.field(number), column.translation(), Fact.PLAN_CURRENCY))));
        }
        fields.put("id", plan.id() + "-" + number);
        return Optional.of(Item.of(fields));
    }

    private Item item(MappedRow row, SourceName source, Children children) {
        Map<String, @Nullable Object> fields = row.fields(source);
        if (source == SourceName.PLAN_OBJECTIVES) {
            List<MappedRow> measures =
                    Objects.requireNonNullElse(children.below(row, SourceName.PLAN_MEASURES), List.of());
            told(measures, Fact.MEASURE_NAME).ifPresent(all -> fields.putIfAbsent(Fact.OBJECTIVE_MEASURE.key(), all));
            told(measures, Fact.MEASURE_TARGET).ifPresent(all -> fields.putIfAbsent(Fact.OBJECTIVE_TARGET.key(), all));
        }
        if (source == SourceName.PLAN_VALUES) {
            AMOUNTS.forEach((key, fact) -> fields.put(key, money.amount(row, fact, Fact.VALUE_CURRENCY)));
            fields.remove(Fact.VALUE_CURRENCY.key());
        }
        return Item.of(fields);
    }

    /** What several records say, as one text. */
    private static Optional<String> told(List<MappedRow> rows, Fact fact) {
        String all = rows.stream()
                .flatMap(row -> row.value(fact).stream())
                .map(FieldValue::toString)
                .collect(Collectors.joining("; "));
        return Optional.of(all).filter(text -> !text.isBlank());
    }

    private Map<String, PlanSection> sections(MappedRow plan, @Nullable List<MappedRow> entries) {
        Map<String, List<MappedRow>> bySection = entries == null
                ? Map.of()
                : entries.stream()
                        .filter(entry -> entry.text(Fact.SECTION_ENTRY_SECTION) != null)
                        .collect(
                                Collectors.groupingBy(entry -> String.valueOf(entry.text(Fact.SECTION_ENTRY_SECTION))));
        Map<String, PlanSection> sections = new LinkedHashMap<>();
        for (Section section : mapping.sections().values()) {
            List<MappedRow> mine = bySection.getOrDefault(section.entry(), List.of());
            String text = text(section, plan, mine);
            List<Item> items = section.items() ? items(mine) : List.of();
            if (text != null || !items.isEmpty()) {
                sections.put(section.id(), new PlanSection(text, items, null));
            }
        }
        return sections;
    }

    private static @Nullable String text(Section section, MappedRow plan, List<MappedRow> entries) {
        List<String> parts = switch (section.text()) {
            case Section.NoText none -> List.of();
            case Section.EntryText fromEntries ->
                entries.stream()
                        .flatMap(entry -> entry.value(Fact.SECTION_ENTRY_TEXT).stream())
                        .map(FieldValue::toString)
                        .toList();
            case Section.PlanText fromPlan ->
                fromPlan.fields().stream()
                        .flatMap(field -> plan.value(field, Translation.AS_IS).stream())
                        .map(FieldValue::toString)
                        .toList();
        };
        return parts.isEmpty() ? null : String.join("\n", parts);
    }

    private static List<Item> items(List<MappedRow> entries) {
        List<Item> items = new ArrayList<>();
        for (MappedRow entry : entries) {
            if (entry.text(Fact.SECTION_ENTRY_NAME) != null) {
                Map<String, @Nullable Object> fields = entry.fields(SourceName.PLAN_SECTIONS);
                fields.remove(Fact.SECTION_ENTRY_SECTION.key());
                fields.remove(Fact.SECTION_ENTRY_TEXT.key());
                items.add(Item.of(fields));
            }
        }
        return items;
    }
}
