package io.plumbline.extract;

import io.plumbline.config.connector.ConnectorConfig;
import io.plumbline.config.mapping.Mapping;
import io.plumbline.config.mapping.Source;
import io.plumbline.config.mapping.SourceName;
import io.plumbline.crm.FieldName;
import io.plumbline.extract.reading.SourceQuery;
import io.plumbline.mirror.RowSource;
import io.plumbline.salesforce.SoqlQuery;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a configuration asks of an org that has everything and shows everything, for a person to read. */
public final class MappedQueries {

    private MappedQueries() {}

    /**
     * The query of each source by its key in mapping.yaml, in the order in which they are read. A sync adds windows of
     * time to them, and leaves out what its org does not show and may be without.
     */
    public static Map<String, SoqlQuery> of(Mapping mapping, ConnectorConfig config) {
        Map<String, SoqlQuery> queries = new LinkedHashMap<>();
        Requirements requirements = new Requirements(mapping);
        mapping.sources()
                .values()
                .forEach(source -> queries.put(
                        source.name().key(), query(source, requirements).whole()));
        config.accountScope()
                .flatMap(condition -> mapping.source(SourceName.ACCOUNT)
                        .map(account -> SourceQuery.ofScope(account.object(), condition)))
                .ifPresent(scope -> queries.put(RowSource.SCOPE.value(), scope.whole()));
        if (config.write().tasks()) {
            SourceQuery ours = SourceQuery.ofOwnTasks(
                    SourceQuery.OWN_TASK_FIELDS, mapping.taskKey(), SourceQuery.Way.usual(WriteTargets.TASK));
            queries.put(RowSource.OWN_TASKS.value(), ours.whole());
        }
        return queries;
    }

    private static SourceQuery query(Source source, Requirements requirements) {
        Set<FieldName> fields = new LinkedHashSet<>();
        requirements.of(source).forEach(wanted -> fields.add(wanted.field()));
        source.account()
                .filter(path -> path.isPath() && source.parent().isPresent())
                .ifPresent(fields::remove);
        return new SourceQuery(
                RowSource.of(source.name().key()),
                source.object(),
                fields.stream().toList(),
                Set.of(),
                source.account(),
                source.parent(),
                Optional.empty(),
                source.where(),
                SourceQuery.Way.usual(source.object()));
    }
}
