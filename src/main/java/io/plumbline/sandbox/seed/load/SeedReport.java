package io.plumbline.sandbox.seed.load;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a seed put into the org, and what it could not.
 *
 * @param source what was loaded from, for the reader: {@code demo}, {@code empty} or the folder's name
 * @param loaded records per object, in the order the objects were loaded
 * @param problems everything that was left out or understood in a way worth telling
 */
public record SeedReport(String source, Map<String, Integer> loaded, List<SeedProblem> problems) {

    public SeedReport {
        loaded = Collections.unmodifiableMap(new LinkedHashMap<>(loaded));
        problems = List.copyOf(problems);
    }

    /** All records together. */
    public int total() {
        return loaded.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Whether anything was lost: a file, a row, a column or a value. */
    public boolean complete() {
        return problems.stream().allMatch(problem -> problem.kind() == SeedProblem.Kind.NOTE);
    }

    /** The report as a person reads it: what was loaded, then the problems, alike ones together, the worst first. */
    public String toText() {
        return ReportText.of(this);
    }
}
