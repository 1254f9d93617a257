package io.plumbline.writeback.quarantine;

import io.plumbline.crm.RecordId;
import io.plumbline.writeback.quarantine.Quarantined.Prints;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The poison records of all orgs, as remembered. Writes join the transaction of the caller. */
public final class Quarantine {

    private final JdbcClient jdbc;

    public Quarantine(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The poison records of an org, by the key of the change. */
    public Map<String, Quarantined> of(RecordId org) {
        return jdbc
                .sql("select * from quarantine where org_id = :org order by change_key")
                .param("org", org.value())
                .query(Quarantine::read)
                .list()
                .stream()
                .collect(Collectors.toMap(Quarantined::changeKey, Function.identity()));
    }

    /** How many there are of an org. */
    public int count(RecordId org) {
        return jdbc.sql("select count(*) from quarantine where org_id = :org")
                .param("org", org.value())
                .query(Integer.class)
                .single();
    }

    /** Puts a change in, or notes that it was refused once more. */
    public void refused(
            RecordId org, RecordId account, String changeKey, Prints prints, String code, String message, Instant at) {
        Quarantined now = find(org, changeKey)
                .map(before -> before.refusedAgain(prints, code, message, at))
                .orElseGet(() -> Quarantined.first(account, changeKey, prints, code, message, at));
        release(org, List.of(changeKey));
        jdbc.sql("""
                insert into quarantine (org_id, change_key, account_id, payload, schema_print, code, message, since,
                    last_attempt_at, attempts, day_began_at, attempts_of_day)
                values (:org, :key, :account, :payload, :schema, :code, :message, :since, :last, :attempts, :began,
                    :ofDay)
                """)
                .param("org", org.value())
                .param("key", now.changeKey())
                .param("account", now.account().value())
                .param("payload", now.prints().payload())
                .param("schema", now.prints().schema())
                .param("code", now.code())
                .param("message", now.message().replace('\0', ' '))
                .param("since", utc(now.since()))
                .param("last", utc(now.lastAttemptAt()))
                .param("attempts", now.attempts())
                .param("began", utc(now.dayBeganAt()))
                .param("ofDay", now.attemptsOfDay())
                .update();
    }

    /** Lets changes go: they were taken, or are wanted no more. */
    public void release(RecordId org, Collection<String> changeKeys) {
        for (String key : changeKeys) {
            jdbc.sql("delete from quarantine where org_id = :org and change_key = :key")
                    .param("org", org.value())
                    .param("key", key)
                    .update();
        }
    }

    private Optional<Quarantined> find(RecordId org, String changeKey) {
        return jdbc.sql("select * from quarantine where org_id = :org and change_key = :key")
                .param("org", org.value())
                .param("key", changeKey)
                .query(Quarantine::read)
                .optional();
    }

    private static Quarantined read(ResultSet row, int number) throws SQLException {
        return new Quarantined(
                RecordId.of(row.getString("account_id")),
                row.getString("change_key"),
                new Prints(row.getString("payload"), row.getString("schema_print")),
                row.getString("code"),
                row.getString("message"),
                instant(row, "since"),
                instant(row, "last_attempt_at"),
                row.getInt("attempts"),
                instant(row, "day_began_at"),
                row.getInt("attempts_of_day"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime utc(Instant moment) {
        return OffsetDateTime.ofInstant(moment, ZoneOffset.UTC);
    }
}
