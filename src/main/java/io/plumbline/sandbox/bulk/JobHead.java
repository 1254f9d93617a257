package io.plumbline.sandbox.bulk;

import io.plumbline.sandbox.gate.ValueText;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What every job has from its creation.
 *
 * @param id 18 characters, prefix 750
 * @param version the API version it was created with, as {@code v65.0}
 */
record JobHead(
        String id, String version, String operation, String object, String createdById, Instant created, CsvShape csv) {

    /** The part of its description that all jobs share. */
    Map<String, Object> describe(JobState state) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", id);
        json.put("operation", operation);
        json.put("object", object);
        json.put("createdById", createdById);
        json.put("createdDate", ValueText.rest(created));
        json.put("systemModstamp", ValueText.rest(created));
        json.put("state", state.label());
        json.put("concurrencyMode", "Parallel");
        json.put("contentType", "CSV");
        json.put("apiVersion", Double.valueOf(version.substring(1)));
        json.put("lineEnding", csv.lineEnding());
        json.put("columnDelimiter", csv.delimiter());
        return json;
    }
}
