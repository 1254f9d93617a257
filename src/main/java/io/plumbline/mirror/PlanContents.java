package io.plumbline.mirror;

import io.plumbline.crm.RecordId;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** What each plan of one org said when it was last looked at, as a fingerprint, and the day on which that last changed. */
public final class PlanContents {

    private final RecordId org;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    PlanContents(RecordId org, JdbcTemplate jdbc, TransactionTemplate transaction) {
        this.org = org;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** The day of the last change of content of each plan that ever changed while it was watched. */
    public Map<RecordId, LocalDate> changedOn() {
        Map<RecordId, LocalDate> days = new HashMap<>();
        jdbc.query(
                "select plan_id, changed_on from plan_content where org_id = ? and changed_on is not null",
                row -> {
                    days.put(RecordId.of(row.getString("plan_id")), row.getObject("changed_on", LocalDate.class));
                },
                org.value());
        return days;
    }

    /** The day of the last change of content of one plan; empty when it never changed while it was watched. */
    public Optional<LocalDate> changedOn(RecordId plan) {
        return jdbc
                .query(
                        "select changed_on from plan_content where org_id = ? and plan_id = ? and changed_on is not null",
                        (row, number) -> row.getObject("changed_on", LocalDate.class),
                        org.value(),
                        plan.value())
                .stream()
                .findFirst();
    }

    /**
     * Takes note of what plans say on a day. A plan that says something else than last time has changed on that day; one
     * that is seen for the first time has no known day of change.
     *
     * @return how many plans had changed
     */
    public int observe(String basis, Map<RecordId, String> fingerprints, LocalDate day) {
        Integer changed = transaction.execute(status -> {
            int changes = 0;
            for (Map.Entry<RecordId, String> plan : fingerprints.entrySet()) {
                changes += observe(plan.getKey(), basis, plan.getValue(), day) ? 1 : 0;
            }
            return changes;
        });
        return changed == null ? 0 : changed;
    }

    private boolean observe(RecordId plan, String basis, String fingerprint, LocalDate day) {
        Optional<Seen> before = jdbc
                .query(
                        "select basis, fingerprint from plan_content where org_id = ? and plan_id = ?",
                        (row, number) -> new Seen(row.getString("basis"), row.getString("fingerprint")),
                        org.value(),
                        plan.value())
                .stream()
                .findFirst();
        Seen now = new Seen(basis, fingerprint);
        if (before.filter(now::equals).isPresent()) {
            return false;
        }
        if (before.isEmpty()) {
            jdbc.update(
                    "insert into plan_content (org_id, plan_id, basis, fingerprint) values (?, ?, ?, ?)",
                    org.value(),
                    plan.value(),
                    basis,
                    fingerprint);
            return false;
        }
        jdbc.update(
                "update plan_content set basis = ?, fingerprint = ? where org_id = ? and plan_id = ?",
                basis,
                fingerprint,
                org.value(),
                plan.value());
        boolean changed = before.get().basis().equals(basis);
        if (changed) {
            jdbc.update(
                    "update plan_content set changed_on = ? where org_id = ? and plan_id = ?",
                    day,
                    org.value(),
                    plan.value());
        }
        return changed;
    }

    private record Seen(String basis, String fingerprint) {}
}
