package io.plumbline.sandbox.seed.load;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What reading one or several files gave: the rows, and what could not be read. */
public record SeedRows(List<SeedRow> rows, List<SeedProblem> problems) {

    public SeedRows {
        rows = List.copyOf(rows);
        problems = List.copyOf(problems);
    }

    /** These rows and problems followed by those of the other. */
    public SeedRows and(SeedRows other) {
        return new SeedRows(
                Stream.concat(rows.stream(), other.rows.stream()).toList(),
                Stream.concat(problems.stream(), other.problems.stream()).toList());
    }

    /** No row, for this one reason. */
    public static SeedRows nothing(SeedProblem reason) {
        return new SeedRows(List.of(), List.of(reason));
    }

    /** All of these, in order. */
    public static SeedRows all(List<SeedRows> parts) {
        List<SeedRow> rows = new ArrayList<>();
        List<SeedProblem> problems = new ArrayList<>();
        parts.forEach(part -> {
            rows.addAll(part.rows);
            problems.addAll(part.problems);
        });
        return new SeedRows(rows, problems);
    }
}
