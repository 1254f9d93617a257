package io.plumbline.mirror.derived;

import io.plumbline.crm.RecordId;
import io.plumbline.mirror.derived.SectionPrint.Alike;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** The sections of all active plans of an org as {@link SectionPrint}s. */
public final class SectionPrints {

    private final RecordId org;
    private final JdbcTemplate jdbc;

    SectionPrints(RecordId org, JdbcTemplate jdbc) {
        this.org = org;
        this.jdbc = jdbc;
    }

    public void remove(Collection<SectionPrint> prints) {
        jdbc.batchUpdate(
                "delete from derived_section where account_id = ? and plan_id = ? and section = ? and org_id = ?",
                prints.stream()
                        .map(print ->
                                new Object[] {print.account().value(), print.plan(), print.section(), org.value()})
                        .toList());
    }

    public void add(Collection<SectionPrint> prints) {
        jdbc.batchUpdate(
                "insert into derived_section (account_id, org_id, plan_id, section, identity, bands, name, family,"
                        + " similarity, like_name) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                prints.stream()
                        .map(print -> new @Nullable Object[] {
                            print.account().value(),
                            org.value(),
                            print.plan(),
                            print.section(),
                            print.identity(),
                            print.bands(),
                            print.name(),
                            print.family(),
                            print.alike().map(Alike::similarity).orElse(null),
                            print.alike().map(Alike::name).orElse(null)
                        })
                        .toList());
    }

    public List<SectionPrint> all() {
        return jdbc.query("select * from derived_section where org_id = ?", (row, number) -> read(row), org.value());
    }

    /** Those that are like another. */
    public List<SectionPrint> alike() {
        return jdbc.query(
                "select * from derived_section where org_id = ? and similarity is not null",
                (row, number) -> read(row),
                org.value());
    }

    public List<SectionPrint> ofAccount(RecordId account) {
        return jdbc.query(
                "select * from derived_section where account_id = ? and org_id = ?",
                (row, number) -> read(row),
                account.value(),
                org.value());
    }

    /** What all plans say under these sections. */
    public List<SectionPrint> ofSections(Collection<String> sections) {
        List<SectionPrint> found = new ArrayList<>();
        for (String section : sections) {
            found.addAll(jdbc.query(
                    "select * from derived_section where section = ? and org_id = ?",
                    (row, number) -> read(row),
                    section,
                    org.value()));
        }
        return found;
    }

    /** The accounts that have prints, with the family that each was of when they were made. */
    public Map<RecordId, String> families() {
        Map<RecordId, String> families = new HashMap<>();
        jdbc.query(
                "select distinct account_id, family from derived_section where org_id = ?",
                row -> {
                    families.put(RecordId.of(row.getString("account_id")), row.getString("family"));
                },
                org.value());
        return families;
    }

    private static SectionPrint read(ResultSet row) throws SQLException {
        Double similarity = row.getObject("similarity", Double.class);
        String likeName = row.getString("like_name");
        return new SectionPrint(
                RecordId.of(row.getString("account_id")),
                row.getString("plan_id"),
                row.getString("section"),
                row.getLong("identity"),
                row.getString("bands"),
                row.getString("name"),
                row.getString("family"),
                similarity == null ? Optional.empty() : Optional.of(new Alike(similarity, likeName)));
    }
}
