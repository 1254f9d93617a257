package io.plumbline.journal;

import io.plumbline.crm.RecordId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** What people said of findings. Of each finding the last word stands. */
public final class Answers {

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;

    public Answers(JdbcClient jdbc, TransactionOperations transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** Remembers an answer instead of any earlier one about the same finding. */
    public void give(RecordId org, Answer answer) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("""
                    delete from journal_answer
                    where org_id = :org and account_id = :account and finding = :finding
                    """)
                    .param("org", org.value())
                    .param("account", answer.account().value())
                    .param("finding", answer.finding())
                    .update();
            jdbc.sql("""
                    insert into journal_answer
                        (org_id, account_id, finding, reason, answered_by, answered_at, until_day)
                    values (:org, :account, :finding, :reason, :by, :at, :until)
                    """)
                    .param("org", org.value())
                    .param("account", answer.account().value())
                    .param("finding", answer.finding())
                    .param("reason", answer.reason())
                    .param("by", answer.by().value())
                    .param("at", OffsetDateTime.ofInstant(answer.at(), ZoneOffset.UTC))
                    .param("until", answer.until())
                    .update();
        });
    }

    /** The answers about one account that hold on a day, by finding. */
    public List<Answer> holding(RecordId org, RecordId account, LocalDate day) {
        return jdbc.sql("""
                select * from journal_answer
                where org_id = :org and account_id = :account and until_day >= :day order by finding
                """)
                .param("org", org.value())
                .param("account", account.value())
                .param("day", day)
                .query(Answers::read)
                .list();
    }

    /** The answers about some accounts that hold on a day, of each account by finding. */
    public List<Answer> holding(RecordId org, Collection<RecordId> accounts, LocalDate day) {
        return new AccountsAsked(jdbc)
                .query(
                        accounts,
                        "select a.*",
                        "join journal_answer a on a.account_id = asked_id and a.org_id = ?"
                                + " where a.until_day >= ? order by a.finding",
                        Answers::read,
                        org.value(),
                        day);
    }

    /** All answers of an org that hold on a day, the newest first. */
    public List<Answer> holding(RecordId org, LocalDate day) {
        return jdbc.sql("""
                select * from journal_answer where org_id = :org and until_day >= :day
                order by answered_at desc, account_id, finding
                """)
                .param("org", org.value())
                .param("day", day)
                .query(Answers::read)
                .list();
    }

    /** Accounts with an answer that holds on a day and that the run which judged them last may not have known. */
    public Set<RecordId> notYetHeard(RecordId org, LocalDate day) {
        return new HashSet<>(jdbc.sql("""
                select distinct a.account_id from journal_answer a
                    join journal_latest l on l.org_id = a.org_id and l.account_id = a.account_id
                    join journal_run r on r.id = l.run_id
                where a.org_id = :org and a.until_day >= :day and a.answered_at >= r.started_at
                """)
                .param("org", org.value())
                .param("day", day)
                .query((row, number) -> RecordId.of(row.getString("account_id")))
                .list());
    }

    private static Answer read(ResultSet row, int number) throws SQLException {
        return new Answer(
                RecordId.of(row.getString("account_id")),
                row.getString("finding"),
                row.getString("reason"),
                RecordId.of(row.getString("answered_by")),
                Runs.instant(row, "answered_at"),
                row.getObject("until_day", LocalDate.class));
    }
}
