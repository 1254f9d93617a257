package io.plumbline.mirror;

import io.plumbline.crm.RecordId;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Puts rows into the mirror that are not there yet, many at a time, as each of the two databases takes them fastest. The
 * transaction is the caller's (trap K2).
 */
interface NewRows {

    /** Fewer are merged one by one as well. */
    int WORTH_IT = 50;

    /**
     * Stores what is new.
     *
     * @param page rows of one source
     * @return those about which nothing was done, in their order: what is there already, or is on the page a second time,
     *     and maybe others
     */
    List<MirrorRow> putUnlessThere(RecordId org, List<MirrorRow> page);

    /** So many are best for one transaction. */
    int atOnce();

    static NewRows in(JdbcTemplate jdbc, Rows rows) {
        return DatabaseKind.isH2(jdbc) ? new InsertedRows(jdbc, rows) : new CopiedRows(jdbc, rows);
    }
}
