package io.plumbline.mirror;

import io.plumbline.crm.RecordId;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Rows of one source that are gathered, and put into the mirror where they are not there yet, many at a time, as each of the two
 * databases takes them fastest. The transaction is the caller's (trap K2). Not for several threads at once.
 */
interface NewRows {

    /** Fewer are merged one by one as well. */
    int WORTH_IT = 50;

    void add(MirrorRow row);

    /** Whether they are as many as are best for one transaction. */
    boolean areEnough();

    /**
     * Stores what is new, and is empty then.
     *
     * @return the rows about which nothing was done, in their order: what is there already, or came a second time, and
     *     maybe others
     */
    List<MirrorRow> putUnlessThere();

    static NewRows in(JdbcTemplate jdbc, RecordId org, RowSource source) {
        return DatabaseKind.isH2(jdbc) ? new InsertedRows(jdbc, org, source) : new CopiedRows(jdbc, org, source);
    }
}
