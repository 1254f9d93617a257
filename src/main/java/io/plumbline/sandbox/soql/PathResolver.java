package io.plumbline.sandbox.soql;

import io.github.apexdevtools.apexparser.ApexParser.FieldNameContext;
import io.plumbline.sandbox.record.refusal.ExceptionCode;
import io.plumbline.sandbox.schema.FieldSchema;
import io.plumbline.sandbox.schema.FieldTrait;
import io.plumbline.sandbox.schema.FieldType;
import io.plumbline.sandbox.schema.ObjectSchema;
import io.plumbline.sandbox.schema.Schema;
import io.plumbline.sandbox.soql.text.SoqlText;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RuleContext;
import org.jspecify.annotations.Nullable;

/** Finds what the names of a query mean to its caller: fields of the FROM object, and of its parents up to five levels. */
final class PathResolver {

    private static final int MOST_LEVELS = 5;

    /** What every record that a polymorphic reference may lead to has, as the object called Name in Salesforce. */
    private static final List<FieldSchema> SHARED = List.of(
            shared("Id", FieldType.ID),
            shared("Name", FieldType.STRING),
            shared("Type", FieldType.PICKLIST),
            shared("FirstName", FieldType.STRING),
            shared("LastName", FieldType.STRING),
            shared("Email", FieldType.EMAIL),
            shared("Phone", FieldType.PHONE),
            shared("Title", FieldType.STRING),
            shared("Username", FieldType.STRING),
            shared("Alias", FieldType.STRING),
            shared("IsActive", FieldType.BOOLEAN));

    private final SoqlText soql;
    private final Schema schema;
    private final @Nullable ObjectSchema from;
    private final @Nullable String alias;

    /**
     * @param schema what the caller sees
     * @param from absent for what all parents of a polymorphic reference share
     */
    PathResolver(SoqlText soql, Schema schema, @Nullable ObjectSchema from, @Nullable String alias) {
        this.soql = soql;
        this.schema = schema;
        this.from = from;
        this.alias = alias;
    }

    Schema schema() {
        return schema;
    }

    /** The reference field of the FROM object whose relationship has this name. */
    Optional<FieldSchema> relationship(String name) {
        return from == null ? Optional.empty() : from.relationship(name);
    }

    FieldPath resolve(FieldNameContext name) {
        List<String> parts =
                name.soqlId().stream().map(RuleContext::getText).collect(Collectors.toCollection(ArrayList::new));
        boolean prefixed = parts.size() > 1
                && (parts.getFirst().equalsIgnoreCase(alias)
                        || from != null
                                && parts.getFirst().equalsIgnoreCase(from.name())
                                && from.relationship(parts.getFirst()).isEmpty());
        if (prefixed) {
            parts.removeFirst();
        }
        if (parts.size() > MOST_LEVELS + 1) {
            throw soql.refusal(
                    ExceptionCode.MALFORMED_QUERY,
                    name,
                    "SOQL relationships from child to parent may not be deeper than " + MOST_LEVELS + " levels");
        }
        return walk(name, parts);
    }

    private FieldPath walk(ParserRuleContext at, List<String> parts) {
        List<FieldSchema> steps = new ArrayList<>();
        ObjectSchema object = from;
        for (String relationship : parts.subList(0, parts.size() - 1)) {
            FieldSchema step =
                    object == null ? null : object.relationship(relationship).orElse(null);
            Optional<ObjectSchema> parent = step == null ? Optional.empty() : parent(step);
            if (step == null || parent.isEmpty() && !step.polymorphic()) {
                throw soql.refusal(
                        ExceptionCode.INVALID_FIELD,
                        at,
                        "Didn't understand relationship '" + relationship
                                + "' in field path. If you are attempting to use a custom relationship, be sure to append the '__r' after"
                                + " the custom relationship name. Please reference your WSDL or the describe call for the appropriate"
                                + " names.");
            }
            steps.add(step);
            object = step.polymorphic() ? null : parent.orElse(null);
        }
        String leaf = parts.getLast();
        Optional<FieldSchema> field = object == null
                ? SHARED.stream()
                        .filter(shared -> shared.name().equalsIgnoreCase(leaf))
                        .findFirst()
                : object.field(leaf);
        String entity = object == null ? "Name" : object.name();
        return new FieldPath(steps, field.orElseThrow(() -> noSuchColumn(at, leaf, entity)));
    }

    private Optional<ObjectSchema> parent(FieldSchema step) {
        return step.referenceTo().stream().findFirst().flatMap(schema::object);
    }

    private RuntimeException noSuchColumn(ParserRuleContext at, String column, String entity) {
        return soql.refusal(
                ExceptionCode.INVALID_FIELD,
                at,
                "No such column '" + column + "' on entity '" + entity
                        + "'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field name."
                        + " Please reference your WSDL or the describe call for the appropriate names.");
    }

    private static FieldSchema shared(String name, FieldType type) {
        EnumSet<FieldTrait> traits = EnumSet.of(FieldTrait.NILLABLE);
        if (name.equals("Name")) {
            traits.add(FieldTrait.NAME_FIELD);
        }
        return new FieldSchema(name, name, type, 255, 0, 0, traits, List.of(), null, null, List.of(), null, null, null);
    }
}
