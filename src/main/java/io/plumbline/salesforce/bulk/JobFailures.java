package io.plumbline.salesforce.bulk;

import io.plumbline.salesforce.SalesforceFailure;
import io.plumbline.salesforce.WriteOutcome;
import io.plumbline.salesforce.call.ApiFault;
import io.plumbline.salesforce.call.CallFailedException;
import io.plumbline.salesforce.call.CallFailedException.Effect;
import io.plumbline.salesforce.call.CallFailedException.Refusal;
import io.plumbline.salesforce.call.Faults;
import io.plumbline.salesforce.codes.RowCause;
import io.plumbline.salesforce.http.SafeWords;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Why a query job as a whole gave nothing, and who can do what about it. */
final class JobFailures {

    private static final Pattern CODE = Pattern.compile("\\b([A-Z]{3,}(?:_[A-Z]+)+)\\b");
    private static final Set<String> NOT_IN_BULK = Set.of(
            "INVALIDENTITY",
            "FUNCTIONALITY_NOT_ENABLED",
            "FEATURENOTENABLED",
            "FEATURE_NOT_ENABLED",
            "API_NOT_SUPPORTED",
            "UNSUPPORTED_QUERY");

    private JobFailures() {}

    /** Whether the org gives this only by another API (trap B11). */
    static boolean isNotForBulk(CallFailedException e) {
        return NOT_IN_BULK.contains(e.refusal().code());
    }

    static CallFailedException of(Job job, JobInfo info, String host) {
        return switch (info.state()) {
            case FAILED -> failed(job, info, host);
            case ABORTED ->
                failure(new SalesforceFailure.UnexpectedAnswer(
                        "Somebody aborted " + job + " in the org.",
                        "Ask the Salesforce administrator (Setup, Bulk Data Load Jobs) why; Plumbline makes a new job with"
                                + " the next run."));
            case OPEN, ON_ITS_WAY, COMPLETE ->
                failure(new SalesforceFailure.TookTooLong(
                        job + " did not end in time and was given up.",
                        "A Salesforce administrator should look at Setup, Bulk Data Load Jobs: other programs may keep"
                                + " the queue full. Plumbline tries again with the next run."));
        };
    }

    private static CallFailedException failed(Job job, JobInfo info, String host) {
        String said = info.errorMessage();
        if (said.contains("more than fifteen times") || said.contains("more than 15 times")) {
            return failure(
                    new SalesforceFailure.TookTooLong(
                            host + " gave up " + job + " after many tries (" + SafeWords.of(said, 300) + ").",
                            "Plumbline asks for less at a time; if it stays, ask Salesforce for an index on the filtered fields."));
        }
        Matcher code = CODE.matcher(said);
        if (code.find()) {
            return new CallFailedException(Faults.of(new ApiFault(code.group(1), said), host), null);
        }
        return failure(new SalesforceFailure.UnexpectedAnswer(
                host + " could not carry out " + job + " (" + SafeWords.of(said, 300) + ").",
                "Plumbline tries again with the next run; if it stays, give this text and the job's Id to Salesforce"
                        + " Support."));
    }

    /** What is said of each row that a failed ingest job did not come to. */
    static WriteOutcome.Refused ofRows(Job job, JobInfo info) {
        String said = SafeWords.of(info.errorMessage(), 300);
        Matcher code = CODE.matcher(info.errorMessage());
        if (code.find()) {
            RowCause cause = RowCause.of(code.group(1));
            return new WriteOutcome.Refused(
                    code.group(1),
                    said,
                    List.of(),
                    cause.action().passing(),
                    "It is the reason why " + job + " failed as a whole; see Setup, Bulk Data Load Jobs.");
        }
        boolean ours = info.errorMessage().startsWith("InvalidBatch")
                || info.errorMessage().startsWith("ClientInput");
        return new WriteOutcome.Refused(
                ours ? "INVALID_BATCH" : "JOB_FAILED",
                said,
                List.of(),
                !ours,
                ours
                        ? "A Salesforce administrator should check the fields that the message names: deploy"
                                + " salesforce-metadata and assign the permission set Plumbline_Integration to the"
                                + " integration user."
                        : "The record is sent again; if it stays, give the Id of " + job + " to Salesforce Support.");
    }

    static CallFailedException failure(SalesforceFailure failure) {
        return new CallFailedException(new Refusal(failure, "JOB", Effect.NONE, false), null);
    }

    /** What arrived is not what was promised; fetched again, it may be. */
    static CallFailedException notWhole(String what) {
        return new CallFailedException(
                new Refusal(
                        new SalesforceFailure.UnexpectedAnswer(
                                what,
                                "Plumbline fetches it again by itself; if it stays, look for a proxy that cuts or"
                                        + " changes answers."),
                        CallFailedException.NO_API,
                        Effect.NONE,
                        true),
                null);
    }
}
