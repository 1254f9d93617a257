package io.plumbline.flow.retention;

import io.plumbline.crm.RecordId;
import java.sql.DatabaseMetaData;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * All texts of all tables, as the database itself lists them: a table that a later version brings is among them without
 * anybody's thinking of it.
 */
final class EveryText {

    /**
     * Flyway's own; the users of the console, who are no records of Salesforce, and to whom {@code plumbline user} sees; and
     * the list of words that are to be taken out.
     */
    private static final Set<String> LEFT_ALONE = Set.of("flyway_schema_history", "console_user", "mirror_old_name");

    private static final String COLUMNS = """
            select lower(c.table_name) as table_name, lower(c.column_name) as column_name
            from information_schema.columns c join information_schema.tables t
                on t.table_schema = c.table_schema and t.table_name = c.table_name
            where c.table_schema = current_schema and t.table_type = 'BASE TABLE'
                and lower(c.data_type) in ('character varying', 'character large object', 'text')
            order by c.table_name, c.ordinal_position
            """;

    private final JdbcTemplate jdbc;

    EveryText(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Takes words out of all texts of an org, but out of the records of other people that the org still shows: who has the
     * same name keeps it.
     *
     * @param really false only counts
     * @return in how many texts of each table they were
     */
    Map<String, Integer> takeOut(Wording words, RecordId org, boolean really) {
        if (words.isEmpty()) {
            return Map.of();
        }
        String row = rowAddress();
        Map<String, Integer> found = new TreeMap<>();
        for (Column column : columns()) {
            List<Found> texts = find(column, words, org, row);
            if (really) {
                texts.forEach(text -> jdbc.update(
                        "update " + column.table() + " set " + column.name() + " = ? where " + row + " = " + place(row),
                        words.takenOutOf(text.text()),
                        text.row()));
            }
            if (!texts.isEmpty()) {
                found.merge(column.table(), texts.size(), Integer::sum);
            }
        }
        return found;
    }

    /** Tables that say of which account each of their rows tells. */
    List<String> tablesOfAccounts() {
        return columns().stream()
                .filter(column -> column.name().equals("account_id"))
                .map(Column::table)
                .filter(table -> hasOrg(table))
                .toList();
    }

    private List<Found> find(Column column, Wording words, RecordId org, String row) {
        List<Object> parameters = new ArrayList<>(words.likes());
        String where = String.join(
                " or ", Collections.nCopies(parameters.size(), "lower(" + column.name() + ") like ? escape '!'"));
        String ofOrg = hasOrg(column.table()) ? " and org_id = ?" : "";
        if (!ofOrg.isEmpty()) {
            parameters.add(org.value());
        }
        String others = column.table().equals("mirror_row")
                ? " and (object not in ('Contact', 'User', 'Lead') or deleted or absent)"
                : "";
        return jdbc
                .query(
                        "select " + row + " as place, " + column.name() + " as words from " + column.table()
                                + " where (" + where + ")" + ofOrg + others,
                        (found, number) -> new Found(found.getString("place"), found.getString("words")),
                        parameters.toArray())
                .stream()
                .filter(text -> words.isIn(text.text()))
                .toList();
    }

    private record Column(String table, String name) {}

    private record Found(String row, String text) {}

    private List<Column> columns() {
        return jdbc
                .query(COLUMNS, (row, number) -> new Column(row.getString("table_name"), row.getString("column_name")))
                .stream()
                .filter(column -> !LEFT_ALONE.contains(column.table()))
                .toList();
    }

    private boolean hasOrg(String table) {
        return columns().contains(new Column(table, "org_id"));
    }

    /** What the database calls the place of a row, by which it is found again without a key. */
    private String rowAddress() {
        String product = jdbc.execute((ConnectionCallback<String>) connection -> {
            DatabaseMetaData about = connection.getMetaData();
            return about.getDatabaseProductName().toLowerCase(Locale.ROOT);
        });
        return "h2".equals(product) ? "_rowid_" : "ctid";
    }

    private static String place(String row) {
        return row.equals("ctid") ? "cast(? as tid)" : "cast(? as bigint)";
    }
}
