package io.plumbline.sandbox.bulk;

import io.plumbline.sandbox.gate.RefusedException;
import io.plumbline.sandbox.schema.FieldType;
import io.plumbline.sandbox.soql.QueryResult;
import java.util.regex.Pattern;

/** What SOQL may not hold in a bulk query. */
final class BulkQuery {

    private static final Pattern TEXTS = Pattern.compile("'(?:[^'\\\\]|\\\\.)*'");
    private static final Pattern SUBQUERY =
            Pattern.compile("(?is)^\\s*SELECT\\b(?:(?!\\bFROM\\b).)*\\(\\s*SELECT\\b.*");
    private static final Pattern OFFSET = Pattern.compile("(?is).*\\bOFFSET\\s+\\d+.*");
    private static final Pattern TYPEOF = Pattern.compile("(?is).*\\bTYPEOF\\b.*");
    private static final Pattern GROUP_BY = Pattern.compile("(?is).*\\bGROUP\\s+BY\\b.*");

    private BulkQuery() {}

    /** Refuses what can be told from the text. */
    static void check(String soql) {
        String bare = TEXTS.matcher(soql).replaceAll("''");
        if (SUBQUERY.matcher(bare).matches() || GROUP_BY.matcher(bare).matches()) {
            throw refused("Aggregate Relationships not supported in Bulk Query");
        }
        if (OFFSET.matcher(bare).matches()) {
            throw refused("OFFSET not supported in Bulk Query");
        }
        if (TYPEOF.matcher(bare).matches()) {
            throw refused("TYPEOF not supported in Bulk Query");
        }
    }

    /** Refuses what can be told from the columns. */
    static void check(QueryResult result) {
        if (result.aggregate() || result.countOnly()) {
            throw refused("Aggregate Relationships not supported in Bulk Query");
        }
        result.columns().stream()
                .filter(column -> column.type() == FieldType.ADDRESS)
                .findFirst()
                .ifPresent(column -> {
                    throw refused("Selecting compound data not supported in Bulk Query: " + column.path());
                });
    }

    /** Of an object that Bulk does not know. */
    static RefusedException unsupported(String object) {
        return new RefusedException("INVALIDENTITY", "Entity '" + object + "' is not supported by the Bulk API.");
    }

    private static RefusedException refused(String message) {
        return new RefusedException("FUNCTIONALITY_NOT_ENABLED", message);
    }
}
