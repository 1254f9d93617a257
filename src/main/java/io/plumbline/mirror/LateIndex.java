package io.plumbline.mirror;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The index by account, made after an empty mirror was filled and not while it is. The rows of a first reading come in the
 * order of their own Ids, not of their accounts': H2 would write most of that index anew with every flush, which costs two
 * thirds of all the storing. It is missed by nobody meanwhile, since no account is judged before everything was read; when
 * the process dies, the next reading makes it. PostgreSQL writes in place and keeps it. The index by parent stays: most
 * rows have none, and those come in order.
 */
final class LateIndex {

    private static final String MAKE = "create index if not exists mirror_row_by_account on mirror_row"
            + " (account_id, org_id, source, parent_id)";
    private static final String LEAVE_OUT = "drop index if exists mirror_row_by_account";

    private final JdbcTemplate jdbc;

    LateIndex(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** To be called when much may come; does nothing where there is anything to be found already. */
    void leaveOut() {
        boolean empty = jdbc.query("select record_id from mirror_row limit 1", (row, number) -> row.getString(1))
                .isEmpty();
        if (empty && DatabaseKind.isH2(jdbc)) {
            jdbc.execute(LEAVE_OUT);
        }
    }

    /** To be called when that is over, however it ended. */
    void make() {
        if (DatabaseKind.isH2(jdbc)) {
            jdbc.execute(MAKE);
        }
    }
}
