package io.plumbline.sandbox.soql.text;

import io.github.apexdevtools.apexparser.ApexParser.QueryContext;
import io.plumbline.sandbox.record.refusal.ExceptionCode;

/** Refuses, by name, what is SOQL and not answered here. */
public record UnsupportedClauses(SoqlText soql) {

    public void check(QueryContext query) {
        if (query.usingScope() != null && !query.usingScope().soqlId().getText().equalsIgnoreCase("everything")) {
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
        // FOR VIEW and FOR REFERENCE note who looked at what, which nobody can read here.
        if (query.forClauses() != null && !query.forClauses().UPDATE().isEmpty()) {
            throw soql.refusal(ExceptionCode.MALFORMED_QUERY, query.forClauses(), "FOR UPDATE is for Apex only");
        }
        if (query.UPDATE() != null) {
            throw soql.notSupported(query.selectList(), "UPDATE TRACKING or VIEWSTAT");
        }
    }
}
