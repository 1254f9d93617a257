package io.plumbline.journal;

import io.plumbline.crm.RecordId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How far the judging of each org has come. Writes join the transaction of the caller. */
public final class JudgedOrgs {

    private final JdbcClient jdbc;

    public JudgedOrgs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether all accounts were judged as of this day, and from the same basis. */
    public boolean isJudged(RecordId org, LocalDate asOf, String basis) {
        return jdbc.sql("select count(*) from journal_judged where org_id = :org and as_of = :asOf and basis = :basis")
                        .param("org", org.value())
                        .param("asOf", asOf)
                        .param("basis", basis)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** What all accounts were judged from holds no more. */
    public void notJudged(RecordId org) {
        jdbc.sql("delete from journal_judged where org_id = :org")
                .param("org", org.value())
                .update();
    }

    /** All accounts were judged. */
    public void judged(RecordId org, LocalDate asOf, String basis) {
        notJudged(org);
        jdbc.sql("insert into journal_judged (org_id, as_of, basis) values (:org, :asOf, :basis)")
                .param("org", org.value())
                .param("asOf", asOf)
                .param("basis", basis)
                .update();
    }

    /** The accounts that the next run looks at whether or not anything changed. */
    public Set<RecordId> due(RecordId org) {
        return new HashSet<>(jdbc.sql("select account_id from journal_due where org_id = :org")
                .param("org", org.value())
                .query((row, number) -> RecordId.of(row.getString("account_id")))
                .list());
    }

    /** Everything that was due was judged. */
    public void nothingDue(RecordId org) {
        jdbc.sql("delete from journal_due where org_id = :org")
                .param("org", org.value())
                .update();
    }

    /** These are due, besides those that are already. */
    public void due(RecordId org, Collection<RecordId> accounts) {
        Set<RecordId> already = due(org);
        accounts.stream()
                .filter(account -> !already.contains(account))
                .distinct()
                .forEach(account -> jdbc.sql("insert into journal_due (org_id, account_id) values (:org, :account)")
                        .param("org", org.value())
                        .param("account", account.value())
                        .update());
    }
}
