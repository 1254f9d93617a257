package io.plumbline.journal;

import io.plumbline.crm.RecordId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** How many accounts of an org were in each band, over time. */
public final class BandHistory {

    private final NamedParameterJdbcTemplate jdbc;

    public BandHistory(NamedParameterJdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** @param accounts how many were in each band, by the model's name of it */
    public record Day(LocalDate day, Map<String, Integer> accounts) {}

    private record Step(String account, LocalDate day, String band) {}

    /**
     * The days of a span on which the org was judged, the oldest first; an account keeps its band until it gets another.
     * Of an account that is gone the last band goes on counting.
     */
    public List<Day> days(RecordId org, LocalDate from) {
        List<Step> steps = jdbc.query(
                "select account_id, as_of, band from journal_verdict where org_id = :org order by as_of, account_id",
                Map.of("org", org.value()),
                (row, number) -> new Step(
                        row.getString("account_id"), row.getObject("as_of", LocalDate.class), row.getString("band")));
        Map<String, String> bandOf = new HashMap<>();
        Map<String, Integer> counts = new TreeMap<>();
        List<Day> days = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            String before = bandOf.put(step.account(), step.band());
            if (before != null) {
                counts.merge(before, -1, Integer::sum);
            }
            counts.merge(step.band(), 1, Integer::sum);
            boolean lastOfDay = i + 1 == steps.size() || !steps.get(i + 1).day().equals(step.day());
            if (lastOfDay && !step.day().isBefore(from)) {
                days.add(new Day(step.day(), Map.copyOf(counts)));
            }
        }
        return days;
    }
}
