package io.plumbline.extract;

import io.plumbline.crm.RecordId;
import io.plumbline.mirror.Gap;
import io.plumbline.salesforce.SalesforceFailure;
import java.util.List;

/**
 * What became of one source in a run.
 *
 * @param source its key in mapping.yaml
 * @param object what it reads
 * @param rows how many were read, deleted ones included; those of the overlap are read again each time
 * @param deleted how many of them lie in the recycle bin
 * @param outOfSight how many rows that were there before the org shows no longer, although nobody saw them deleted
 * @param gaps the fields that were left out, each with the reason
 * @param withoutAccount how many live rows of the mirror hang on no account and so are judged nowhere
 * @param firstWithoutAccount the first of them
 */
public record SourceReport(
        String source,
        String object,
        Outcome outcome,
        long rows,
        long deleted,
        long outOfSight,
        int pages,
        List<Gap> gaps,
        int withoutAccount,
        List<RecordId> firstWithoutAccount) {

    public SourceReport {
        gaps = List.copyOf(gaps);
        firstWithoutAccount = List.copyOf(firstWithoutAccount);
    }

    /** How far reading came. */
    public sealed interface Outcome {}

    /** Everything up to the moment of the run. */
    public record Complete() implements Outcome {}

    /** It broke off; what was applied stays, the rest is read next time. */
    public record Incomplete(SalesforceFailure failure) implements Outcome {}

    /** It was not tried. */
    public record NotRead(String reason) implements Outcome {}
}
