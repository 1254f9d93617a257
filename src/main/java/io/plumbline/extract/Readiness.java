package io.plumbline.extract;

import io.plumbline.extract.reading.SourceQuery;
import io.plumbline.mirror.Gap;
import java.util.List;

/**
 * Whether an org gives what the mapping asks of it.
 *
 * @param problems everything that must be put right before anything is read or written, all at once
 * @param gaps what is optional and cannot be seen; what depends on it is unknown (trap I1)
 * @param sources what can be read, in the order in which it is
 */
public record Readiness(List<Problem> problems, List<Gap> gaps, List<SourceQuery> sources) {

    public Readiness {
        problems = List.copyOf(problems);
        gaps = List.copyOf(gaps);
        sources = List.copyOf(sources);
    }

    public boolean isReady() {
        return problems.isEmpty();
    }
}
