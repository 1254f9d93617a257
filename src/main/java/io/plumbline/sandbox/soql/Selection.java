package io.plumbline.sandbox.soql;

import io.github.apexdevtools.apexparser.ApexParser.FieldNameContext;
import io.github.apexdevtools.apexparser.ApexParser.LimitClauseContext;
import io.github.apexdevtools.apexparser.ApexParser.QueryContext;
import io.github.apexdevtools.apexparser.ApexParser.SoqlFunctionContext;
import io.github.apexdevtools.apexparser.ApexParser.SubQueryContext;
import io.plumbline.sandbox.record.refusal.ExceptionCode;
import io.plumbline.sandbox.schema.FieldSchema;
import io.plumbline.sandbox.schema.ObjectSchema;
import io.plumbline.sandbox.soql.text.SoqlText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.antlr.v4.runtime.ParserRuleContext;
import org.jspecify.annotations.Nullable;

/** The SELECT list of a query or sub-select without groups. */
final class Selection {

    private static final int MOST_ROWS_OF_ALL_FIELDS = 200;

    private final SoqlText soql;
    private final ObjectSchema from;
    private final PathResolver paths;
    private final ChildSelects children;
    private final List<ResultColumn> columns = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();

    Selection(SoqlText soql, ObjectSchema from, PathResolver paths, ChildSelects children) {
        this.soql = soql;
        this.from = from;
        this.paths = paths;
        this.children = children;
    }

    /** The columns, once a shape was asked for. */
    List<ResultColumn> columns() {
        return List.copyOf(columns);
    }

    RowShape shape(QueryContext query) {
        return shape(query.selectList().selectEntry().stream().map(SelectEntry::of), query.limitClause());
    }

    RowShape shape(SubQueryContext query) {
        return shape(query.subFieldList().subFieldEntry().stream().map(SelectEntry::of), query.limitClause());
    }

    private RowShape shape(Stream<SelectEntry> entries, @Nullable LimitClauseContext limit) {
        RowShape shape = new RowShape();
        entries.forEach(entry -> add(shape, entry, limit));
        return shape;
    }

    private void add(RowShape shape, SelectEntry entry, @Nullable LimitClauseContext limit) {
        if (entry.alias() != null) {
            throw soql.refusal(
                    ExceptionCode.MALFORMED_QUERY, entry.at(), "only aggregate expressions use field aliasing");
        }
        if (entry.children() != null) {
            ChildSelect child = children.read(from, entry.children());
            once(entry.at(), child.relationship());
            shape.add(child);
            columns.add(ResultColumn.ofChildren(child.relationship(), child.columns()));
        } else if (entry.typeOf() != null) {
            TypeSwitch types = new TypeSwitches(soql, paths).read(entry.typeOf());
            once(entry.at(), types.name());
            shape.add(types);
        } else {
            FieldNameContext field = entry.field();
            List<FieldPath> some = field != null ? List.of(paths.resolve(field)) : function(entry, limit);
            for (FieldPath path : some) {
                once(entry.at(), path.text());
                shape.add(path);
                columns.add(new ResultColumn(path.text(), path.leaf().type()));
            }
        }
    }

    private void once(ParserRuleContext at, String name) {
        if (!seen.add(name.toLowerCase(Locale.ROOT))) {
            throw soql.refusal(ExceptionCode.INVALID_FIELD, at, "duplicate field selected: " + name);
        }
    }

    private List<FieldPath> function(SelectEntry entry, @Nullable LimitClauseContext limit) {
        SoqlFunctionContext function = entry.function();
        if (function == null || function.FIELDS() == null) {
            throw soql.notSupported(
                    entry.at(), "the function " + entry.at().getStart().getText() + " in SELECT");
        }
        boolean standard = function.soqlFieldsParameter().STANDARD() != null;
        boolean bounded = limit != null && Slice.limit(soql, limit) <= MOST_ROWS_OF_ALL_FIELDS;
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
