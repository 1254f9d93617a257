package io.plumbline.journal;

import io.plumbline.crm.RecordId;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Forgets what is older than the journal has to keep. What a run needs stays however old it is: the latest verdict of each
 * account, the last change saved under each key, and the runs that these name.
 */
public final class Retention {

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final Duration keep;

    public Retention(JdbcClient jdbc, TransactionOperations transaction, Duration keep) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.keep = keep;
    }

    /** @return how many effects, verdicts and runs were forgotten */
    public int forget(RecordId org, Instant now) {
        OffsetDateTime from = OffsetDateTime.ofInstant(now.minus(keep), ZoneOffset.UTC);
        Integer forgotten = transaction.execute(status -> {
            int effects =
                    jdbc.sql("""
                    delete from journal_effect where org_id = :org and settled_at < :from and id not in (
                        select max(id) from journal_effect where org_id = :org and outcome = 'OK'
                        group by account_id, change_key)
                    """).param("org", org.value()).param("from", from).update();
            int verdicts = jdbc.sql("delete from journal_verdict where org_id = :org and as_of < :day")
                    .param("org", org.value())
                    .param("day", from.toLocalDate())
                    .update();
            jdbc.sql("delete from journal_stop where org_id = :org and stopped_at < :from")
                    .param("org", org.value())
                    .param("from", from)
                    .update();
            jdbc.sql("delete from journal_answer where org_id = :org and until_day < :day")
                    .param("org", org.value())
                    .param("day", from.toLocalDate())
                    .update();
            return effects + verdicts + runs(org, from);
        });
        return forgotten == null ? 0 : forgotten;
    }

    private int runs(RecordId org, OffsetDateTime from) {
        return jdbc.sql("""
                delete from journal_run where org_id = :org and started_at < :from
                    and not exists (select 1 from journal_effect e where e.run_id = journal_run.id)
                    and not exists (select 1 from journal_verdict v where v.run_id = journal_run.id)
                    and not exists (select 1 from journal_latest l where l.run_id = journal_run.id)
                    and not exists (select 1 from journal_stop s where s.run_id = journal_run.id)
                """).param("org", org.value()).param("from", from).update();
    }
}
