package io.plumbline.sandbox.soql;

import io.github.apexdevtools.apexparser.ApexParser.QueryContext;
import io.github.apexdevtools.apexparser.ApexParser.SelectEntryContext;
import io.plumbline.sandbox.record.ExceptionCode;

/** Refuses, by name, what is SOQL and not answered here. */
record UnsupportedClauses(SoqlText soql) {

    void check(QueryContext query) {
        if (query.usingScope() != null) {
            throw soql.notSupported(query.usingScope(), "USING SCOPE");
        }
        if (query.withClause() != null) {
            throw soql.notSupported(query.withClause(), "WITH");
        }
        if (query.allRowsClause() != null) {
            throw soql.refusal(
                    ExceptionCode.MALFORMED_QUERY,
                    query.allRowsClause(),
                    "ALL ROWS is for Apex only; call queryAll instead");
        }
        if (query.forClauses() != null && !query.forClauses().FOR().isEmpty()) {
            throw soql.notSupported(query.forClauses(), "FOR");
        }
        if (query.UPDATE() != null) {
            throw soql.notSupported(query.selectList(), "UPDATE TRACKING or VIEWSTAT");
        }
        for (SelectEntryContext entry : query.selectList().selectEntry()) {
            if (entry.subQuery() != null) {
                throw soql.notSupported(entry, "a sub-select in the SELECT list");
            }
            if (entry.typeOf() != null) {
                throw soql.notSupported(entry, "TYPEOF");
            }
        }
    }
}
