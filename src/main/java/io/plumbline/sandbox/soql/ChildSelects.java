package io.plumbline.sandbox.soql;

import io.github.apexdevtools.apexparser.ApexParser.FromNameListContext;
import io.github.apexdevtools.apexparser.ApexParser.SoqlIdContext;
import io.github.apexdevtools.apexparser.ApexParser.SubQueryContext;
import io.plumbline.sandbox.record.refusal.ExceptionCode;
import io.plumbline.sandbox.record.sight.Caller;
import io.plumbline.sandbox.record.store.RecordView;
import io.plumbline.sandbox.schema.ChildRelationship;
import io.plumbline.sandbox.schema.ObjectSchema;
import io.plumbline.sandbox.schema.Schema;
import io.plumbline.sandbox.soql.text.SoqlText;
import java.util.List;

/** Reads the sub-selects of a SELECT list, which name the children of each record by their relationship. */
record ChildSelects(
        SoqlText soql, Caller caller, Schema whole, WhereClause where, RecordView records, boolean hiddenToo) {

    ChildSelect read(ObjectSchema parent, SubQueryContext query) {
        if (query.UPDATE() != null) {
            throw soql.notSupported(query, "UPDATE TRACKING or VIEWSTAT");
        }
        FromNameListContext names = query.fromNameList();
        List<SoqlIdContext> path = names.fieldName(0).soqlId();
        String relationship = path.getLast().getText();
        ChildRelationship child = parent.childRelationships().stream()
                .filter(each -> relationship.equalsIgnoreCase(each.relationshipName()))
                .filter(each -> caller.schema()
                        .object(each.childObject())
                        .filter(object -> object.has(each.field()))
                        .isPresent())
                .findFirst()
                .orElseThrow(() -> soql.refusal(
                        ExceptionCode.INVALID_TYPE,
                        names,
                        "Didn't understand relationship '" + relationship
                                + "' in FROM part of query call. If you are attempting to use a custom relationship, be sure to append"
                                + " the '__r' after the custom relationship name. Please reference your WSDL or the describe call for"
                                + " the appropriate names."));
        ObjectSchema object = caller.schema().object(child.childObject()).orElseThrow();
        String alias = names.soqlId().isEmpty() ? null : names.soqlId(0).getText();
        PathResolver paths = new PathResolver(soql, caller.schema(), object, alias);
        Selection selection = new Selection(soql, object, paths, this);
        RowShape shape = selection.shape(query);
        return new ChildSelect(
                String.valueOf(child.relationshipName()),
                whole.object(object.name()).orElse(object),
                child.field(),
                where.condition(object, paths, query.whereClause(), false),
                new OrderByClause(soql, paths, records).orders(query.orderByClause()),
                Slice.limit(soql, query.limitClause()),
                shape,
                selection.columns(),
                hiddenToo);
    }
}
