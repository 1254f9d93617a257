package io.plumbline.journal;

import io.plumbline.crm.RecordId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Asks for the rows of some hundred accounts with one query. The accounts are joined as a table, since H2 finds a list behind
 * {@code in} by no index that begins with another column, and most of ours begin with the org.
 */
record AccountsAsked(JdbcClient jdbc) {

    /**
     * @param before what stands before the table of accounts, whose one column is {@code asked_id}
     * @param after what stands behind it
     * @param parameters those of what stands behind
     * @return the rows of portion after portion
     */
    <T> List<T> query(
            Collection<RecordId> accounts, String before, String after, RowMapper<T> mapper, Object... parameters) {
        List<T> found = new ArrayList<>();
        for (List<String> portion : Portions.of(accounts)) {
            found.addAll(jdbc.sql(before + " from (values "
                            + String.join(", ", Collections.nCopies(portion.size(), "(cast(? as varchar(18)))"))
                            + ") as asked(asked_id) " + after)
                    .params(portion)
                    .params(parameters)
                    .query(mapper)
                    .list());
        }
        return found;
    }
}
