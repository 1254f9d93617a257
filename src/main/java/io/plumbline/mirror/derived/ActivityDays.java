package io.plumbline.mirror.derived;

import io.plumbline.crm.RecordId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;

/** On which days the users of an org took part in activities. */
public final class ActivityDays {

    private final RecordId org;
    private final JdbcTemplate jdbc;

    ActivityDays(RecordId org, JdbcTemplate jdbc) {
        this.org = org;
        this.jdbc = jdbc;
    }

    /** That a user took part in an activity. */
    public record Day(String activity, String user, LocalDate day) {}

    /** Forgets these activities, and takes note of them as they are now. */
    public void replace(Collection<String> activities, Collection<Day> days) {
        jdbc.batchUpdate(
                "delete from derived_activity where activity_id = ? and org_id = ?",
                activities.stream()
                        .map(activity -> new Object[] {activity, org.value()})
                        .toList());
        add(days);
    }

    /** Forgets all of them, and is told anew, some at a time, since there may be millions. */
    public Refill refill() {
        jdbc.update("delete from derived_activity where org_id = ?", org.value());
        return new Refill();
    }

    /** Days on their way into the table. */
    public final class Refill {

        private static final int AT_ONCE = 1000;

        private final List<Day> fresh = new ArrayList<>();
        private final List<Day> perhapsThere = new ArrayList<>();

        private Refill() {}

        /** @param day one that did not come before */
        public void add(Day day) {
            fresh.add(day);
            flushFrom(AT_ONCE);
        }

        /** To be called once all the others were added and flushed. */
        public void addUnlessThere(Day day) {
            perhapsThere.add(day);
            flushFrom(AT_ONCE);
        }

        public void flush() {
            flushFrom(1);
        }

        private void flushFrom(int number) {
            if (fresh.size() >= number) {
                ActivityDays.this.add(fresh);
                fresh.clear();
            }
            if (perhapsThere.size() >= number) {
                addUnlessThere(perhapsThere);
                perhapsThere.clear();
            }
        }

        private void addUnlessThere(List<Day> days) {
            jdbc.batchUpdate(
                    "insert into derived_activity (activity_id, org_id, user_id, done_on)"
                            + " select cast(? as varchar(18)), cast(? as varchar(18)), cast(? as varchar(18)),"
                            + " cast(? as date) where not exists (select 1 from derived_activity"
                            + " where activity_id = ? and user_id = ? and org_id = ?)",
                    days.stream()
                            .map(day -> new Object[] {
                                day.activity(),
                                org.value(),
                                day.user(),
                                day.day(),
                                day.activity(),
                                day.user(),
                                org.value()
                            })
                            .toList());
        }
    }

    private void add(Collection<Day> days) {
        jdbc.batchUpdate(
                "insert into derived_activity (activity_id, org_id, user_id, done_on) values (?, ?, ?, ?)",
                days.stream()
                        .map(day -> new Object[] {day.activity(), org.value(), day.user(), day.day()})
                        .toList());
    }

    /** Who took part in any of these activities. */
    public Set<String> users(Collection<String> activities) {
        Set<String> users = new HashSet<>();
        for (String activity : activities) {
            users.addAll(jdbc.queryForList(
                    "select user_id from derived_activity where activity_id = ? and org_id = ?",
                    String.class,
                    activity,
                    org.value()));
        }
        return users;
    }

    /** The last day up to another on which a user took part in anything. */
    public Optional<LocalDate> last(String user, LocalDate upTo) {
        return jdbc
                .query(
                        "select max(done_on) as last_day from derived_activity"
                                + " where user_id = ? and org_id = ? and done_on <= ?",
                        (row, number) -> Optional.ofNullable(row.getObject("last_day", LocalDate.class)),
                        user,
                        org.value(),
                        upTo)
                .stream()
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** The same for every user who took part in anything. */
    public Map<String, LocalDate> last(LocalDate upTo) {
        Map<String, LocalDate> last = new HashMap<>();
        jdbc.query(
                "select user_id, max(done_on) as last_day from derived_activity where org_id = ? and done_on <= ?"
                        + " group by user_id",
                row -> {
                    last.put(row.getString("user_id"), row.getObject("last_day", LocalDate.class));
                },
                org.value(),
                upTo);
        return last;
    }
}
