package io.plumbline.sandbox.seed.load;

import io.plumbline.sandbox.record.Org;
import io.plumbline.sandbox.record.store.SalesforceId;
import io.plumbline.sandbox.schema.ChildRelationship;
import io.plumbline.sandbox.schema.FieldSchema;
import io.plumbline.sandbox.schema.FieldTrait;
import io.plumbline.sandbox.schema.ObjectSchema;
import io.plumbline.sandbox.seed.load.Column.ByExternalId;
import io.plumbline.sandbox.seed.load.Column.Identity;
import io.plumbline.sandbox.seed.load.Column.Lookup;
import io.plumbline.sandbox.seed.load.Column.Plain;
import io.plumbline.sandbox.seed.load.Column.Unusable;
import io.plumbline.sandbox.seed.load.Draft.Pending;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns rows into drafts: finds object and fields, converts the text, and makes each row known by its names. */
final class Drafting {

    /** What Data Loader takes for "no value" where an empty cell means "leave alone" (E6); in a new record both are blank. */
    private static final String EXPLICIT_NULL = "#N/A";

    private record Source(String object, String file) {}

    private final Org org;
    private final CellText cells;
    private final DraftIndex index;
    private final Map<Source, Columns> columns = new LinkedHashMap<>();
    private final Map<Source, Long> unknown = new LinkedHashMap<>();
    private final List<SeedProblem> problems = new ArrayList<>();

    Drafting(Org org) {
        this.org = org;
        this.cells = new CellText(org.settings().zone());
        this.index = new DraftIndex(org);
    }

    DraftIndex index() {
        return index;
    }

    List<SeedProblem> problems() {
        List<SeedProblem> all = new ArrayList<>(problems);
        unknown.forEach((source, rows) -> all.add(new SeedProblem(
                SeedProblem.Kind.FILE,
                source.file(),
                0,
                rows,
                "is of an object this org does not have",
                source.object())));
        columns.values().forEach(each -> all.addAll(each.problems()));
        return all;
    }

    List<Draft> drafts(List<SeedRow> rows) {
        List<Draft> drafts = new ArrayList<>();
        for (SeedRow row : rows) {
            Optional<ObjectSchema> object = org.schema().object(row.object());
            if (object.isPresent()) {
                draft(row, object.get()).ifPresent(drafts::add);
            } else {
                unknown.merge(new Source(row.object(), row.place().file()), 1L, Long::sum);
            }
        }
        return drafts;
    }

    private Optional<Draft> draft(SeedRow row, ObjectSchema object) {
        Columns file = columns.computeIfAbsent(
                new Source(object.name(), row.place().file()),
                source -> new Columns(org.schema(), object, source.file()));
        String given = givenId(row, file);
        Draft draft = new Draft(object, row.place(), ownId(object, given));
        if (given != null && !index.addId(object, given, draft)) {
            draft.dropped();
            problems.add(SeedProblem.row(row.place(), "has an Id that an earlier row has", given));
            return Optional.empty();
        }
        if (row.key() != null && !index.addKey(row.key(), draft)) {
            draft.dropped();
            problems.add(SeedProblem.row(row.place(), "has a referenceId that an earlier record has", row.key()));
            return Optional.empty();
        }
        row.values().forEach((name, text) -> {
            Column column = file.of(name, text);
            if (!text.isBlank() && !text.equals(EXPLICIT_NULL)) {
                fill(draft, name, column, text);
            }
        });
        row.nestedIn().ifPresent(parent -> nest(draft, parent));
        return Optional.of(draft);
    }

    private static @Nullable String givenId(SeedRow row, Columns file) {
        return row.values().entrySet().stream()
                .filter(cell -> file.of(cell.getKey(), "") instanceof Identity)
                .map(cell -> cell.getValue().strip())
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse(null);
    }

    /** The given Id where it can be kept: well formed, and of this object by its first three characters. */
    private static @Nullable String ownId(ObjectSchema object, @Nullable String given) {
        return Optional.ofNullable(given)
                .flatMap(SalesforceId::canonical)
                .filter(id -> id.startsWith(object.keyPrefix()))
                .orElse(null);
    }

    private void fill(Draft draft, String name, Column column, String text) {
        switch (column) {
            case Identity identity -> {
                // taken when the draft was made
            }
            case Unusable unusable -> {
                // counted by the columns
            }
            case Lookup lookup -> draft.await(new Pending(lookup.field(), text.strip(), null));
            case ByExternalId byId -> draft.await(new Pending(byId.field(), text.strip(), byId.parentField()));
            case Plain plain -> convert(draft, name, plain.field(), text);
        }
    }

    private void convert(Draft draft, String name, FieldSchema field, String text) {
        try {
            draft.set(field, cells.value(field.type(), text));
        } catch (IllegalArgumentException wrong) {
            problems.add(SeedProblem.value(draft.place(), name + " " + wrong.getMessage(), text));
        }
        if (field.is(FieldTrait.EXTERNAL_ID) || field.is(FieldTrait.ID_LOOKUP)) {
            index.addExternalId(draft.object(), field.name(), text.strip(), draft);
        }
    }

    private void nest(Draft draft, SeedRow.Parent parent) {
        Optional<FieldSchema> field = index.byKey(parent.key()).stream()
                .flatMap(above -> above.object().childRelationships().stream())
                .filter(child -> child.childObject().equals(draft.object().name())
                        && parent.relationship().equalsIgnoreCase(child.relationshipName()))
                .map(ChildRelationship::field)
                .findFirst()
                .flatMap(draft.object()::field);
        field.ifPresentOrElse(
                reference -> draft.await(new Pending(reference, parent.key(), null)),
                () -> problems.add(SeedProblem.value(
                        draft.place(), "is nested under a relationship that does not exist", parent.relationship())));
    }
}
