package io.plumbline.config.mapping;

import io.plumbline.config.yaml.YamlFile;
import io.plumbline.crm.FieldName;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which Salesforce objects and fields supply each fact, and which fields take each result: mapping.yaml.
 *
 * @param sources those that are mapped; everything about the others is unknown
 * @param columns entries of plans that stand in numbered fields of the plan, each source here or in {@code sources}
 * @param facts numbers about the account by the names the policy uses, each from a field of it
 * @param historyFacts such numbers that are counted from the history of opportunities
 * @param sections by section id
 * @param results those that have a field on Account
 * @param taskKey the external id on Activity that makes a task ours
 */
public record Mapping(
        Map<SourceName, Source> sources,
        Map<SourceName, NumberedColumns> columns,
        Map<String, AccountFact> facts,
        Map<String, HistoryFact> historyFacts,
        Map<String, Section> sections,
        Map<Result, ResultField> results,
        FieldName taskKey) {

    public Mapping {
        EnumMap<SourceName, Source> inOrder = new EnumMap<>(SourceName.class);
        inOrder.putAll(sources);
        sources = Collections.unmodifiableMap(inOrder);
        EnumMap<SourceName, NumberedColumns> numbered = new EnumMap<>(SourceName.class);
        numbered.putAll(columns);
        columns = Collections.unmodifiableMap(numbered);
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
        historyFacts = Collections.unmodifiableMap(new LinkedHashMap<>(historyFacts));
        sections = Collections.unmodifiableMap(new LinkedHashMap<>(sections));
        EnumMap<Result, ResultField> written = new EnumMap<>(Result.class);
        written.putAll(results);
        results = Collections.unmodifiableMap(written);
    }

    /** Reads {@code mapping.yaml}; problems are left in the file. */
    public static Mapping read(YamlFile file) {
        return MappingReader.read(file);
    }

    public Optional<Source> source(SourceName name) {
        return Optional.ofNullable(sources.get(name));
    }

    /** The numbered fields that hold the entries of a source. */
    public Optional<NumberedColumns> columns(SourceName name) {
        return Optional.ofNullable(columns.get(name));
    }

    /** Where a fact comes from, when its source and the fact itself are mapped. */
    public Optional<MappedField> mapped(Fact fact) {
        return source(fact.source()).flatMap(source -> source.mapped(fact));
    }

    public Optional<FieldName> field(Fact fact) {
        return mapped(fact).map(MappedField::field);
    }

    public Optional<Section> section(String id) {
        return Optional.ofNullable(sections.get(id));
    }

    public Optional<ResultField> result(Result result) {
        return Optional.ofNullable(results.get(result));
    }

    public Collection<AccountFact> accountFacts() {
        return facts.values();
    }

    /** Every name that a measure may give as its {@code fact}. */
    public Set<String> factNames() {
        Set<String> names = new LinkedHashSet<>(facts.keySet());
        names.addAll(historyFacts.keySet());
        return names;
    }
}
