package io.plumbline.sandbox.seed.load;

import io.plumbline.sandbox.schema.FieldSchema;
import io.plumbline.sandbox.schema.FieldTrait;
import io.plumbline.sandbox.schema.FieldType;
import io.plumbline.sandbox.schema.ObjectSchema;
import io.plumbline.sandbox.schema.Schema;
import io.plumbline.sandbox.seed.load.Column.ByExternalId;
import io.plumbline.sandbox.seed.load.Column.Identity;
import io.plumbline.sandbox.seed.load.Column.Lookup;
import io.plumbline.sandbox.seed.load.Column.Plain;
import io.plumbline.sandbox.seed.load.Column.Unusable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds out what the columns of one file mean, and counts the rows that had a value in those that mean nothing. */
final class Columns {

    private final Schema schema;
    private final ObjectSchema object;
    private final String file;
    private final Map<String, Column> byName = new LinkedHashMap<>();
    private final Map<String, Long> lost = new LinkedHashMap<>();
    private final Map<String, String> read = new LinkedHashMap<>();

    Columns(Schema schema, ObjectSchema object, String file) {
        this.schema = schema;
        this.object = object;
        this.file = file;
    }

    /** What this column means; a value in one that means nothing is counted. */
    Column of(String name, String value) {
        Column column = byName.computeIfAbsent(name, this::find);
        if (column instanceof Unusable) {
            lost.merge(name, value.isBlank() ? 0L : 1L, Long::sum);
        }
        return column;
    }

    /** Each column that could not be loaded, once, and each that was understood by a guess. */
    List<SeedProblem> problems() {
        List<SeedProblem> problems = new ArrayList<>();
        lost.forEach((name, rows) -> {
            if (byName.get(name) instanceof Unusable unusable) {
                problems.add(SeedProblem.column(file, rows, unusable.reason(), name));
            }
        });
        read.forEach((name, field) -> problems.add(SeedProblem.note(
                file, 0, "a column was read as the field of nearly the same name", name + " as " + field)));
        return problems;
    }

    private Column find(String name) {
        int dot = name.indexOf('.');
        if (dot > 0) {
            return byExternalId(name.substring(0, dot), name.substring(dot + 1));
        }
        return object.field(name)
                .or(() -> nearly(name))
                .map(this::meaning)
                .orElseGet(() -> new Unusable("is no field of " + object.name()));
    }

    /** {@code close_date} is CloseDate: dumps of other tools write the standard names in snake case. */
    private Optional<FieldSchema> nearly(String name) {
        if (name.endsWith("__c")) {
            return Optional.empty();
        }
        Optional<FieldSchema> field = object.field(name.replace("_", ""));
        field.ifPresent(found -> read.put(name, found.name()));
        return field;
    }

    private Column meaning(FieldSchema field) {
        if (field.is(FieldTrait.CALCULATED)) {
            return new Unusable("is a formula, which the org computes itself");
        }
        return switch (field.type()) {
            case ID -> new Identity();
            case REFERENCE -> new Lookup(field);
            case ADDRESS -> new Unusable("is a compound field; give its parts instead");
            default -> new Plain(field);
        };
    }

    private Column byExternalId(String relationship, String parentField) {
        Optional<FieldSchema> reference = object.relationship(relationship);
        if (reference.isEmpty()) {
            return new Unusable("leads over a relationship that " + object.name() + " does not have");
        }
        if (parentField.equalsIgnoreCase("Id")) {
            return new Lookup(reference.get());
        }
        return reference.get().referenceTo().stream()
                .flatMap(parent -> schema.object(parent).stream())
                .flatMap(parent -> parent.field(parentField).stream())
                .filter(field -> field.type() != FieldType.ID
                        && (field.is(FieldTrait.EXTERNAL_ID) || field.is(FieldTrait.ID_LOOKUP)))
                .findFirst()
                .<Column>map(field -> new ByExternalId(reference.get(), field.name()))
                .orElseGet(() -> new Unusable("names its parent by a field that is no external id"));
    }
}
