package io.plumbline.sandbox.soql;

import java.util.List;

/**
 * Everything a query found, at one moment; a snapshot that the protocols cut into pages.
 *
 * @param object the object of the FROM clause
 * @param size as the API reports it: the number of rows, or for {@code SELECT COUNT()} the count
 * @param countOnly whether it was {@code SELECT COUNT()}, which has a size and no rows
 * @param aggregate whether the rows are of type AggregateResult
 */
public record QueryResult(
        String object,
        int size,
        boolean countOnly,
        boolean aggregate,
        List<ResultColumn> columns,
        List<ResultRow> rows) {

    public QueryResult {
        columns = List.copyOf(columns);
        rows = rows instanceof LazyRows ? rows : List.copyOf(rows);
    }
}
