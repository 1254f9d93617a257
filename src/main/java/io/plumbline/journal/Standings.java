package io.plumbline.journal;

import io.plumbline.crm.RecordId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

/** The {@link Standing} of every account of every org, so that a run which judges few accounts knows of the others. */
public final class Standings {

    private static final String OF_ACCOUNT = " where account_id = :account and org_id = :org";
    private static final List<String> TABLES =
            List.of("journal_standing", "journal_standing_task", "journal_wanted_task");

    private final NamedParameterJdbcTemplate jdbc;
    private final TransactionOperations transaction;
    private final StandingTasks tasks;

    public Standings(NamedParameterJdbcTemplate jdbc, TransactionOperations transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.tasks = new StandingTasks(jdbc);
    }

    /** What all accounts want and have of tasks. */
    public StandingTasks tasks() {
        return tasks;
    }

    /** Forgets all accounts of an org but these. */
    public void keepOnly(RecordId org, Set<RecordId> accounts) {
        List<RecordId> others = jdbc
                .queryForList("select account_id from journal_standing where org_id = :org", org(org), String.class)
                .stream()
                .map(RecordId::of)
                .filter(account -> !accounts.contains(account))
                .toList();
        replace(org, List.of(), others);
    }

    /**
     * Remembers these accounts as they are now, and forgets some.
     *
     * @param gone accounts that are no longer to be judged
     */
    public void replace(RecordId org, Collection<Standing> standings, Collection<RecordId> gone) {
        transaction.executeWithoutResult(status -> {
            Set<RecordId> before = new HashSet<>(gone);
            standings.forEach(standing -> before.add(standing.account()));
            MapSqlParameterSource[] accounts = before.stream()
                    .map(account -> new MapSqlParameterSource(org(org)).addValue("account", account.value()))
                    .toArray(MapSqlParameterSource[]::new);
            TABLES.forEach(table -> jdbc.batchUpdate("delete from " + table + OF_ACCOUNT, accounts));
            add(org, standings);
        });
    }

    private void add(RecordId org, Collection<Standing> standings) {
        jdbc.batchUpdate(
                """
                insert into journal_standing (account_id, org_id, account_name, owner_name, band, plan_currency, health,
                    attention, why, next_step, judged_before, people)
                values (:account, :org, :name, :ownerName, :band, :planCurrency, :health, :attention, :why, :next,
                    :judgedBefore, :people)
                """, standings.stream().map(standing -> row(org, standing)).toArray(MapSqlParameterSource[]::new));
        tasks.add(org, standings);
    }

    private static MapSqlParameterSource row(RecordId org, Standing standing) {
        return new MapSqlParameterSource(org(org))
                .addValue("account", standing.account().value())
                .addValue("name", standing.name())
                .addValue("ownerName", standing.ownerName())
                .addValue("band", standing.band())
                .addValue("planCurrency", standing.planCurrency())
                .addValue("health", standing.health())
                .addValue("attention", standing.attention())
                .addValue("why", standing.why())
                .addValue("next", standing.next())
                .addValue("judgedBefore", standing.judgedBefore())
                .addValue("people", standing.people().stream().sorted().collect(Collectors.joining(" ", " ", " ")));
    }

    /** All accounts of an org in numbers: those that are alike together. */
    public List<Standing.Alike> alike(RecordId org) {
        return jdbc.query(
                "select band, plan_currency, judged_before, count(*) as accounts from journal_standing"
                        + " where org_id = :org group by band, plan_currency, judged_before",
                org(org),
                (row, number) -> new Standing.Alike(
                        row.getString("band"),
                        row.getString("plan_currency"),
                        row.getBoolean("judged_before"),
                        row.getInt("accounts")));
    }

    /**
     * The accounts that need attention most and for a reason, the first first, without their people and tasks.
     *
     * @param butOf a band whose accounts are passed over
     */
    public List<Standing> foremost(RecordId org, String butOf, int most) {
        return jdbc.query(
                // The order begins with the org, as the index by attention does: H2 sorts all rows else.
                "select * from journal_standing where org_id = :org and attention is not null and why <> ''"
                        + " and band <> :butOf order by org_id, attention desc, account_id limit :most",
                new MapSqlParameterSource(org(org)).addValue("butOf", butOf).addValue("most", most),
                (row, number) -> read(row));
    }

    /** The accounts whose verdict rests on one of these users. */
    public Set<RecordId> restingOn(RecordId org, Collection<String> users) {
        Set<RecordId> accounts = new HashSet<>();
        for (String user : users) {
            accounts.addAll(jdbc.query(
                    "select account_id from journal_standing where org_id = :org and people like :user",
                    new MapSqlParameterSource(org(org)).addValue("user", "% " + user + " %"),
                    (row, number) -> RecordId.of(row.getString("account_id"))));
        }
        return accounts;
    }

    private static Standing read(ResultSet row) throws SQLException {
        return new Standing(
                RecordId.of(row.getString("account_id")),
                row.getString("account_name"),
                row.getString("owner_name"),
                row.getString("band"),
                row.getString("plan_currency"),
                row.getObject("health", Integer.class),
                row.getObject("attention", Double.class),
                row.getString("why"),
                row.getString("next_step"),
                row.getBoolean("judged_before"),
                Set.of(),
                List.of(),
                List.of());
    }

    static Map<String, Object> org(RecordId org) {
        return Map.of("org", org.value());
    }
}
