package io.plumbline.sandbox.soql;

import io.github.apexdevtools.apexparser.ApexParser.LimitClauseContext;
import io.github.apexdevtools.apexparser.ApexParser.QueryContext;
import io.plumbline.sandbox.record.refusal.ExceptionCode;
import io.plumbline.sandbox.soql.text.SoqlText;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.jspecify.annotations.Nullable;

/** LIMIT and OFFSET of a query. */
record Slice(SoqlText soql, QueryContext query) {

    private static final int FARTHEST = 2000;

    <T> List<T> of(List<T> rows) {
        int offset = query.offsetClause() == null
                ? 0
                : number(soql, query.offsetClause(), query.offsetClause().IntegerLiteral());
        if (offset > FARTHEST) {
            throw soql.refusal(
                    ExceptionCode.NUMBER_OUTSIDE_VALID_RANGE,
                    query.offsetClause(),
                    "Maximum SOQL offset allowed is " + FARTHEST);
        }
        int limit = limit(soql, query.limitClause());
        int start = Math.min(offset, rows.size());
        return rows.subList(start, (int) Math.min(rows.size(), (long) start + limit));
    }

    /** The most rows that a clause allows. */
    static int limit(SoqlText soql, @Nullable LimitClauseContext clause) {
        return clause == null ? Integer.MAX_VALUE : number(soql, clause, clause.IntegerLiteral());
    }

    private static int number(SoqlText soql, ParserRuleContext clause, @Nullable TerminalNode digits) {
        if (digits == null) {
            throw soql.refusal(ExceptionCode.MALFORMED_QUERY, clause, "unexpected token: ':'");
        }
        try {
            return Integer.parseInt(digits.getText());
        } catch (NumberFormatException e) {
            throw soql.refusal(ExceptionCode.MALFORMED_QUERY, clause, digits.getText() + " is too large");
        }
    }
}
