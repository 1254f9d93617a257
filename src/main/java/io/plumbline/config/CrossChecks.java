package io.plumbline.config;

import io.plumbline.config.mapping.Fact;
import io.plumbline.config.mapping.Result;
import io.plumbline.config.mapping.Section;
import io.plumbline.config.mapping.SourceName;
import io.plumbline.config.policy.HealthPolicy;
import io.plumbline.config.policy.ThoroughnessPolicy;
import io.plumbline.config.yaml.NearestWord;
import io.plumbline.config.yaml.YamlFile;
import io.plumbline.config.yaml.YamlMap;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where the files contradict each other. */
final class CrossChecks {

    /** The model takes these from the account's facts by itself (model section 1, Revenue). */
    private static final List<String> REVENUE_FACTS = List.of("revenue365", "revenuePrior365");

    private final Configuration configuration;
    private final YamlFile connectorFile;
    private final YamlFile mappingFile;

    CrossChecks(Configuration configuration, YamlFile connectorFile, YamlFile mappingFile) {
        this.configuration = configuration;
        this.connectorFile = connectorFile;
        this.mappingFile = mappingFile;
    }

    /** Leaves what it finds as problems of the files. */
    void run() {
        refuseUnknownSections();
        configuration.policy().thoroughness().sections().forEach(this::refuseUnmappedItemFields);
        refuseMisspeltFacts();
        refuseResultsWithoutField();
    }

    private void refuseUnknownSections() {
        List<String> known = new ArrayList<>();
        configuration.policy().thoroughness().sections().forEach(section -> known.add(section.id()));
        for (String id : configuration.mapping().sections().keySet()) {
            if (!known.contains(id)) {
                sections().problem(id, "is no section of assessment.yaml" + NearestWord.suggestion(id, known));
            }
        }
    }

    private void refuseUnmappedItemFields(ThoroughnessPolicy.Section asked) {
        Optional<Section> section = configuration.mapping().section(asked.id());
        boolean ownItems = section.isPresent() && section.get().items();
        if (ownItems && asked.from() != null) {
            sections()
                    .problem(
                            asked.id(),
                            "takes its items from entries, but assessment.yaml takes them from '"
                                    + asked.from().key() + "'; keep one of them");
            return;
        }
        if (!asked.asksForItems() || asked.from() == null && !ownItems) {
            return;
        }
        SourceName name = asked.from() == null ? SourceName.PLAN_SECTIONS : SourceName.of(asked.from());
        Set<String> mapped = new LinkedHashSet<>();
        configuration
                .mapping()
                .source(name)
                .ifPresent(source -> mapped.addAll(source.fields().keySet()));
        configuration
                .mapping()
                .columns(name)
                .ifPresent(columns -> mapped.addAll(columns.fields().keySet()));
        if (name == SourceName.PLAN_OBJECTIVES
                && configuration.mapping().source(SourceName.PLAN_MEASURES).isPresent()) {
            mapped.addAll(List.of(Fact.OBJECTIVE_MEASURE.key(), Fact.OBJECTIVE_TARGET.key()));
        }
        if (mapped.isEmpty()) {
            return;
        }
        for (String field : asked.itemFields()) {
            if (!mapped.contains(field)) {
                mappingFile
                        .root()
                        .map("sources")
                        .problem(
                                name.key(),
                                "maps no '" + field + "', which section '" + asked.id() + "' of assessment.yaml asks of"
                                        + " every item; map it, or take it out of itemFields"
                                        + NearestWord.suggestion(field, mapped));
            }
        }
    }

    /** A fact that nothing uses is harmless, unless one that is used has nearly the same name and is not mapped. */
    private void refuseMisspeltFacts() {
        Set<String> used = new LinkedHashSet<>(REVENUE_FACTS);
        configuration
                .policy()
                .health()
                .dimensions()
                .forEach(dimension -> dimension
                        .measures()
                        .forEach(measure -> Optional.ofNullable(measure.fact())
                                .map(HealthPolicy.FactSource::name)
                                .ifPresent(used::add)));
        Set<String> unmapped = new LinkedHashSet<>(used);
        unmapped.removeAll(configuration.mapping().factNames());
        for (String name : configuration.mapping().factNames()) {
            String nearest = used.contains(name) ? "" : NearestWord.suggestion(name, unmapped);
            if (nearest.contains("did you mean")) {
                mappingFile.root().map("facts").problem(name, "is used by no measure of assessment.yaml" + nearest);
            }
        }
    }

    private void refuseResultsWithoutField() {
        YamlMap write = connectorFile.root().map("write");
        for (Result result : configuration.connector().write().results()) {
            if (configuration.mapping().result(result).isEmpty()) {
                write.problem(
                        "results",
                        "writes '" + result.key() + "', but results of mapping.yaml gives it no field; take it out"
                                + " here or give it a field there");
            }
        }
    }

    private YamlMap sections() {
        return mappingFile.root().map("sections");
    }
}
