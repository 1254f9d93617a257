package io.plumbline.journal;

import io.plumbline.crm.RecordId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Verdicts remembered: the latest of each account in full, the history of its scores, and what Salesforce was given.
 *
 * <p>The history has a row for each day on which the verdict changed, and one a month at least, so that a window of
 * two months (model section 5, trend) always holds the verdict that was in force in it.
 */
public final class Verdicts {

    private static final int DAYS_WITHOUT_CHANGE = 28;

    /** So many are looked up each; of more, all accounts are read at once. */
    private static final int FEW = 500;

    private static final String KEYS = "org_id = :org and account_id = :account";

    private final NamedParameterJdbcTemplate jdbc;
    private final TransactionOperations transaction;
    private final AccountsAsked asked;

    public Verdicts(NamedParameterJdbcTemplate jdbc, TransactionOperations transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.asked = new AccountsAsked(JdbcClient.create(jdbc));
    }

    /** How a page may order accounts. Unknown values come last. */
    public enum Order {
        ATTENTION("attention desc nulls last, account_name"),
        NAME("account_name"),
        HEALTH("written_health nulls last, account_name"),
        BAND("case band when 'RED' then 1 when 'AMBER' then 2 when 'GREEN' then 3 else 4 end, account_name"),
        PLAN_CURRENCY("case plan_currency when 'MISSING' then 1 when 'EXPIRED' then 2 when 'STALE' then 3"
                + " when 'DUE_SOON' then 4 else 5 end, account_name"),
        THOROUGHNESS("thoroughness nulls last, account_name");

        private final String sql;

        Order(String sql) {
            this.sql = sql;
        }
    }

    /** Remembers what a run judged, all or nothing; of one day the last verdict counts. */
    public void record(RecordId org, RunId run, Collection<JudgedAccount.InFull> judged) {
        transaction.executeWithoutResult(status -> judged.stream()
                .map(full -> full.account().verdict().asOf())
                .distinct()
                .forEach(day -> recordDay(
                        org,
                        run,
                        judged.stream()
                                .filter(full -> full.account().verdict().asOf().equals(day))
                                .toList(),
                        day)));
    }

    /** The latest verdict about every account of an org. */
    public List<JudgedAccount> latest(RecordId org, Order order) {
        return jdbc.query(
                "select * from journal_latest where org_id = :org order by " + order.sql + ", account_id",
                Map.of("org", org.value()),
                (row, number) -> judged(row));
    }

    /** The latest verdict about each account of a name, in whatever letter case. */
    public List<JudgedAccount> named(RecordId org, String name) {
        return jdbc.query(
                "select * from journal_latest where name_key = :name and org_id = :org order by account_id",
                Map.of("org", org.value(), "name", key(name)),
                (row, number) -> judged(row));
    }

    /** The latest verdict about some accounts with this in their names, in the order of the names. */
    public List<JudgedAccount> namedLike(RecordId org, String part, int most) {
        return jdbc.query(
                "select * from journal_latest where org_id = :org and position(:part in name_key) > 0"
                        + " order by account_name, account_id limit :most",
                Map.of("org", org.value(), "part", key(part), "most", most),
                (row, number) -> judged(row));
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** The latest verdict about one account, in full. */
    public Optional<JudgedAccount.InFull> latest(RecordId org, RecordId account) {
        return jdbc
                .query(
                        "select * from journal_latest where " + KEYS,
                        Map.of("org", org.value(), "account", account.value()),
                        (row, number) -> new JudgedAccount.InFull(judged(row), row.getString("assessment")))
                .stream()
                .findFirst();
    }

    /** The verdicts about one account from a day on, the oldest first. */
    public List<Verdict> history(RecordId org, RecordId account, LocalDate from) {
        return jdbc.query(
                "select * from journal_verdict where " + KEYS + " and as_of >= :from order by as_of",
                Map.of("org", org.value(), "account", account.value(), "from", from),
                (row, number) -> VerdictRow.read(row));
    }

    /** The verdicts about some accounts from a day on, the oldest of each account first. */
    public List<Verdict> history(RecordId org, Collection<RecordId> accounts, LocalDate from) {
        return asked.query(
                accounts,
                "select v.*",
                "join journal_verdict v on v.account_id = asked_id and v.org_id = ? where v.as_of >= ? order by v.as_of",
                (row, number) -> VerdictRow.read(row),
                org.value(),
                from);
    }

    /**
     * Remembers what Salesforce now holds: call it for accounts whose change set was empty or whose field writes were
     * all saved, and for no others.
     */
    public void written(RecordId org, Collection<WrittenVerdict> verdicts) {
        MapSqlParameterSource[] rows = verdicts.stream()
                .map(verdict -> new MapSqlParameterSource()
                        .addValue("org", org.value())
                        .addValue("account", verdict.account().value())
                        .addValue("asOf", verdict.asOf())
                        .addValue("band", verdict.band())
                        .addValue("verdict", verdict.verdictMark())
                        .addValue("texts", verdict.textsMark()))
                .toArray(MapSqlParameterSource[]::new);
        replace("journal_written", KEYS, """
                insert into journal_written (org_id, account_id, as_of, band, verdict_mark, texts_mark)
                values (:org, :account, :asOf, :band, :verdict, :texts)
                """, rows);
    }

    /** What Salesforce was last given, by account; an account that was never written is absent. */
    public Map<RecordId, WrittenVerdict> lastWritten(RecordId org) {
        Map<RecordId, WrittenVerdict> byAccount = new HashMap<>();
        jdbc.query("select * from journal_written where org_id = :org", Map.of("org", org.value()), row -> {
            WrittenVerdict written = written(row);
            byAccount.put(written.account(), written);
        });
        return byAccount;
    }

    /** What Salesforce was last given of one account; empty when it was never written. */
    public Optional<WrittenVerdict> lastWritten(RecordId org, RecordId account) {
        return jdbc
                .query(
                        "select * from journal_written where " + KEYS,
                        Map.of("org", org.value(), "account", account.value()),
                        (row, number) -> written(row))
                .stream()
                .findFirst();
    }

    /** What Salesforce was last given of some accounts; of one that was never written there is none. */
    public List<WrittenVerdict> lastWritten(RecordId org, Collection<RecordId> accounts) {
        return asked.query(
                accounts,
                "select w.*",
                "join journal_written w on w.account_id = asked_id and w.org_id = ?",
                (row, number) -> written(row),
                org.value());
    }

    /** Whether anything was ever written to an org. */
    public boolean isAnyWritten(RecordId org) {
        return !jdbc.queryForList(
                        "select account_id from journal_written where org_id = :org limit 1",
                        Map.of("org", org.value()),
                        String.class)
                .isEmpty();
    }

    private static WrittenVerdict written(ResultSet row) throws SQLException {
        return new WrittenVerdict(
                RecordId.of(row.getString("account_id")),
                row.getObject("as_of", LocalDate.class),
                row.getString("band"),
                row.getString("verdict_mark"),
                row.getString("texts_mark"));
    }

    private void recordDay(RecordId org, RunId run, List<JudgedAccount.InFull> judged, LocalDate day) {
        Map<RecordId, Verdict> before = judged.size() > FEW ? inForceBefore(org, day) : inForceBefore(org, day, judged);
        MapSqlParameterSource[] all = judged.stream()
                .map(full -> VerdictRow.parameters(org, run, full.account().verdict())
                        .addValue("name", full.account().name())
                        .addValue("nameKey", key(full.account().name()))
                        .addValue("reasons", full.account().reasons())
                        .addValue("nextStep", full.account().nextStep())
                        .addValue("assessment", full.assessment()))
                .toArray(MapSqlParameterSource[]::new);
        replace(
                "journal_latest",
                KEYS,
                "insert into journal_latest (" + VerdictRow.COLUMNS
                        + ", account_name, name_key, reasons, next_step, assessment) values (" + VerdictRow.PLACES
                        + ", :name, :nameKey, :reasons, :nextStep, :assessment)",
                all);
        jdbc.batchUpdate("delete from journal_verdict where " + KEYS + " and as_of = :asOf", all);
        MapSqlParameterSource[] news = judged.stream()
                .map(full -> full.account().verdict())
                .filter(verdict -> isNews(verdict, before.get(verdict.account())))
                .map(verdict -> VerdictRow.parameters(org, run, verdict))
                .toArray(MapSqlParameterSource[]::new);
        jdbc.batchUpdate(
                "insert into journal_verdict (" + VerdictRow.COLUMNS + ") values (" + VerdictRow.PLACES + ")", news);
    }

    private static boolean isNews(Verdict verdict, @Nullable Verdict before) {
        return before == null
                || !VerdictRow.sameWords(verdict, before)
                || !before.asOf().plusDays(DAYS_WITHOUT_CHANGE).isAfter(verdict.asOf());
    }

    private Map<RecordId, Verdict> inForceBefore(RecordId org, LocalDate day) {
        Map<RecordId, Verdict> byAccount = new HashMap<>();
        jdbc.query("""
                select v.* from journal_verdict v where v.org_id = :org and v.as_of = (
                    select max(w.as_of) from journal_verdict w
                    where w.org_id = v.org_id and w.account_id = v.account_id and w.as_of < :day)
                """, Map.of("org", org.value(), "day", day), row -> {
            Verdict verdict = VerdictRow.read(row);
            byAccount.put(verdict.account(), verdict);
        });
        return byAccount;
    }

    private Map<RecordId, Verdict> inForceBefore(RecordId org, LocalDate day, List<JudgedAccount.InFull> judged) {
        return asked
                .query(
                        judged.stream()
                                .map(full -> full.account().verdict().account())
                                .toList(),
                        "select v.*",
                        "join journal_verdict v on v.account_id = asked_id and v.org_id = ? where v.as_of = ("
                                + "select max(w.as_of) from journal_verdict w"
                                + " where w.org_id = v.org_id and w.account_id = v.account_id and w.as_of < ?)",
                        (row, number) -> VerdictRow.read(row),
                        org.value(),
                        day)
                .stream()
                .collect(Collectors.toMap(Verdict::account, Function.identity()));
    }

    /** Delete and insert, because H2 and PostgreSQL share no form of "insert or update" that takes typed parameters. */
    private void replace(String table, String where, String insert, MapSqlParameterSource[] rows) {
        transaction.executeWithoutResult(status -> {
            jdbc.batchUpdate("delete from " + table + " where " + where, rows);
            jdbc.batchUpdate(insert, rows);
        });
    }

    private static JudgedAccount judged(ResultSet row) throws SQLException {
        return new JudgedAccount(
                row.getString("account_name"),
                VerdictRow.read(row),
                row.getString("reasons"),
                row.getString("next_step"));
    }
}
