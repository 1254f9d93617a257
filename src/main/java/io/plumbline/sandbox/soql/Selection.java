package io.plumbline.sandbox.soql;

import io.github.apexdevtools.apexparser.ApexParser.QueryContext;
import io.github.apexdevtools.apexparser.ApexParser.SelectEntryContext;
import io.github.apexdevtools.apexparser.ApexParser.SoqlFunctionContext;
import io.plumbline.sandbox.record.ExceptionCode;
import io.plumbline.sandbox.schema.FieldSchema;
import io.plumbline.sandbox.schema.ObjectSchema;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The SELECT list of a query without groups. */
final class Selection {

    private static final int MOST_ROWS_OF_ALL_FIELDS = 200;

    private final SoqlText soql;
    private final ObjectSchema from;
    private final PathResolver paths;

    Selection(SoqlText soql, ObjectSchema from, PathResolver paths) {
        this.soql = soql;
        this.from = from;
        this.paths = paths;
    }

    List<FieldPath> paths(QueryContext query) {
        List<FieldPath> selected = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (SelectEntryContext entry : query.selectList().selectEntry()) {
            if (entry.soqlId() != null) {
                throw soql.refusal(
                        ExceptionCode.MALFORMED_QUERY, entry, "only aggregate expressions use field aliasing");
            }
            List<FieldPath> some = entry.soqlFunction() == null
                    ? List.of(paths.resolve(entry.fieldName()))
                    : function(query, entry.soqlFunction());
            for (FieldPath path : some) {
                if (!seen.add(path.text())) {
                    throw soql.refusal(ExceptionCode.INVALID_FIELD, entry, "duplicate field selected: " + path.text());
                }
                selected.add(path);
            }
        }
        return selected;
    }

    private List<FieldPath> function(QueryContext query, SoqlFunctionContext function) {
        if (function.FIELDS() == null) {
            throw soql.notSupported(
                    function, "the function " + function.getStart().getText() + " in SELECT");
        }
        boolean standard = function.soqlFieldsParameter().STANDARD() != null;
        boolean bounded = query.limitClause() != null
                && new Slice(soql, query)
                                .of(Collections.nCopies(MOST_ROWS_OF_ALL_FIELDS + 1, ""))
                                .size()
                        <= MOST_ROWS_OF_ALL_FIELDS;
        if (!standard && !bounded) {
            throw soql.refusal(
                    ExceptionCode.MALFORMED_QUERY,
                    function,
                    "The SOQL FIELDS function must have a LIMIT of at most " + MOST_ROWS_OF_ALL_FIELDS);
        }
        boolean custom = function.soqlFieldsParameter().CUSTOM() != null;
        return from.fields().stream()
                .filter(field -> standard ? !field.custom() : !custom || field.custom())
                .map(Selection::direct)
                .toList();
    }

    private static FieldPath direct(FieldSchema field) {
        return new FieldPath(List.of(), field);
    }
}
