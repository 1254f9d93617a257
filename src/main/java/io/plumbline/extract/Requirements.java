package io.plumbline.extract;

import static io.plumbline.extract.Wanted.Need.IF_THERE;
import static io.plumbline.extract.Wanted.Need.OPTIONAL;
import static io.plumbline.extract.Wanted.Need.REQUIRED;

import io.plumbline.config.mapping.AccountFact;
import io.plumbline.config.mapping.Mapping;
import io.plumbline.config.mapping.ResultField;
import io.plumbline.config.mapping.Section;
import io.plumbline.config.mapping.Source;
import io.plumbline.crm.FieldName;
import java.util.ArrayList;
import java.util.List;

/** Every field that the mapping asks for, with the place where it does. */
final class Requirements {

    private final Mapping mapping;

    Requirements(Mapping mapping) {
        this.mapping = mapping;
    }

    /** The fields of one source; one that is asked for twice stands there twice. */
    List<Wanted> of(Source source) {
        String key = "sources." + source.name().key();
        List<Wanted> wanted = new ArrayList<>();
        source.account().ifPresent(field -> wanted.add(new Wanted(field, key + ".account", REQUIRED)));
        source.parent().ifPresent(field -> wanted.add(new Wanted(field, key + ".parent", REQUIRED)));
        source.fields()
                .forEach((name, mapped) -> wanted.add(new Wanted(
                        mapped.field(),
                        key + (mapped.required() ? ".required." : ".optional.") + name,
                        mapped.required() ? REQUIRED : OPTIONAL)));
        switch (source.name()) {
            case ACCOUNT -> {
                wanted.addAll(accountFacts());
                wanted.addAll(results());
            }
            case PLANS -> {
                wanted.addAll(planTexts());
                wanted.addAll(columns());
            }
            case TASKS -> wanted.add(new Wanted(mapping.taskKey(), "taskKey", REQUIRED));
            default -> {}
        }
        return wanted;
    }

    private List<Wanted> accountFacts() {
        List<Wanted> wanted = new ArrayList<>();
        for (AccountFact fact : mapping.accountFacts()) {
            wanted.add(new Wanted(fact.value(), "facts." + fact.name(), OPTIONAL));
            fact.date().ifPresent(date -> wanted.add(new Wanted(date, "facts." + fact.name() + ".date", OPTIONAL)));
        }
        return wanted;
    }

    /** What was written is read back, so that a change made by hand is seen; whether it may be written is asked apart. */
    private List<Wanted> results() {
        return mapping.results().values().stream()
                .map(result -> new Wanted(result.field(), key(result), IF_THERE))
                .toList();
    }

    static String key(ResultField result) {
        return "results." + result.result().key();
    }

    /** The numbered fields of the plan that hold its entries. */
    private List<Wanted> columns() {
        List<Wanted> wanted = new ArrayList<>();
        mapping.columns()
                .values()
                .forEach(columns -> columns.fields()
                        .forEach((key, column) -> columns.numbers()
                                .forEach(number -> wanted.add(new Wanted(
                                        column.field(number),
                                        "sources." + columns.name().key()
                                                + (column.required() ? ".required." : ".optional.") + key,
                                        column.required() ? REQUIRED : OPTIONAL)))));
        return wanted;
    }

    private List<Wanted> planTexts() {
        List<Wanted> wanted = new ArrayList<>();
        for (Section section : mapping.sections().values()) {
            if (section.text() instanceof Section.PlanText text) {
                for (FieldName field : text.fields()) {
                    wanted.add(new Wanted(field, "sections." + section.id(), OPTIONAL));
                }
            }
        }
        return wanted;
    }
}
