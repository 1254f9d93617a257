package io.plumbline.flow.checkup;

import io.plumbline.config.Configuration;
import io.plumbline.extract.MappedQueries;
import io.plumbline.salesforce.SoqlQuery;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a configuration asks of an org, without asking one. */
public final class ReadingPlan {

    private ReadingPlan() {}

    /** The SOQL of each source by its key in mapping.yaml, in the order in which they are read. */
    public static Map<String, String> of(Configuration configuration) {
        Map<String, String> texts = new LinkedHashMap<>();
        Map<String, SoqlQuery> queries = MappedQueries.of(configuration.mapping(), configuration.connector());
        queries.forEach((source, query) -> texts.put(source, query.text()));
        return texts;
    }
}
