package io.plumbline.journal;

import io.plumbline.crm.RecordId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Objects;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;

/** A verdict as a row of journal_verdict and journal_latest, which share these columns. */
final class VerdictRow {

    static final String COLUMNS = "org_id, account_id, as_of, run_id, health, written_health, retention, growth,"
            + " thoroughness, vetting, execution, role_coverage, confidence, band, plan_currency, trend, attention";
    static final String PLACES = ":org, :account, :asOf, :run, :health, :writtenHealth, :retention, :growth,"
            + " :thoroughness, :vetting, :execution, :roleCoverage, :confidence, :band, :planCurrency, :trend,"
            + " :attention";

    private VerdictRow() {}

    static MapSqlParameterSource parameters(RecordId org, RunId run, Verdict verdict) {
        return new MapSqlParameterSource()
                .addValue("org", org.value())
                .addValue("account", verdict.account().value())
                .addValue("asOf", verdict.asOf())
                .addValue("run", run.value())
                .addValue("health", verdict.health())
                .addValue("writtenHealth", verdict.writtenHealth())
                .addValue("retention", verdict.retention())
                .addValue("growth", verdict.growth())
                .addValue("thoroughness", verdict.thoroughness())
                .addValue("vetting", verdict.vetting())
                .addValue("execution", verdict.execution())
                .addValue("roleCoverage", verdict.roleCoverage())
                .addValue("confidence", verdict.confidence())
                .addValue("band", verdict.band())
                .addValue("planCurrency", verdict.planCurrency())
                .addValue("trend", verdict.trend())
                .addValue("attention", verdict.attention());
    }

    static Verdict read(ResultSet row) throws SQLException {
        return new Verdict(
                RecordId.of(row.getString("account_id")),
                row.getObject("as_of", LocalDate.class),
                row.getBigDecimal("health"),
                row.getObject("written_health", Integer.class),
                row.getObject("retention", Integer.class),
                row.getObject("growth", Integer.class),
                row.getObject("thoroughness", Integer.class),
                row.getObject("vetting", Integer.class),
                row.getObject("execution", Integer.class),
                row.getObject("role_coverage", Integer.class),
                row.getInt("confidence"),
                row.getString("band"),
                row.getString("plan_currency"),
                row.getString("trend"),
                row.getBigDecimal("attention"));
    }

    /** Whether both say the same; health and attention move a little every day and count as far as they are written. */
    static boolean sameWords(Verdict one, Verdict other) {
        return Objects.equals(one.writtenHealth(), other.writtenHealth())
                && Objects.equals(one.retention(), other.retention())
                && Objects.equals(one.growth(), other.growth())
                && Objects.equals(one.thoroughness(), other.thoroughness())
                && Objects.equals(one.vetting(), other.vetting())
                && Objects.equals(one.execution(), other.execution())
                && Objects.equals(one.roleCoverage(), other.roleCoverage())
                && one.confidence() == other.confidence()
                && one.band().equals(other.band())
                && one.planCurrency().equals(other.planCurrency())
                && one.trend().equals(other.trend());
    }
}
