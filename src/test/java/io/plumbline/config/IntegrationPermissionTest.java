package io.plumbline.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.config.mapping.AccountFact;
import io.plumbline.config.mapping.Mapping;
import io.plumbline.config.mapping.Source;
import io.plumbline.crm.FieldName;
import io.plumbline.crm.ObjectName;
import io.plumbline.sandbox.schema.FieldSchema;
import io.plumbline.sandbox.schema.FieldTrait;
import io.plumbline.sandbox.schema.ObjectSchema;
import io.plumbline.sandbox.schema.Schema;
import io.plumbline.sandbox.schema.SchemaReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Least privilege both ways: what the shipped mapping needs is granted, and what is granted is needed. The schema is
 * the sandbox's, whose standard objects tell which of their fields take permissions at all.
 */
class IntegrationPermissionTest {

    /** Written by the tasks we make, besides the key. */
    private static final Set<String> OF_OUR_TASKS =
            Set.of("WhatId", "OwnerId", "Subject", "Description", "Status", "Priority", "ActivityDate");

    private final Mapping mapping = Configuration.shipped().mapping();
    private final SchemaReader.Deployed deployed = SchemaReader.read(Path.of("salesforce-metadata"), true);
    private final Schema seen =
            deployed.schema().visibleTo(deployed.permissionSets().get("Plumbline_Integration"));

    @Test
    void everythingTheMappingReadsIsSeen() {
        List<String> unseen = new ArrayList<>();
        for (Source source : mapping.sources().values()) {
            for (FieldName field : source.read()) {
                if (resolve(source.object(), field).isEmpty()) {
                    unseen.add(source.name().key() + ": " + source.object() + "." + field);
                }
            }
        }
        for (AccountFact fact : mapping.accountFacts()) {
            if (resolve(ObjectName.of("Account"), fact.value()).isEmpty()
                    || fact.date()
                            .filter(date ->
                                    resolve(ObjectName.of("Account"), date).isEmpty())
                            .isPresent()) {
                unseen.add("facts: " + fact.name());
            }
        }

        assertThat(unseen).isEmpty();
    }

    @Test
    void everythingThatIsWrittenMayBeWritten() {
        ObjectSchema account = seen.object("Account").orElseThrow();
        ObjectSchema task = seen.object("Task").orElseThrow();

        assertThat(mapping.results().values())
                .allSatisfy(result -> assertThat(account.field(result.field().value()))
                        .hasValueSatisfying(field ->
                                assertThat(field.updateable()).as(field.name()).isTrue()));
        assertThat(OF_OUR_TASKS)
                .allSatisfy(name -> assertThat(task.field(name))
                        .hasValueSatisfying(field -> assertThat(field.createable() && field.updateable())
                                .as(name)
                                .isTrue()));
        assertThat(task.field(mapping.taskKey().value()))
                .hasValueSatisfying(field -> assertThat(field.createable()).isTrue());
    }

    @Test
    void nothingIsReadableThatTheMappingDoesNotRead() {
        Set<String> needed = new TreeSet<>(editable());
        for (Source source : mapping.sources().values()) {
            source.read().forEach(field -> needed.addAll(governed(source.object(), field)));
        }
        for (AccountFact fact : mapping.accountFacts()) {
            needed.addAll(governed(ObjectName.of("Account"), fact.value()));
            fact.date().ifPresent(date -> needed.addAll(governed(ObjectName.of("Account"), date)));
        }

        assertThat(new TreeSet<>(
                        deployed.permissionSets().get("Plumbline_Integration").readable()))
                .isEqualTo(needed);
    }

    @Test
    void nothingIsEditableThatIsNotWritten() {
        assertThat(new TreeSet<>(
                        deployed.permissionSets().get("Plumbline_Integration").editable()))
                .isEqualTo(editable());
    }

    /** Every field along a path that a field permission governs, as {@code object.field} in lower case. */
    private Set<String> governed(ObjectName object, FieldName path) {
        Set<String> governed = new TreeSet<>();
        String at = object.value();
        List<String> steps = path.steps();
        for (int i = 0; i < steps.size(); i++) {
            ObjectSchema schema = deployed.schema().object(at).orElseThrow();
            Optional<FieldSchema> field =
                    i < steps.size() - 1 ? byRelationship(schema, steps.get(i)) : schema.field(steps.get(i));
            FieldSchema found = field.orElseThrow();
            if (found.is(FieldTrait.PERMISSIONABLE)) {
                governed.add((at + "." + found.name()).toLowerCase(Locale.ROOT));
            }
            if (i < steps.size() - 1) {
                at = found.referenceTo().getFirst();
            }
        }
        return governed;
    }

    private Set<String> editable() {
        Set<String> editable = new TreeSet<>(governed(ObjectName.of("Task"), mapping.taskKey()));
        mapping.results()
                .values()
                .forEach(result -> editable.addAll(governed(ObjectName.of("Account"), result.field())));
        OF_OUR_TASKS.forEach(name -> editable.addAll(governed(ObjectName.of("Task"), FieldName.of(name))));
        return editable;
    }

    private Optional<FieldSchema> resolve(ObjectName object, FieldName path) {
        Optional<ObjectSchema> at = seen.object(object.value());
        List<String> steps = path.steps();
        for (String step : steps.subList(0, steps.size() - 1)) {
            at = at.flatMap(schema -> byRelationship(schema, step))
                    .flatMap(field -> seen.object(field.referenceTo().getFirst()));
        }
        return at.flatMap(schema -> schema.field(steps.getLast()));
    }

    private static Optional<FieldSchema> byRelationship(ObjectSchema schema, String relationship) {
        return schema.fieldsByLowerName().values().stream()
                .filter(field -> relationship.equalsIgnoreCase(field.relationshipName()))
                .findFirst();
    }
}
