package io.plumbline.flow.writing;

import io.plumbline.change.Bounds;
import io.plumbline.change.PlannedAccount;
import io.plumbline.flow.SyncSummary.Written;
import io.plumbline.flow.judging.JudgedOrg;
import io.plumbline.writeback.WritebackReport;
import java.util.List;
import java.util.Optional;

/**
 * An org after its plan was sent, or was not.
 *
 * @param report what became of the plan; empty when nothing was sent
 * @param refusal why the plan was not sent although it was to be
 */
public record WrittenOrg(JudgedOrg judged, Optional<WritebackReport> report, Optional<Bounds.Refusal> refusal) {

    static WrittenOrg sent(JudgedOrg judged, WritebackReport report) {
        return new WrittenOrg(judged, Optional.of(report), Optional.empty());
    }

    static WrittenOrg notSent(JudgedOrg judged) {
        return new WrittenOrg(judged, Optional.empty(), Optional.empty());
    }

    static WrittenOrg beyondBounds(JudgedOrg judged, Bounds.Refusal refusal) {
        return new WrittenOrg(judged, Optional.empty(), Optional.of(refusal));
    }

    /** What was written; in a dry run what would have been. */
    Written written() {
        return refusal.isPresent()
                ? Written.NOTHING
                : report.map(WrittenOrg::counted).orElseGet(this::planned);
    }

    private static Written counted(WritebackReport report) {
        return new Written(
                report.fieldsWritten(),
                report.accountsTouched().size(),
                report.tasksCreated(),
                report.tasksUpdated(),
                report.tasksClosed(),
                report.refusals().size(),
                report.unknown().size());
    }

    private Written planned() {
        List<PlannedAccount> plan = judged.plan();
        return new Written(
                plan.stream().mapToInt(PlannedAccount::fields).sum(),
                (int) plan.stream().filter(PlannedAccount::writesFields).count(),
                plan.stream().mapToInt(PlannedAccount::created).sum(),
                plan.stream().mapToInt(PlannedAccount::refreshed).sum(),
                plan.stream().mapToInt(PlannedAccount::closed).sum(),
                0,
                0);
    }
}
