package io.plumbline.extract;

import io.plumbline.mirror.Gap;
import io.plumbline.salesforce.OrgIdentity;
import io.plumbline.salesforce.SalesforceFailure;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a run read.
 *
 * @param until the server's time up to which the complete sources are known
 * @param gaps everything that could not be seen, with the reason
 * @param warnings sentences for a person
 */
public record ExtractReport(
        OrgIdentity org, Instant until, List<SourceReport> sources, List<Gap> gaps, List<String> warnings) {

    public ExtractReport {
        sources = List.copyOf(sources);
        gaps = List.copyOf(gaps);
        warnings = List.copyOf(warnings);
    }

    /** Whether a source broke off or was not reached; what is there is true as far as it goes (trap C13). */
    public boolean isPartial() {
        return failure().isPresent();
    }

    /** Why the run is partial. */
    public Optional<SalesforceFailure> failure() {
        return sources.stream()
                .map(SourceReport::outcome)
                .filter(SourceReport.Incomplete.class::isInstance)
                .map(outcome -> ((SourceReport.Incomplete) outcome).failure())
                .findFirst();
    }

    public long rows() {
        return sources.stream().mapToLong(SourceReport::rows).sum();
    }

    public Optional<SourceReport> source(String key) {
        return sources.stream().filter(report -> report.source().equals(key)).findFirst();
    }
}
