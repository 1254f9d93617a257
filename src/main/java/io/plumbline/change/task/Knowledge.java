package io.plumbline.change.task;

import io.plumbline.assess.Assessment;
import io.plumbline.assess.Band;
import io.plumbline.assess.CheckVerdict;
import io.plumbline.change.AnsweredAssessment;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether an assessment can tell that something is fine, or merely cannot see it any more.
 *
 * <p>A finding that is gone because its input became unknown (a permission was taken away, nobody logs activity) is no
 * evidence: missing is not zero. Nor is a plan that is gone evidence about what was in it. What the administrator
 * removed from the policy is not asked any more and counts as known; so does what a person answered.
 */
record Knowledge(AnsweredAssessment answered) {

    /** @param finding an id as findings carry it: {@code plan.review}, {@code section.risks}, {@code cap.silence} */
    boolean of(String finding) {
        return answered.isAnswered(finding) || isMeasured(finding);
    }

    private boolean isMeasured(String finding) {
        Assessment assessment = answered.seen();
        String kind = finding.substring(0, finding.indexOf('.') + 1);
        String name = finding.substring(kind.length());
        boolean planned = assessment.planId() != null;
        return switch (kind) {
            case "plan." -> assessment.currency().clocks().containsKey(finding);
            case "section." -> planned && measured(name);
            case "vet." -> planned && assessment.vetting().checks().get(finding) != CheckVerdict.UNKNOWN;
            case "exec." -> planned && scored(assessment.execution().measures(), finding);
            case "role." -> assessment.roles().score() != null;
            case "cap." -> assessment.health().band() != Band.INSUFFICIENT;
            default -> scored(assessment.health().measures(), finding);
        };
    }

    boolean ofAll(TaskNote note) {
        return note.findings().keySet().stream().allMatch(this::of);
    }

    private boolean measured(String section) {
        return answered.seen().thoroughness().notMeasured().stream()
                .noneMatch(part -> part.equals(section) || part.startsWith(section + "."));
    }

    private static boolean scored(Map<String, ? extends @Nullable Double> measures, String id) {
        return !measures.containsKey(id) || measures.get(id) != null;
    }
}
