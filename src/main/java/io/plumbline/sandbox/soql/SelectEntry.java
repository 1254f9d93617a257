package io.plumbline.sandbox.soql;

import io.github.apexdevtools.apexparser.ApexParser.FieldNameContext;
import io.github.apexdevtools.apexparser.ApexParser.SelectEntryContext;
import io.github.apexdevtools.apexparser.ApexParser.SoqlFunctionContext;
import io.github.apexdevtools.apexparser.ApexParser.SoqlIdContext;
import io.github.apexdevtools.apexparser.ApexParser.SubFieldEntryContext;
import io.github.apexdevtools.apexparser.ApexParser.SubQueryContext;
import io.github.apexdevtools.apexparser.ApexParser.TypeOfContext;
import org.antlr.v4.runtime.ParserRuleContext;
import org.jspecify.annotations.Nullable;

/** One entry of a SELECT list, of a query or of a sub-select: exactly one of field, function, children and type switch is there. */
record SelectEntry(
        ParserRuleContext at,
        @Nullable FieldNameContext field,
        @Nullable SoqlIdContext alias,
        @Nullable SoqlFunctionContext function,
        @Nullable SubQueryContext children,
        @Nullable TypeOfContext typeOf) {

    static SelectEntry of(SelectEntryContext entry) {
        return new SelectEntry(
                entry, entry.fieldName(), entry.soqlId(), entry.soqlFunction(), entry.subQuery(), entry.typeOf());
    }

    static SelectEntry of(SubFieldEntryContext entry) {
        return new SelectEntry(
                entry, entry.fieldName(), entry.soqlId(), entry.soqlFunction(), entry.subQuery(), entry.typeOf());
    }
}
