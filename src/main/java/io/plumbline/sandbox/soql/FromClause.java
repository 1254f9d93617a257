package io.plumbline.sandbox.soql;

import io.github.apexdevtools.apexparser.ApexParser.FromNameListContext;
import io.plumbline.sandbox.record.refusal.ExceptionCode;
import io.plumbline.sandbox.record.sight.Caller;
import io.plumbline.sandbox.schema.ObjectSchema;
import io.plumbline.sandbox.soql.text.SoqlText;
import java.util.Locale;
import java.util.Set;

/** Reads FROM: the object that it names, and the names that stand for it. */
record FromClause(SoqlText soql, Caller caller) {

    /** Words that Salesforce refuses as an alias. */
    private static final Set<String> RESERVED = Set.of(
            "AND",
            "ASC",
            "DESC",
            "EXCLUDES",
            "FIRST",
            "FROM",
            "GROUP",
            "HAVING",
            "IN",
            "INCLUDES",
            "LAST",
            "LIKE",
            "LIMIT",
            "NOT",
            "NULL",
            "NULLS",
            "OR",
            "SELECT",
            "USING",
            "WHERE",
            "WITH");

    ObjectSchema object(FromNameListContext names) {
        if (names.fieldName().size() > 1) {
            throw soql.notSupported(names, "FROM with several objects");
        }
        String name = names.fieldName(0).getText();
        return caller.schema()
                .object(name)
                .orElseThrow(
                        () -> soql.refusal(
                                ExceptionCode.INVALID_TYPE,
                                names,
                                "sObject type '" + name
                                        + "' is not supported. If you are attempting to use a custom object, be sure to append the '__c'"
                                        + " after the entity name. Please reference your WSDL or the describe call for the appropriate names."));
    }

    PathResolver resolver(FromNameListContext names, ObjectSchema object) {
        String alias = names.soqlId().isEmpty() ? null : names.soqlId(0).getText();
        // The grammar takes any word for an alias, so a clause that was begun and not finished would pass as one.
        if (alias != null && RESERVED.contains(alias.toUpperCase(Locale.ROOT))) {
            throw soql.refusal(ExceptionCode.MALFORMED_QUERY, names.soqlId(0), "unexpected token: '" + alias + "'");
        }
        return new PathResolver(soql, caller.schema(), object, alias);
    }
}
