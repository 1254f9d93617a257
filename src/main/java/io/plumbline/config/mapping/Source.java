package io.plumbline.config.mapping;

import io.plumbline.crm.FieldName;
import io.plumbline.crm.ObjectName;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The object that supplies one kind of record, and its fields.
 *
 * @param accountPath the field or path that holds the Id of the account; null where records belong to none
 * @param parentPath the field that holds the Id of the parent record (the opportunity of a line item, the plan of an
 *     action); null where there is no parent but the account
 * @param condition a SOQL condition that the records must meet as well; null for all
 * @param mayBeMissing whether an org may lack the object; else a missing one is a configuration error
 * @param fields by the key in mapping.yaml, in its order
 */
public record Source(
        SourceName name,
        ObjectName object,
        @Nullable FieldName accountPath,
        @Nullable FieldName parentPath,
        @Nullable String condition,
        boolean mayBeMissing,
        Map<String, MappedField> fields) {

    public Source {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    public Optional<FieldName> account() {
        return Optional.ofNullable(accountPath);
    }

    public Optional<FieldName> parent() {
        return Optional.ofNullable(parentPath);
    }

    public Optional<String> where() {
        return Optional.ofNullable(condition);
    }

    public Optional<MappedField> mapped(Fact fact) {
        return fact.source() == name ? mapped(fact.key()) : Optional.empty();
    }

    /** A field by its key in mapping.yaml: a fact or, for plan sections, an item field. */
    public Optional<MappedField> mapped(String key) {
        return Optional.ofNullable(fields.get(key));
    }

    public Optional<FieldName> field(Fact fact) {
        return mapped(fact).map(MappedField::field);
    }

    /** Every field that a query for this source reads, paths included, each once. */
    public Set<FieldName> read() {
        Set<FieldName> read = new LinkedHashSet<>();
        fields.values().forEach(mapped -> read.add(mapped.field()));
        Stream.of(account(), parent()).flatMap(Optional::stream).forEach(read::add);
        return read;
    }

    /** Those of {@link #read()} without which the source cannot be read at all. */
    public Set<FieldName> required() {
        Set<FieldName> required = new LinkedHashSet<>();
        fields.values().stream()
                .filter(MappedField::required)
                .map(MappedField::field)
                .forEach(required::add);
        Stream.of(account(), parent()).flatMap(Optional::stream).forEach(required::add);
        return required;
    }
}
