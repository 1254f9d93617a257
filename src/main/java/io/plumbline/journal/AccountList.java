package io.plumbline.journal;

import io.plumbline.crm.RecordId;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** The accounts of an org as a list that can be narrowed, sorted and turned page by page, without their texts. */
public final class AccountList {

    private static final String FROM = " from journal_latest l left join journal_standing s"
            + " on s.account_id = l.account_id and s.org_id = l.org_id where l.org_id = :org";

    private final NamedParameterJdbcTemplate jdbc;

    public AccountList(NamedParameterJdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Which accounts; a blank text narrows nothing.
     *
     * @param band the model's name of it
     * @param planCurrency the model's name of it
     * @param owner the owner's name, whole
     * @param search a part of the account's name in any letter case, or its Id
     */
    public record Filter(String band, String planCurrency, String owner, String search) {

        public static final Filter NONE = new Filter("", "", "", "");
    }

    /** In which order; unknown values come last. */
    public enum Order {
        ATTENTION("l.attention desc nulls last"),
        HEALTH("l.written_health nulls last"),
        THOROUGHNESS("l.thoroughness nulls last"),
        NAME("l.name_key"),
        /** For those who see no names: sorted by name, a list gives them away. */
        ID("l.account_id"),
        BAND("case l.band when 'RED' then 1 when 'AMBER' then 2 when 'GREEN' then 3 else 4 end"),
        PLAN("case l.plan_currency when 'MISSING' then 1 when 'EXPIRED' then 2 when 'STALE' then 3"
                + " when 'DUE_SOON' then 4 else 5 end");

        private final String sql;

        Order(String sql) {
            this.sql = sql;
        }
    }

    /** One account; the words are the model's. @param owner empty text when unknown */
    public record Listed(
            RecordId account,
            String name,
            String owner,
            String band,
            @Nullable Integer health,
            String trend,
            String planCurrency,
            @Nullable Integer thoroughness,
            @Nullable Integer confidence,
            @Nullable BigDecimal attention) {}

    public List<Listed> page(RecordId org, Filter filter, Order order, int from, int most) {
        Map<String, Object> values = values(org, filter);
        values.put("from", from);
        values.put("most", most);
        return jdbc.query(
                "select l.account_id, l.account_name, coalesce(s.owner_name, '') as owner_name, l.band,"
                        + " l.written_health, l.trend, l.plan_currency, l.thoroughness, l.confidence, l.attention"
                        + FROM + where(filter) + " order by " + order.sql
                        + ", l.account_id limit :most offset :from",
                values,
                (row, number) -> new Listed(
                        RecordId.of(row.getString("account_id")),
                        row.getString("account_name"),
                        row.getString("owner_name"),
                        row.getString("band"),
                        row.getObject("written_health", Integer.class),
                        row.getString("trend"),
                        row.getString("plan_currency"),
                        row.getObject("thoroughness", Integer.class),
                        row.getObject("confidence", Integer.class),
                        row.getBigDecimal("attention")));
    }

    public int count(RecordId org, Filter filter) {
        Integer count =
                jdbc.queryForObject("select count(*)" + FROM + where(filter), values(org, filter), Integer.class);
        return count == null ? 0 : count;
    }

    /** What an account was called when it was judged last; empty when it never was. */
    public Optional<String> name(RecordId org, RecordId account) {
        return jdbc
                .queryForList(
                        "select account_name from journal_latest where org_id = :org and account_id = :account",
                        Map.of("org", org.value(), "account", account.value()),
                        String.class)
                .stream()
                .findFirst();
    }

    /** How many accounts are in each band, by the model's name of it. */
    public Map<String, Integer> byBand(RecordId org) {
        return counts(org, "band");
    }

    /** How many plans are in each state, by the model's name of it. */
    public Map<String, Integer> byPlan(RecordId org) {
        return counts(org, "plan_currency");
    }

    private Map<String, Integer> counts(RecordId org, String column) {
        Map<String, Integer> counts = new HashMap<>();
        jdbc.query(
                "select " + column + " as word, count(*) as number from journal_latest where org_id = :org group by "
                        + column,
                Map.of("org", org.value()),
                row -> {
                    counts.put(row.getString("word"), row.getInt("number"));
                });
        return counts;
    }

    /** The names of all who own an account, in the order of the alphabet. */
    public List<String> owners(RecordId org) {
        return jdbc.queryForList(
                "select distinct s.owner_name" + FROM + " and s.owner_name <> '' order by s.owner_name",
                Map.of("org", org.value()),
                String.class);
    }

    private static String where(Filter filter) {
        return (filter.band().isBlank() ? "" : " and l.band = :band")
                + (filter.planCurrency().isBlank() ? "" : " and l.plan_currency = :plan")
                + (filter.owner().isBlank() ? "" : " and s.owner_name = :owner")
                + (filter.search().isBlank() ? "" : " and (position(:search in l.name_key) > 0 or l.account_id = :id)");
    }

    private static Map<String, Object> values(RecordId org, Filter filter) {
        Map<String, Object> values = new HashMap<>();
        values.put("org", org.value());
        values.put("band", filter.band());
        values.put("plan", filter.planCurrency());
        values.put("owner", filter.owner());
        values.put("search", filter.search().strip().toLowerCase(Locale.ROOT).replace('\0', ' '));
        String typed = filter.search().strip();
        values.put("id", RecordId.isId(typed) ? RecordId.of(typed).value() : "");
        return values;
    }
}
