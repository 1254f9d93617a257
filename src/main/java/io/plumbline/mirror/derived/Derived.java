package io.plumbline.mirror.derived;

import io.plumbline.crm.RecordId;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/** What is derived from the mirror of one org. Writes join the transaction of the caller. */
public final class Derived {

    private final RecordId org;
    private final JdbcTemplate jdbc;

    public Derived(RecordId org, JdbcTemplate jdbc) {
        this.org = org;
        this.jdbc = jdbc;
    }

    /**
     * From what all of it was derived.
     *
     * @param basis fingerprint of what decides what is derived
     * @param day the day on which it was last derived anew
     * @param activitiesFrom activities of earlier days are left out
     */
    public record State(String basis, LocalDate day, LocalDate activitiesFrom) {}

    /** Empty when nothing was derived yet. */
    public Optional<State> state() {
        return jdbc
                .query(
                        "select basis, derived_on, activities_from from derived_state where org_id = ?",
                        (row, number) -> new State(
                                row.getString("basis"),
                                row.getObject("derived_on", LocalDate.class),
                                row.getObject("activities_from", LocalDate.class)),
                        org.value())
                .stream()
                .findFirst();
    }

    /** All of it was derived anew. */
    public void state(State state) {
        jdbc.update("delete from derived_state where org_id = ?", org.value());
        jdbc.update(
                "insert into derived_state (org_id, basis, derived_on, activities_from) values (?, ?, ?, ?)",
                org.value(),
                state.basis(),
                state.day(),
                state.activitiesFrom());
    }

    public AccountTree accounts() {
        return new AccountTree(org, jdbc);
    }

    public ActivityDays activities() {
        return new ActivityDays(org, jdbc);
    }

    public SectionPrints sections() {
        return new SectionPrints(org, jdbc);
    }
}
