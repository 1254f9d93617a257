package io.plumbline.sandbox.soql;

import io.github.apexdevtools.apexparser.ApexParser.FieldNameContext;
import io.github.apexdevtools.apexparser.ApexParser.TypeOfContext;
import io.github.apexdevtools.apexparser.ApexParser.WhenClauseContext;
import io.plumbline.sandbox.record.refusal.ExceptionCode;
import io.plumbline.sandbox.schema.FieldSchema;
import io.plumbline.sandbox.schema.ObjectSchema;
import io.plumbline.sandbox.soql.text.SoqlText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads TYPEOF ... WHEN ... THEN ... ELSE ... END. */
record TypeSwitches(SoqlText soql, PathResolver paths) {

    TypeSwitch read(TypeOfContext types) {
        String relationship = types.fieldName().getText();
        FieldSchema reference = paths.relationship(relationship)
                .filter(FieldSchema::polymorphic)
                .orElseThrow(() -> soql.refusal(
                        ExceptionCode.INVALID_FIELD,
                        types,
                        "TYPEOF needs a polymorphic relationship, which '" + relationship + "' is not"));
        Map<String, RowShape> byObject = new LinkedHashMap<>();
        for (WhenClauseContext when : types.whenClause()) {
            ObjectSchema object = paths.schema()
                    .object(when.fieldName().getText())
                    .filter(found -> reference.referenceTo().contains(found.name()))
                    .orElseThrow(() -> soql.refusal(
                            ExceptionCode.INVALID_TYPE,
                            when,
                            "'" + when.fieldName().getText() + "' is no type that " + relationship + " leads to"));
            PathResolver own = new PathResolver(soql, paths.schema(), object, null);
            byObject.put(object.name(), shape(when.fieldNameList().fieldName(), own));
        }
        return new TypeSwitch(
                reference,
                byObject,
                types.elseClause() == null
                        ? new RowShape()
                        : shape(
                                types.elseClause().fieldNameList().fieldName(),
                                new PathResolver(soql, paths.schema(), null, null)));
    }

    private static RowShape shape(List<FieldNameContext> names, PathResolver resolver) {
        RowShape shape = new RowShape();
        names.forEach(name -> shape.add(resolver.resolve(name)));
        return shape;
    }
}
